package evenhand.parity;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate that every group must reach, or must not exceed. Unlike the parities, precision may be
 * asked for: its bound is linear in the accepted weight though the rate is not.
 *
 * @param statistic that depends on the decisions
 * @param side on which the rate must lie
 * @param bound in [0, 1]
 * @param attribute whose groups are meant; empty: those of every attribute given
 */
public record RateBound(Statistic statistic, Side side, double bound, Optional<String> attribute)
    implements Condition {

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\s*([a-z_]+)\\s*(<=|>=)\\s*([-+0-9.eE]+)\\s*(?:@(.+?))?\\s*", Pattern.DOTALL);

  /** On which side of the bound a rate must lie. */
  public enum Side {
    AT_LEAST,
    AT_MOST
  }

  public RateBound {
    if (!(0 <= bound && bound <= 1)) {
      throw new DataException(
          "the bound of %s must be between 0 and 1, was %s".formatted(statistic.id(), bound));
    }
    if (statistic == Statistic.BASE_RATE) {
      throw new DataException(
          "base_rate can't be required: it is the same whatever is decided; the rates are %s"
              .formatted(
                  String.join(
                      ", ",
                      Arrays.stream(Statistic.values())
                          .filter(each -> each != Statistic.BASE_RATE)
                          .map(Statistic::id)
                          .toList())));
    }
  }

  /** Reads {@code RATE>=BOUND[@ATTRIBUTE]} or {@code RATE<=BOUND[@ATTRIBUTE]}. */
  public static RateBound parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      throw new DataException(
          "can't read the requirement %s; write a bound on a rate like true_positive_rate>=0.6 or false_positive_rate<=0.2@sex"
              .formatted(text));
    }
    for (Statistic statistic : Statistic.values()) {
      if (statistic.id().equals(matcher.group(1))) {
        return new RateBound(
            statistic,
            matcher.group(2).equals(">=") ? Side.AT_LEAST : Side.AT_MOST,
            Requirement.number(matcher.group(3), text),
            Optional.ofNullable(matcher.group(4)));
      }
    }
    throw new DataException("there is no rate %s in %s".formatted(matcher.group(1), text));
  }

  @Override
  public RateBound of(String oneAttribute) {
    return new RateBound(statistic, side, bound, Optional.of(oneAttribute));
  }

  @Override
  public Constraint on(Sample sample) {
    return attribute.isPresent()
        ? on(sample, sample.groups(attribute.get()))
        : Constraint.all(sample.groups().stream().map(groups -> on(sample, groups)).toList());
  }

  private Constraint on(Sample sample, Groups groups) {
    return CellConstraint.of(this, sample, groups);
  }

  @Override
  public OptionalDouble value(Tally tally) {
    double worst = side == Side.AT_LEAST ? 1 : 0;
    for (int g = 0; g < tally.groups(); g++) {
      OptionalDouble rate = tally.rate(statistic, g).value();
      if (rate.isEmpty()) {
        return OptionalDouble.empty();
      }
      double value = rate.getAsDouble();
      worst = side == Side.AT_LEAST ? Math.min(worst, value) : Math.max(worst, value);
    }
    return OptionalDouble.of(worst);
  }

  @Override
  public double violation(double value) {
    return side == Side.AT_LEAST ? bound - value : value - bound;
  }

  /** As it is written on the command line; reading it back gives an equal bound. */
  @Override
  public String toString() {
    return statistic.id()
        + (side == Side.AT_LEAST ? ">=" : "<=")
        + new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString()
        + attribute.map(name -> "@" + name).orElse("");
  }
}
