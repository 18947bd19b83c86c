package evenhand.audit;

import evenhand.audit.GateResult.Outcome;
import evenhand.data.DataException;
import evenhand.metric.MeanMetric;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.parity.Parity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A bound on a measured gap, stated before the audit, that stops what comes after when it is
 * exceeded.
 *
 * @param subject id of a parity or of a metric, such as {@code demographic_parity} or {@code auc}
 * @param comparison with what
 * @param kind a difference may not be above the bound, a ratio not below it
 * @param bound finite, ≥ 0
 * @param attribute whose groups are compared; empty: every attribute audited
 */
public record Gate(
    String subject, Comparison comparison, Kind kind, double bound, Optional<String> attribute) {

  private static final double ROUNDING = 1e-9;

  private static final String RECALL = "recall:";
  private static final List<String> SUBJECTS = subjects();

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\s*([a-z][a-z0-9_]*(?::[^<>@]+?)??)((?::(?:between_groups|to_overall|difference|ratio))*)"
              + "(?:@(.+))?\\s*([<>])\\s*([-+0-9.eE]+)\\s*(?:@(.+?))?\\s*",
          Pattern.DOTALL);

  public Gate {
    if (!(bound >= 0 && bound < Double.POSITIVE_INFINITY)) {
      throw new DataException(
          "the bound of the gate %s must be a finite number of at least 0, was %s"
              .formatted(subject, bound));
    }
    boolean worstGroup = subject.equals(Parity.BOUNDED_GROUP_LOSS.id());
    if (worstGroup != (comparison == Comparison.WORST_GROUP)
        || (worstGroup && kind == Kind.RATIO)) {
      throw new DataException(
          "%s can't be compared %s by %s".formatted(subject, comparison.id(), kind.id()));
    }
  }

  /**
   * Reads {@code NAME[:between_groups|:to_overall][:ratio]>BOUND[@ATTRIBUTE]}, the condition that
   * stops, such as {@code demographic_parity>0.1}, {@code auc:to_overall>0.05@sex} or {@code
   * demographic_parity:ratio<0.8}.
   */
  public static Gate parse(String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (!matcher.matches()) {
      throw new DataException(
          "can't read the gate %s; write it like demographic_parity>0.1, auc:to_overall>0.05@sex or demographic_parity:ratio<0.8"
              .formatted(text));
    }
    List<String> modifiers = Arrays.asList(matcher.group(2).split(":", -1));
    String subject = matcher.group(1);
    check(subject, modifiers, text);
    Kind kind = modifiers.contains("ratio") ? Kind.RATIO : Kind.DIFFERENCE;
    String operator = kind == Kind.RATIO ? "<" : ">";
    if (!matcher.group(4).equals(operator)) {
      throw new DataException(
          "the gate %s needs %s: too large a difference or too small a ratio is what stops"
              .formatted(text, operator));
    }
    Optional<String> attribute =
        Optional.ofNullable(matcher.group(3)).or(() -> Optional.ofNullable(matcher.group(6)));
    return new Gate(
        subject, comparison(subject, modifiers), kind, number(matcher.group(5), text), attribute);
  }

  private static Comparison comparison(String subject, List<String> modifiers) {
    if (modifiers.contains("to_overall")) {
      return Comparison.TO_OVERALL;
    }
    return subject.equals(Parity.BOUNDED_GROUP_LOSS.id()) && !modifiers.contains("between_groups")
        ? Comparison.WORST_GROUP
        : Comparison.BETWEEN_GROUPS;
  }

  private static void check(String subject, List<String> modifiers, String text) {
    if (!subject.startsWith(RECALL) && !SUBJECTS.contains(subject)) {
      throw new DataException(
          "%s in the gate %s is not known; a gate names one of %s or recall:CLASS, then between_groups, to_overall, difference or ratio"
              .formatted(subject, text, String.join(", ", SUBJECTS)));
    }
    if (modifiers.containsAll(List.of("to_overall", "between_groups"))
        || modifiers.containsAll(List.of("difference", "ratio"))) {
      throw new DataException("the gate %s contradicts itself".formatted(text));
    }
  }

  private static List<String> subjects() {
    return Stream.of(
            Arrays.stream(Parity.values()).map(Parity::id),
            CellReading.binary().stream().map(CellReading::id),
            Arrays.stream(MeanMetric.values()).map(MeanMetric::id),
            Stream.of("auc", "ece", "tprd", "max_fnr"))
        .flatMap(ids -> ids)
        .toList();
  }

  private static double number(String digits, String text) {
    try {
      return Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw new DataException("%s in the gate %s is not a number".formatted(digits, text), e);
    }
  }

  /**
   * Judges every attribute the gate looks at; the worst decides. A gate is exceeded as soon as the
   * groups with enough evidence exceed it, for more groups can only widen a gap; it is unknown only
   * when they do not and others might.
   *
   * @throws DataException when the attribute or the subject was not audited
   */
  public GateResult judge(Audit audit) {
    List<AttributeAudit> judged =
        audit.attributes().stream()
            .filter(one -> attribute.isEmpty() || attribute.get().equals(one.name()))
            .toList();
    if (judged.isEmpty()) {
      throw new DataException(
          "the gate %s names an attribute that was not audited; audited were %s"
              .formatted(this, names(audit)));
    }
    return judged.stream()
        .map(this::judge)
        .max(Comparator.comparing(GateResult::outcome))
        .orElseThrow();
  }

  private static String names(Audit audit) {
    return String.join(", ", audit.attributes().stream().map(AttributeAudit::name).toList());
  }

  private GateResult judge(AttributeAudit audit) {
    Found measured = find(audit);
    OptionalDouble shown =
        measured.value().isPresent() ? measured.value() : measured.amongSufficient();
    String where = "%s of %s".formatted(label(), audit.name());
    if (shown.isPresent() && isExceededBy(shown.getAsDouble())) {
      return new GateResult(
          this,
          Outcome.EXCEEDED,
          "%s is %s%s, %s the %s allowed."
              .formatted(
                  where,
                  number(shown.getAsDouble()),
                  measured.value().isPresent() ? "" : " among the groups with enough evidence",
                  kind == Kind.RATIO ? "below" : "above",
                  number(bound)));
    }
    if (measured.value().isEmpty()) {
      return new GateResult(
          this,
          Outcome.UNKNOWN,
          "%s can't be judged against %s: %s."
              .formatted(where, number(bound), measured.reason().orElseThrow()));
    }
    return new GateResult(
        this,
        Outcome.PASSED,
        "%s is %s, within the %s allowed."
            .formatted(where, number(shown.getAsDouble()), number(bound)));
  }

  private boolean isExceededBy(double value) {
    return kind == Kind.RATIO ? value < bound - ROUNDING : value > bound + ROUNDING;
  }

  private record Found(
      OptionalDouble value, OptionalDouble amongSufficient, Optional<String> reason) {}

  private Found find(AttributeAudit audit) {
    Optional<Found> parity =
        audit.parities().stream()
            .filter(one -> one.parity().id().equals(subject))
            .filter(one -> one.comparison() == comparison && one.kind() == kind)
            .map(one -> new Found(one.value(), one.amongSufficient(), one.reason()))
            .findFirst();
    return parity
        .or(
            () ->
                audit.disparities().stream()
                    .filter(one -> one.metric().equals(subject))
                    .filter(one -> one.comparison() == comparison && one.kind() == kind)
                    .map(one -> new Found(one.value(), one.amongSufficient(), one.reason()))
                    .findFirst())
        .orElseThrow(() -> unknownSubject(audit));
  }

  private DataException unknownSubject(AttributeAudit audit) {
    if (audit.isOfDecisionsAlone()) {
      return new DataException(
          "the gate %s needs what came true; name its column with --label, or gate demographic_parity or selection_rate"
              .formatted(this));
    }
    List<String> parities =
        audit.parities().stream().map(one -> one.parity().id()).distinct().toList();
    List<String> metrics = audit.disparities().stream().map(Disparity::metric).distinct().toList();
    return new DataException(
        "the gate %s names nothing that was measured; measured were %s"
            .formatted(
                this,
                String.join(", ", Stream.concat(parities.stream(), metrics.stream()).toList())));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private String label() {
    return subject
        + (comparison == Comparison.TO_OVERALL ? ":to_overall" : "")
        + (kind == Kind.RATIO ? ":ratio" : "");
  }

  /** As it is written on the command line; reading it back gives an equal gate. */
  @Override
  public String toString() {
    return label()
        + (kind == Kind.RATIO ? "<" : ">")
        + new BigDecimal(Double.toString(bound)).stripTrailingZeros().toPlainString()
        + attribute.map(name -> "@" + name).orElse("").toString();
  }
}
