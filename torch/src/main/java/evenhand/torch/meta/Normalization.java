package evenhand.torch.meta;

import java.util.Arrays;

/** From how much each row helps to its weight: what harms counts nothing. */
public enum Normalization {
  /** Weights add up to 1 (Ren et al., 2018). */
  SUM {
    @Override
    double length(double[] values) {
      return Arrays.stream(values).sum();
    }
  },
  /** Squares of weights add up to 1, as the authors of Nash-Meta-Learning run it. */
  EUCLIDEAN {
    @Override
    double length(double[] values) {
      return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }
  };

  /**
   * @param help of any sign, shape [n]
   * @return ≥ 0, shape [n]; all 0 where no row helps
   */
  double[] weights(double[] help) {
    double[] clipped = Arrays.stream(help).map(value -> Math.max(0, value)).toArray();
    double length = length(clipped);
    return length == 0 ? clipped : Arrays.stream(clipped).map(value -> value / length).toArray();
  }

  abstract double length(double[] values);
}
