package evenhand.parity;

import evenhand.data.Sample;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What may be asked of decisions before any data is seen: that rates are even between groups, or
 * that a rate of every group keeps a bound.
 */
public sealed interface Condition permits Requirement, RateBound {

  /** Whose groups are meant; empty: those of every attribute given. */
  Optional<String> attribute();

  /** The same condition on one attribute. */
  Condition of(String oneAttribute);

  /**
   * Restates this condition on one sample as inequalities.
   *
   * @throws evenhand.data.DataException when it is no linear condition on the decisions
   * @throws UndefinedRateException when a group has no rows that its rate needs
   */
  Constraint on(Sample sample);

  /**
   * The number that is bounded: the gap or ratio, or the rate of the group that is worst off.
   *
   * @param tally of the groups of one attribute
   * @return empty where some group's rate is undefined, or a ratio is of 0 to 0
   */
  OptionalDouble value(Tally tally);

  /** Whether such a number is within the bound, but for rounding (1e-9). */
  default boolean isMetBy(double value) {
    return violation(value) <= 1e-9;
  }

  /** How far such a number is outside the bound: positive where broken. */
  double violation(double value);

  /**
   * Reads a {@link Requirement} such as {@code demographic_parity<=0.02@sex}, or a {@link
   * RateBound} such as {@code true_positive_rate>=0.6}.
   */
  static Condition parse(String text) {
    String name = text.strip().split("[^a-z_]", 2)[0];
    boolean isRate =
        Arrays.stream(Statistic.values()).anyMatch(statistic -> statistic.id().equals(name));
    return isRate ? RateBound.parse(text) : Requirement.parse(text);
  }
}
