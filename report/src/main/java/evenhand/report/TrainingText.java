package evenhand.report;

import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.train.PartEvidence;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** The evidence of a training run as a few lines for a terminal. */
public final class TrainingText {

  private static final String INDENT = "  ";

  private final TrainingEvidence evidence;
  private final TextPage page;

  private TrainingText(TrainingEvidence evidence, TextPage page) {
    this.evidence = evidence;
    this.page = page;
  }

  /** Writes whole lines, each ended by {@code \n}. */
  public static void write(TrainingEvidence evidence, Terminal terminal, Appendable out)
      throws IOException {
    new TrainingText(evidence, new TextPage(terminal, out)).write();
  }

  private void write() throws IOException {
    for (String warning : evidence.warnings()) {
      page.paragraph(Look.DOUBTFUL, "", "warning: " + warning);
    }
    if (!evidence.warnings().isEmpty()) {
      page.blank();
    }
    for (Requirement requirement : Evidence.requirements(evidence)) {
      requirement(requirement);
      page.blank();
    }
    givenUp();
  }

  private void requirement(Requirement requirement) throws IOException {
    page.paragraph(Look.STRONG, "", requirement.toString());
    List<RequirementEvidence> parts = Evidence.of(evidence, requirement);
    boolean expected = parts.stream().anyMatch(Evidence::isRandomised);
    TextTable table =
        new TextTable(
            Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.FLOW);
    table.add(
        Cell.of(""),
        Cell.of(""),
        Cell.faint("measured"),
        Cell.faint("interval"),
        Cell.faint(expected ? "expected" : ""),
        Cell.faint("plain"),
        Cell.of(""));
    for (RequirementEvidence part : parts) {
      table.add(
          Cell.of(part.part().id()),
          new Cell(part.verdict().words(), look(part.verdict())),
          Cell.strong(Evidence.value(part)),
          Cell.faint(Numbers.gapInterval(part.low(), part.high())),
          Cell.of(expected ? Numbers.gap(part.expected()) : ""),
          Cell.of(Numbers.gap(part.plain())),
          Cell.faint(
              part.reason()
                  .orElse(Words.isClose(part) ? "the bound lies inside the interval" : "")));
    }
    page.table(INDENT, table);
  }

  private void givenUp() throws IOException {
    TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    table.add(
        Cell.strong("accuracy"),
        Cell.faint("rows"),
        Cell.faint("model"),
        Cell.faint("plain"),
        Cell.faint("change"));
    for (PartEvidence part : evidence.parts()) {
      OptionalDouble model = Evidence.overall(part.decisions(), "accuracy");
      OptionalDouble plain = Evidence.overall(part.plain(), "accuracy");
      table.add(
          Cell.of("  " + part.part().id()),
          Cell.of(Numbers.count(part.rows())),
          Cell.strong(Numbers.gap(model)),
          Cell.of(Numbers.gap(plain)),
          Cell.of(
              model.isPresent() && plain.isPresent()
                  ? Numbers.change(model.getAsDouble() - plain.getAsDouble())
                  : Numbers.NONE));
    }
    page.table("", table);
  }

  private static Look look(Verdict verdict) {
    return switch (verdict) {
      case MET -> Look.GOOD;
      case NOT_MET -> Look.BAD;
      case INSUFFICIENT_EVIDENCE -> Look.DOUBTFUL;
    };
  }
}
