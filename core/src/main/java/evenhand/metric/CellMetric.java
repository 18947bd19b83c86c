package evenhand.metric;

import java.util.Locale;
import java.util.OptionalDouble;

/** A number in [0, 1] that is made of several rates of the same rows. */
public enum CellMetric {
  /** 2·tp / (2·tp + fp + fn); undefined where no row has label 1 or is accepted. */
  F1 {
    @Override
    public OptionalDouble of(double[] cells) {
      double trials = 2 * cells[3] + cells[1] + cells[2];
      return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of(2 * cells[3] / trials);
    }
  },
  /** The mean of true positive and true negative rate; undefined where either is. */
  BALANCED_ACCURACY {
    @Override
    public OptionalDouble of(double[] cells) {
      OptionalDouble positive = Statistic.TRUE_POSITIVE_RATE.of(cells).value();
      OptionalDouble negative = Statistic.TRUE_NEGATIVE_RATE.of(cells).value();
      return positive.isEmpty() || negative.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of((positive.getAsDouble() + negative.getAsDouble()) / 2);
    }
  };

  /** Such as {@code balanced_accuracy}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The metric of one group.
   *
   * @param cells weight of the rows with label y and decision d at index 2y + d, shape [4]
   */
  public abstract OptionalDouble of(double[] cells);
}
