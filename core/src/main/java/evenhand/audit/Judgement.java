package evenhand.audit;

import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a requirement holds between the groups of one attribute.
 *
 * @param verdict of the measured value against the bound; the interval does not enter it
 * @param value the gap or ratio over all groups; empty when some lack evidence
 * @param low lower end of its interval
 * @param high upper end
 * @param reason why there is no value; where the groups with enough evidence break the requirement,
 *     the value among them too
 */
public record Judgement(
    Verdict verdict,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    Optional<String> reason) {

  /**
   * Judges one attribute, whichever the requirement names. Where some groups lack evidence, the
   * requirement is not met if those with enough already break it, for more groups can only widen a
   * gap; else there is insufficient evidence.
   *
   * @param audit of binary decisions
   */
  public static Judgement of(Requirement requirement, AttributeAudit audit) {
    ParityMeasurement measured =
        audit.parities().stream()
            .filter(parity -> parity.parity() == requirement.parity())
            .filter(parity -> parity.comparison() == requirement.comparison())
            .filter(parity -> parity.kind() == requirement.kind())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no decisions were audited for %s, %s needs them"
                            .formatted(audit.name(), requirement.subject())));
    OptionalDouble shown =
        measured.value().isPresent() ? measured.value() : measured.amongSufficient();
    boolean broken = shown.isPresent() && !requirement.isMetBy(shown.getAsDouble());
    Verdict verdict =
        broken
            ? Verdict.NOT_MET
            : measured.value().isPresent() ? Verdict.MET : Verdict.INSUFFICIENT_EVIDENCE;
    Optional<String> reason =
        measured
            .reason()
            .map(why -> verdict == Verdict.NOT_MET ? among(shown.orElseThrow()) + why : why);
    return new Judgement(verdict, measured.value(), measured.low(), measured.high(), reason);
  }

  private static String among(double value) {
    return String.format(Locale.ROOT, "%.4f among the groups with enough evidence; ", value);
  }
}
