package evenhand.frontier;

import evenhand.data.DataException;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a chosen candidate must keep, stated before the search. */
public sealed interface Tolerance {

  /**
   * The best merit among the candidates whose gap is within a bound.
   *
   * @param requirement the parity of the axes with its bound
   */
  record LargestGap(Requirement requirement) implements Tolerance {

    @Override
    public String toString() {
      return requirement.toString();
    }
  }

  /**
   * The smallest gap among the candidates that give up no more of the merit than this, against the
   * candidate of most merit.
   *
   * @param most in units of the merit, finite, ≥ 0
   */
  record LargestLoss(Merit merit, double most) implements Tolerance {

    public LargestLoss {
      if (!(most >= 0 && most < Double.POSITIVE_INFINITY)) {
        throw new DataException(
            "what may be given up of %s must be a finite number of at least 0, was %s"
                .formatted(merit.id(), most));
      }
    }

    @Override
    public String toString() {
      return merit.id()
          + GIVEN_UP
          + "<="
          + new BigDecimal(Double.toString(most)).stripTrailingZeros().toPlainString();
    }
  }

  /** What follows the merit's name. */
  String GIVEN_UP = ":given_up";

  /**
   * Reads {@code PARITY<=T}, as a requirement is written, or {@code MERIT:given_up<=T}.
   *
   * @throws DataException when it does not speak of what the axes compare
   */
  static Tolerance parse(String text, Axes axes) {
    Matcher loss =
        Pattern.compile("\\s*([a-z0-9_]+):given_up\\s*<=\\s*([-+0-9.eE]+)\\s*").matcher(text);
    if (loss.matches()) {
      Merit merit = Merit.named(loss.group(1));
      if (merit != axes.merit()) {
        throw new DataException(
            "the tolerance %s is of %s, but the frontier trades %s"
                .formatted(text, merit.id(), axes.merit().id()));
      }
      return new LargestLoss(merit, number(loss.group(2), text));
    }
    Requirement requirement = Requirement.parse(text);
    boolean ofAxes =
        requirement.subject().equals(axes.parity()) && requirement.kind() == axes.kind();
    boolean ofAttributes =
        requirement.attribute().isEmpty()
            || axes.attributes().equals(java.util.List.of(requirement.attribute().get()));
    if (!ofAxes || !ofAttributes) {
      throw new DataException(
          "the tolerance %s must be of %s%s, or of what may be given up, such as %s:given_up<=0.01"
              .formatted(
                  text,
                  axes.parity().replaceAll("(?s)@.*", ""),
                  axes.kind() == Kind.RATIO ? " from below (>=)" : "",
                  axes.merit().id().toLowerCase(Locale.ROOT)));
    }
    return new LargestGap(requirement);
  }

  private static double number(String digits, String text) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw new DataException("%s in the tolerance %s is not a number".formatted(digits, text), e);
    }
  }
}
