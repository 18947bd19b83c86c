package evenhand.threshold;

import evenhand.data.Groups;
import evenhand.metric.Rate;
import evenhand.metric.Tally;
import evenhand.parity.Condition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Thresholds on a score that are best under requirements, with what they are expected to do on the
 * rows they were fitted on.
 *
 * <p>Hardt, Price and Srebro, "Equality of Opportunity in Supervised Learning", NeurIPS 2016,
 * section 4, for any linear requirement and objective.
 *
 * @param rule to decide with
 * @param plain the best single threshold for everyone without any requirement
 * @param objective what was made best
 * @param expected its value on the fitting rows, over the rule's chance
 * @param unconstrained its best value without requirements, with the same scope
 * @param plainValue its value under {@code plain}
 * @param gap what other thresholds with chance could gain more at most on the fitting rows, as a
 *     share of the largest gain there is (for costs their sum, for F1 the rows): 0 but under a
 *     parity of precision, there 1e-6 or, where its search was stopped, what that left open
 * @param requirements each of one attribute, with its number on the fitting rows
 * @param cells what becomes of each combination of groups
 * @param givenUp by deciding without chance; empty where chance was allowed
 */
public record GroupThresholds(
    ThresholdRule rule,
    Acceptance plain,
    Objective objective,
    double expected,
    double unconstrained,
    double plainValue,
    double gap,
    List<Measured> requirements,
    List<CellRates> cells,
    Optional<GivenUp> givenUp) {

  /**
   * A requirement on the fitting rows.
   *
   * @param value expected gap, ratio or worst rate; empty for a ratio of 0 to 0
   * @param plain the same under the plain threshold
   */
  public record Measured(Condition requirement, OptionalDouble value, OptionalDouble plain) {}

  /**
   * One combination of groups on the fitting rows.
   *
   * @param groups one of each attribute
   * @param rows how many, whatever they weigh
   * @param selection expected selection rate
   * @param truePositive expected, without a value where no row has label 1
   * @param falsePositive expected, without a value where no row has label 0
   * @param plainTruePositive under the plain threshold
   * @param plainFalsePositive under the plain threshold
   * @param roc what single thresholds reach, from nobody to everybody, {@value #MOST_POINTS} points
   *     at most; none where a label has no rows
   */
  public record CellRates(
      List<String> groups,
      long rows,
      Acceptance acceptance,
      Rate selection,
      Rate truePositive,
      Rate falsePositive,
      Rate plainTruePositive,
      Rate plainFalsePositive,
      List<RocPoint> roc) {

    static final int MOST_POINTS = 101;

    public CellRates {
      groups = List.copyOf(groups);
      roc = List.copyOf(roc);
    }
  }

  /** A single threshold's rates, each in [0, 1]. */
  public record RocPoint(double falsePositive, double truePositive) {}

  /**
   * What doing without chance costs.
   *
   * @param randomised the objective that thresholds with chance would reach
   * @param loss how much worse the expected objective is, ≥ 0
   * @param isProven whether no single thresholds can do better; else they were searched for, and
   *     {@code loss} bounds what a longer search could gain
   */
  public record GivenUp(double randomised, double loss, boolean isProven) {}

  public GroupThresholds {
    requirements = List.copyOf(requirements);
    cells = List.copyOf(cells);
  }

  /**
   * Fits thresholds. The same arguments give the same thresholds.
   *
   * @param requirements those without an attribute hold for every attribute of the rows; an
   *     intersection is named like {@code sex&race}; none: the objective alone
   * @throws InfeasibleThresholdsException when no thresholds meet them
   * @throws evenhand.parity.UndefinedRateException when a group has no rows that its rate needs
   * @throws evenhand.data.DataException for an attribute that the rows do not tell, or an objective
   *     that they leave undefined
   */
  public static GroupThresholds fit(
      ThresholdSample rows, List<? extends Condition> requirements, ThresholdOptions options) {
    return new ThresholdFit(rows, List.copyOf(requirements), options).run();
  }

  /**
   * How far decisions on some rows are outside the requirement that they break most.
   *
   * @param decisions acceptance probabilities, shape [n]
   * @return positive where one is broken; a requirement that these rows leave undefined is passed
   *     over
   */
  public double worstViolation(ThresholdSample rows, double[] decisions) {
    double worst = Double.NEGATIVE_INFINITY;
    for (Measured measured : requirements) {
      Condition condition = measured.requirement();
      Groups groups = rows.groups(condition.attribute().orElseThrow());
      Tally tally =
          Tally.of(rows.labels(), decisions, Optional.of(rows.weights()), List.of(groups)).get(0);
      OptionalDouble value = condition.value(tally);
      if (value.isPresent()) {
        worst = Math.max(worst, condition.violation(value.getAsDouble()));
      }
    }
    return worst;
  }
}
