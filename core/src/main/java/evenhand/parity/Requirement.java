package evenhand.parity;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked of a classifier's decisions, before any data is seen: a parity and its bound.
 * Immutable; bind it to as many samples as you like.
 *
 * @param parity which rates
 * @param comparison with what
 * @param kind of comparison; {@code DIFFERENCE} for {@code WORST_GROUP}
 * @param bound a difference must be ≤ this, a ratio ≥ this; in [0, 1]
 * @param attribute whose groups are compared; empty: every attribute given
 */
public record Requirement(
    Parity parity, Comparison comparison, Kind kind, double bound, Optional<String> attribute)
    implements Condition {

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\s*([a-z_]+)((?::[a-z_]+)*)(?:@(.+))?\\s*(<=|>=)\\s*([-+0-9.eE]+)\\s*(?:@(.+?))?\\s*",
          Pattern.DOTALL);

  public Requirement {
    if (!(0 <= bound && bound <= 1)) {
      throw new DataException(
          "the bound of %s must be between 0 and 1, was %s".formatted(parity.id(), bound));
    }
    boolean worstGroup = comparison == Comparison.WORST_GROUP;
    if (worstGroup != (parity == Parity.BOUNDED_GROUP_LOSS) || (worstGroup && kind == Kind.RATIO)) {
      throw new DataException(
          "%s can't be compared %s by %s".formatted(parity.id(), comparison.id(), kind.id()));
    }
  }

  /**
   * Reads {@code PARITY[:between_groups|:to_overall][:ratio]<=BOUND[@ATTRIBUTE]}, such as {@code
   * demographic_parity:to_overall<=0.02@sex} or {@code demographic_parity:ratio>=0.8}.
   */
  public static Requirement parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      throw new DataException(
          "can't read the requirement %s; write it like demographic_parity<=0.02, equalized_odds:to_overall<=0.05@race or demographic_parity:ratio>=0.8"
              .formatted(text));
    }
    Parity parity = Parity.named(matcher.group(1));
    Comparison comparison = parity.comparison();
    Kind kind = Kind.DIFFERENCE;
    for (String modifier : matcher.group(2).split(":", -1)) {
      switch (modifier) {
        case "" -> {}
        case "between_groups" -> comparison = Comparison.BETWEEN_GROUPS;
        case "to_overall" -> comparison = Comparison.TO_OVERALL;
        case "difference" -> kind = Kind.DIFFERENCE;
        case "ratio" -> kind = Kind.RATIO;
        default ->
            throw new DataException(
                "%s in the requirement %s is not known; the modifiers are between_groups, to_overall, difference, ratio"
                    .formatted(modifier, text));
      }
    }
    String operator = kind == Kind.RATIO ? ">=" : "<=";
    if (!matcher.group(4).equals(operator)) {
      throw new DataException(
          "the requirement %s needs %s: a %s is bounded from %s"
              .formatted(text, operator, kind.id(), kind == Kind.RATIO ? "below" : "above"));
    }
    Optional<String> attribute =
        Optional.ofNullable(matcher.group(3)).or(() -> Optional.ofNullable(matcher.group(6)));
    return new Requirement(parity, comparison, kind, number(matcher.group(5), text), attribute);
  }

  static double number(String digits, String text) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw new DataException(
          "%s in the requirement %s is not a number".formatted(digits, text), e);
    }
  }

  /** The same requirement of one attribute. */
  @Override
  public Requirement of(String oneAttribute) {
    return new Requirement(parity, comparison, kind, bound, Optional.of(oneAttribute));
  }

  /** The same requirement with another bound. */
  public Requirement within(double otherBound) {
    return new Requirement(parity, comparison, kind, otherBound, attribute);
  }

  @Override
  public double violation(double value) {
    return kind == Kind.RATIO ? bound - value : value - bound;
  }

  @Override
  public OptionalDouble value(Tally tally) {
    OptionalDouble worst = OptionalDouble.empty();
    for (Statistic statistic : parity.statistics()) {
      double[] rates = new double[tally.groups()];
      for (int g = 0; g < rates.length; g++) {
        OptionalDouble rate = tally.rate(statistic, g).value();
        if (rate.isEmpty()) {
          return OptionalDouble.empty();
        }
        rates[g] = rate.getAsDouble();
      }
      double overall = tally.pooled().rate(statistic, 0).value().orElseThrow();
      OptionalDouble gap = Gap.of(rates, overall, comparison, kind);
      if (gap.isEmpty()) {
        return gap;
      }
      if (worst.isEmpty() || violation(gap.getAsDouble()) > violation(worst.getAsDouble())) {
        worst = gap;
      }
    }
    return worst;
  }

  /** The predictive value parities are refused: they are not linear in the decisions. */
  @Override
  public Constraint on(Sample sample) {
    if (!parity.isLinear()) {
      throw new DataException(
          "%s can't be required in training: the rate %s depends on the decisions in its denominator"
              .formatted(parity.id(), parity.statistics().get(0).formula()));
    }
    if (attribute.isPresent()) {
      return on(sample, sample.groups(attribute.get()));
    }
    return Constraint.all(sample.groups().stream().map(groups -> on(sample, groups)).toList());
  }

  private Constraint on(Sample sample, Groups groups) {
    return CellConstraint.of(this, sample, groups);
  }

  /** As it is written on the command line; reading it back gives an equal requirement. */
  @Override
  public String toString() {
    String modifiers = comparison == parity.comparison() ? "" : ":" + comparison.id();
    return parity.id()
        + modifiers
        + (kind == Kind.RATIO ? ":ratio>=" : "<=")
        + new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString()
        + attribute.map(name -> "@" + name).orElse("").toString();
  }

  /** The name without the bound, such as {@code demographic_parity:to_overall}. */
  public String subject() {
    String text = toString();
    return text.substring(0, text.indexOf(kind == Kind.RATIO ? ">=" : "<="))
        .toLowerCase(Locale.ROOT);
  }
}
