package evenhand.gradient;

import evenhand.gradient.Aggregation.Agreed;
import evenhand.gradient.Aggregation.Failed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Impartial learning: the step with the same projection on every gradient. Weights add up to 1 and
 * may be negative. Fails where no step has equal positive projections.
 *
 * <p>Liu et al., "Towards impartial multi-task learning", ICLR 2021, equation 5 (IMTL-G).
 */
public record ImtlG() implements GradientAggregator {

  /** Directions with less than this share of the largest eigenvalue are rounding. */
  static final double RANK = 1e-12;

  private static final double RESIDUAL = 1e-6;

  @Override
  public Aggregation weigh(Gramian gradients, RandomGenerator random) {
    int size = gradients.size();
    for (int i = 0; i < size; i++) {
      if (gradients.product(i, i) < Double.MIN_NORMAL) {
        return new Failed(new Failure.ZeroGradient(i));
      }
    }
    Gramian cosines = gradients.normalized();
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    double[] weights = SymmetricEigen.of(cosines).apply(ones, RANK, value -> 1 / value);
    double residual = 0;
    for (double projection : cosines.times(weights)) {
      residual = Math.max(residual, Math.abs(projection - 1));
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      weights[i] /= gradients.norm(i);
      sum += weights[i];
    }
    if (residual > RESIDUAL || !(sum > 0)) {
      return new Failed(new Failure.NoEqualStep(residual));
    }
    for (int i = 0; i < size; i++) {
      weights[i] /= sum;
    }
    return new Agreed(weights);
  }
}
