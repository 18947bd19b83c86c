package evenhand.threshold;

import evenhand.data.DataException;
import evenhand.metric.CellMetric;
import evenhand.metric.Statistic;
import java.util.Locale;
import java.util.OptionalDouble;

/** What thresholds are chosen to make best, over all rows together. */
public sealed interface Objective {

  /** Such as {@code balanced_accuracy} or {@code cost:1,5}. */
  String id();

  /** Whether more is better; a cost is to be small. */
  boolean isMaximised();

  /**
   * Of decisions on some rows.
   *
   * @param cells expected weight of the rows with label y and decision d at index 2y + d, shape [4]
   * @return empty where the rows lack a label that it needs
   */
  OptionalDouble of(double[] cells);

  /**
   * Reads {@code accuracy}, {@code balanced_accuracy}, {@code f1} or {@code cost:FP,FN}.
   *
   * @throws DataException for anything else, and for costs that are negative or both 0
   */
  static Objective parse(String text) {
    for (Named named : Named.values()) {
      if (named.id().equals(text)) {
        return named;
      }
    }
    String[] costs = text.startsWith("cost:") ? text.substring(5).split(",", -1) : new String[0];
    if (costs.length == 2) {
      try {
        return new Cost(Double.parseDouble(costs[0].trim()), Double.parseDouble(costs[1].trim()));
      } catch (NumberFormatException e) {
        // told below, like any other word
      }
    }
    throw new DataException(
        "there is no objective %s; it is accuracy, balanced_accuracy, f1, or cost:FP,FN such as cost:1,5"
            .formatted(text));
  }

  /** The objectives that have no numbers of their own. */
  enum Named implements Objective {
    ACCURACY {
      @Override
      public OptionalDouble of(double[] cells) {
        return Statistic.ACCURACY.of(cells).value();
      }
    },
    BALANCED_ACCURACY {
      @Override
      public OptionalDouble of(double[] cells) {
        return CellMetric.BALANCED_ACCURACY.of(cells);
      }
    },
    /** Of the expected cells: 2·E[tp] / (2·E[tp] + E[fp] + E[fn]). */
    F1 {
      @Override
      public OptionalDouble of(double[] cells) {
        return CellMetric.F1.of(cells);
      }
    };

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isMaximised() {
      return true;
    }
  }

  /**
   * The mean cost of a row.
   *
   * @param falsePositive of accepting label 0, finite, ≥ 0
   * @param falseNegative of rejecting label 1, finite, ≥ 0
   */
  record Cost(double falsePositive, double falseNegative) implements Objective {

    public Cost {
      boolean finite = falsePositive < 1e12 && falseNegative < 1e12;
      if (!(finite && falsePositive >= 0 && falseNegative >= 0)
          || falsePositive + falseNegative == 0) {
        throw new DataException(
            "the costs must be numbers of at least 0, not both 0, were %s and %s"
                .formatted(falsePositive, falseNegative));
      }
    }

    @Override
    public String id() {
      return "cost:" + text(falsePositive) + "," + text(falseNegative);
    }

    private static String text(double cost) {
      return cost == Math.rint(cost) ? Long.toString((long) cost) : Double.toString(cost);
    }

    @Override
    public boolean isMaximised() {
      return false;
    }

    @Override
    public OptionalDouble of(double[] cells) {
      double weight = cells[0] + cells[1] + cells[2] + cells[3];
      return weight == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((falsePositive * cells[1] + falseNegative * cells[2]) / weight);
    }
  }
}
