package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.audit.ParityMeasurement;
import evenhand.parity.Requirement;
import evenhand.train.PartEvidence;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The gist of evidence as Markdown tables, for a README or a review. */
public final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|<>&~]");
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  private static final List<String> SHOWN =
      List.of("selection_rate", "true_positive_rate", "false_positive_rate", "accuracy");

  private final StringBuilder text = new StringBuilder();

  private Markdown() {}

  /** Verdicts, what was given up, warnings. */
  public static String of(TrainingEvidence evidence) {
    Markdown page = new Markdown();
    page.line("# " + escape(evidence.label() + " is " + evidence.positive()));
    for (Requirement requirement : Evidence.requirements(evidence)) {
      page.requirement(requirement, Evidence.of(evidence, requirement));
    }
    page.accuracies(evidence);
    evidence.warnings().forEach(warning -> page.line("- Warning: " + escape(warning)));
    return page.text.toString().stripTrailing() + "\n";
  }

  /** The best-known rates of every group, and the parities that have a value. */
  public static String of(Audit audit) {
    Markdown page = new Markdown();
    page.line("# Audit of %s rows".formatted(Numbers.count(audit.rows())));
    audit.attributes().forEach(page::attribute);
    audit.notes().forEach(note -> page.line("- " + escape(note)));
    return page.text.toString().stripTrailing() + "\n";
  }

  private void requirement(Requirement requirement, List<RequirementEvidence> parts) {
    line("");
    line("**" + Words.verdict(parts) + "** Required: " + escape(Words.ask(requirement)) + ".");
    line("");
    boolean randomised = Evidence.isRandomised(parts);
    List<String> header = new ArrayList<>(List.of("rows", "verdict"));
    header.addAll(randomised ? List.of("expected", "drawn") : List.of("measured"));
    header.addAll(List.of("interval", "plain model"));
    row(header.toArray(String[]::new));
    row(
        IntStream.range(0, header.size())
            .mapToObj(column -> column < 2 ? "---" : "---:")
            .toArray(String[]::new));
    for (RequirementEvidence part : parts) {
      List<String> cells = new ArrayList<>();
      cells.add(part.part().id());
      cells.add(
          part.verdict().words()
              + Words.doubt(part.onDecisions()).map(doubt -> " (" + doubt + ")").orElse(""));
      cells.add(part.reason().map(Markdown::escape).orElse(Evidence.judged(part.onDecisions())));
      if (randomised) {
        cells.add(Numbers.gap(part.value()));
      }
      cells.add(Numbers.gapInterval(part.low(), part.high()));
      cells.add(Numbers.gap(part.plain()));
      row(cells.toArray(String[]::new));
    }
  }

  private void accuracies(TrainingEvidence evidence) {
    line("");
    boolean randomised = evidence.parts().stream().anyMatch(Evidence::isRandomised);
    row("rows", randomised ? "accuracy, drawn" : "accuracy", "plain model", "change");
    row("---", "---:", "---:", "---:");
    for (PartEvidence part : evidence.parts()) {
      OptionalDouble model = part.decisions().overall(TradePoint.ACCURACY);
      OptionalDouble plain = part.plain().overall(TradePoint.ACCURACY);
      String change =
          model.isPresent() && plain.isPresent()
              ? Numbers.change(model.getAsDouble() - plain.getAsDouble())
              : Numbers.NONE;
      row(part.part().id(), Numbers.gap(model), Numbers.gap(plain), change);
    }
    line("");
  }

  private void attribute(AttributeAudit attribute) {
    List<String> shown = SHOWN.stream().filter(attribute.overall().metrics()::containsKey).toList();
    line("");
    line("## " + escape(attribute.name()));
    line("");
    List<String> header = new ArrayList<>(List.of("group", "rows"));
    shown.forEach(metric -> header.add(metric.replace('_', ' ')));
    row(header.toArray(String[]::new));
    row(header.stream().map(cell -> cell.equals("group") ? "---" : "---:").toArray(String[]::new));
    attribute.groups().forEach(group -> group(group, shown));
    group(attribute.overall(), shown);
    line("");
    row("parity", "compared", "value", "interval");
    row("---", "---", "---:", "---:");
    for (ParityMeasurement measured : attribute.parities()) {
      row(
          measured.parity().id().replace('_', ' '),
          Words.title(measured.comparison(), measured.kind()),
          measured.value().isPresent()
              ? Numbers.gap(measured.value())
              : escape(Words.Missing.of(measured).sentence()),
          Numbers.gapInterval(measured.low(), measured.high()));
    }
    line("");
  }

  private void group(GroupAudit group, List<String> shown) {
    List<String> cells =
        new ArrayList<>(List.of(escape(group.name()), Numbers.count(group.rows())));
    for (String metric : shown) {
      cells.add(Evidence.metric(Optional.of(group), metric).map(Markdown::cell).orElse(""));
    }
    row(cells.toArray(String[]::new));
  }

  private static String cell(Measurement measured) {
    return measured.value().isPresent()
        ? "%s (%s)"
            .formatted(
                Numbers.rate(measured.value().getAsDouble()),
                Numbers.interval(measured.low(), measured.high()))
            .replace(" ()", "")
        : "insufficient evidence";
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Names come from data: what Markdown or HTML would act on stays text. */
  private static String escape(String name) {
    String printable = NOT_PRINTABLE.matcher(name).replaceAll(" ");
    return SPECIAL
        .matcher(printable)
        .replaceAll("\\\\$0")
        .replace("\\<", "&lt;")
        .replace("\\&", "&amp;");
  }
}
