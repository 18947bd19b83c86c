package evenhand.metric;

import java.util.Locale;

/**
 * A rate of binary decisions: of the rows that count, how many hit. Defined once here; measured by
 * audits, constrained by reductions, differentiated by losses.
 */
public enum Statistic {
  /** P(ŷ=1). */
  SELECTION_RATE("P(ŷ=1)"),
  /** P(y=1), the same whatever is decided. */
  BASE_RATE("P(y=1)"),
  /** P(ŷ=1 | y=1), recall. */
  TRUE_POSITIVE_RATE("P(ŷ=1 | y=1)"),
  /** P(ŷ=1 | y=0). */
  FALSE_POSITIVE_RATE("P(ŷ=1 | y=0)"),
  /** P(ŷ=0 | y=0). */
  TRUE_NEGATIVE_RATE("P(ŷ=0 | y=0)"),
  /** P(ŷ=0 | y=1). */
  FALSE_NEGATIVE_RATE("P(ŷ=0 | y=1)"),
  /** P(ŷ=y). */
  ACCURACY("P(ŷ=y)"),
  /** P(ŷ≠y). */
  ERROR_RATE("P(ŷ≠y)"),
  /** P(y=1 | ŷ=1). The only one whose denominator depends on the decisions. */
  PRECISION("P(y=1 | ŷ=1)");

  private final String formula;

  Statistic(String formula) {
    this.formula = formula;
  }

  /** Such as {@code true_positive_rate}: in JSON, on the command line and in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code P(ŷ=1 | y=1)}. */
  public String formula() {
    return formula;
  }

  /** Whether a row with this label and decision is in the denominator. */
  public boolean counts(int label, int decision) {
    return switch (this) {
      case SELECTION_RATE, BASE_RATE, ACCURACY, ERROR_RATE -> true;
      case TRUE_POSITIVE_RATE, FALSE_NEGATIVE_RATE -> label == 1;
      case FALSE_POSITIVE_RATE, TRUE_NEGATIVE_RATE -> label == 0;
      case PRECISION -> decision == 1;
    };
  }

  /** 1 when a row that counts is also in the numerator, else 0. */
  public int hits(int label, int decision) {
    return switch (this) {
      case SELECTION_RATE, TRUE_POSITIVE_RATE, FALSE_POSITIVE_RATE -> decision;
      case TRUE_NEGATIVE_RATE, FALSE_NEGATIVE_RATE -> 1 - decision;
      case BASE_RATE, PRECISION -> label;
      case ACCURACY -> label == decision ? 1 : 0;
      case ERROR_RATE -> label == decision ? 0 : 1;
    };
  }

  /** Whether the rate is affine in the decisions, so that it can be constrained by a reduction. */
  public boolean isLinear() {
    return this != PRECISION;
  }

  /**
   * The rate of one group from its four cells.
   *
   * @param cells weight of the rows with label y and decision d at index 2y + d, shape [4]
   */
  public Rate of(double[] cells) {
    double hit = 0;
    double trials = 0;
    for (int label = 0; label <= 1; label++) {
      for (int decision = 0; decision <= 1; decision++) {
        if (counts(label, decision)) {
          double weight = cells[2 * label + decision];
          trials += weight;
          hit += weight * hits(label, decision);
        }
      }
    }
    return new Rate(Math.min(hit, trials), trials);
  }
}
