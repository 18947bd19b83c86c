package evenhand.report;

import evenhand.audit.Audit;
import evenhand.audit.AuditSubject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an audit is of, in words: a name and a phrase each. */
final class SubjectWords {

  private SubjectWords() {}

  static Map<String, String> of(AuditReport report) {
    AuditSubject subject = report.subject();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("rows", rows(subject, report.audit()));
    words.put(
        "outcome",
        subject
            .label()
            .map(SubjectWords::label)
            .orElse("not known: nothing that needs one is measured"));
    subject.decision().ifPresent(decision -> words.put("selected", decision(decision)));
    subject.score().ifPresent(score -> words.put("scores", score));
    subject.weight().ifPresent(weight -> words.put("weights", weight));
    words.put("compared", compared(report));
    words.put(
        "evidence",
        "%s intervals; fewer than %d rows of a group, or of a rate, are too few"
            .formatted(Numbers.percent(report.audit().confidence()), report.audit().minRows()));
    return words;
  }

  private static String rows(AuditSubject subject, Audit audit) {
    if (subject.excluded().isEmpty()) {
      return "%s, none left out".formatted(Numbers.count(subject.rowsRead()));
    }
    String each =
        subject.excluded().stream()
            .map(
                one ->
                    "%s=%s (%s)".formatted(one.attribute(), one.group(), Numbers.count(one.rows())))
            .collect(Collectors.joining(", "));
    return "%s of %s; %s left out as asked: %s"
        .formatted(
            Numbers.count(audit.rows()),
            Numbers.count(subject.rowsRead()),
            Numbers.count(subject.rowsExcluded()),
            each);
  }

  private static String label(AuditSubject.Label label) {
    return label
        .positive()
        .map(
            positive ->
                "%s; positive is %s, %s; %s"
                    .formatted(
                        label.column(),
                        positive,
                        label.isGiven() ? "as given" : "as inferred from the values",
                        label
                            .negative()
                            .filter(other -> !other.isEmpty())
                            .map(other -> "the other value is " + other)
                            .orElse("there is no other value")))
        .orElse(label.column());
  }

  private static String decision(AuditSubject.Decision decision) {
    boolean inferred = decision.source() == AuditSubject.Source.PREDICTION && !decision.isGiven();
    return decision.rule() + (inferred ? ", as inferred from the values" : "");
  }

  private static String compared(AuditReport report) {
    List<String> names =
        report.audit().attributes().stream().map(attribute -> attribute.name()).toList();
    String groups = "groups of " + Words.list(names);
    return report.subject().minShare() == 0
        ? groups
        : "%s with at least %s of the people"
            .formatted(groups, Numbers.percent(report.subject().minShare()));
  }

  /** Which group the others are divided by, and why that one. */
  static String reference(evenhand.audit.ImpactRatios ratios) {
    return ratios
        .reference()
        .map(
            name ->
                switch (ratios.rule()) {
                  case HIGHEST -> name + ", the highest rate";
                  case LARGEST -> name + ", the most people";
                  case NAMED -> name + ", as given";
                })
        .orElse("none: " + ratios.reason().orElse(""));
  }
}
