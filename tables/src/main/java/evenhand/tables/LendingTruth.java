package evenhand.tables;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The rates of a {@link LendingGenerator}'s population, from its model and not from a sample:
 * normal and bivariate normal probabilities. A group is {@code A} or {@code B}. A rule accepts
 * whose credit_score is at least {@code cut}, a whole number in (300, 850].
 */
public record LendingTruth(LendingGenerator model) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int PANELS = 400;

  /** P(approved | group). */
  public double baseRate(String group) {
    return above(decisionBar(group));
  }

  /** P(accepted by the rule | group). */
  public double selectionRate(String group, int cut) {
    return above(scoreBar(group, cut));
  }

  /** P(accepted by the rule | approved, group). */
  public double truePositiveRate(String group, int cut) {
    return bothAbove(decisionBar(group), scoreBar(group, cut)) / baseRate(group);
  }

  /** P(accepted by the rule | not approved, group). */
  public double falsePositiveRate(String group, int cut) {
    double both = bothAbove(decisionBar(group), scoreBar(group, cut));
    return (selectionRate(group, cut) - both) / (1 - baseRate(group));
  }

  /** P(accepted by the rule ≠ approved | group). */
  public double errorRate(String group, int cut) {
    double both = bothAbove(decisionBar(group), scoreBar(group, cut));
    return baseRate(group) + selectionRate(group, cut) - 2 * both;
  }

  /** P(approved | A) − P(approved | B). */
  public double baseRateGap() {
    return baseRate("A") - baseRate("B");
  }

  /** The rule's P(accepted | A) − P(accepted | B). */
  public double selectionRateGap(int cut) {
    return selectionRate("A", cut) - selectionRate("B", cut);
  }

  /** The rule's P(accepted | approved, A) − P(accepted | approved, B). */
  public double truePositiveRateGap(int cut) {
    return truePositiveRate("A", cut) - truePositiveRate("B", cut);
  }

  private double decisionBar(String group) {
    double shift = isB(group) ? model.labelShift() : 0;
    return (model.bar() + shift) / Math.hypot(1, model.noise().decision());
  }

  private double scoreBar(String group, int cut) {
    if (cut <= 300 || cut > 850) {
      throw new IllegalArgumentException("a cut of the score must be in (300, 850], was " + cut);
    }
    double bias = isB(group) ? model.scoreBias() : 0;
    return ((cut - 0.5 - 600) / 80 + bias) / Math.hypot(1, model.noise().score());
  }

  private static boolean isB(String group) {
    return switch (group) {
      case "A" -> false;
      case "B" -> true;
      default -> throw new IllegalArgumentException("the groups are A and B, not " + group);
    };
  }

  private static double above(double bar) {
    return NORMAL.survivalProbability(bar);
  }

  /**
   * P(X > h, Y > k) of standard normals with the correlation of decision and score: Plackett, "A
   * reduction formula for normal multivariate integrals", Biometrika 1954, by Simpson's rule over
   * the correlation.
   */
  private double bothAbove(double h, double k) {
    double correlation =
        1 / (Math.hypot(1, model.noise().decision()) * Math.hypot(1, model.noise().score()));
    double top = Math.asin(correlation); // ∫ over r = sin θ takes the root out of the denominator
    double sum = 0;
    for (int i = 0; i <= PANELS; i++) {
      double sine = Math.sin(top * i / PANELS);
      double density = Math.exp(-(h * h - 2 * h * k * sine + k * k) / (2 * (1 - sine * sine)));
      sum += density * (i == 0 || i == PANELS ? 1 : i % 2 == 1 ? 4 : 2);
    }
    return above(h) * above(k) + sum * top / PANELS / 3 / (2 * Math.PI);
  }
}
