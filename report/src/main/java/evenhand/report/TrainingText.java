package evenhand.report;

import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.train.Part;
import evenhand.train.PartEvidence;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** The evidence of a training run as a few lines for a terminal. */
public final class TrainingText {

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
    EvidenceText.warnings(evidence.warnings(), page);
    for (Requirement requirement : Evidence.requirements(evidence)) {
      List<RequirementEvidence> parts = Evidence.of(evidence, requirement);
      EvidenceText.requirement(
          requirement,
          parts.stream().map(RequirementEvidence::onDecisions).toList(),
          Evidence.isRandomised(parts)
              ? EvidenceText.Expected.SHOWN
              : EvidenceText.Expected.LEFT_OUT,
          page);
    }
    givenUp();
    CellText.write(evidence.cells(), page);
    boolean failed =
        evidence.requirements().stream()
            .anyMatch(each -> each.part() == Part.TRAINING && each.verdict() == Verdict.NOT_MET);
    if (failed) {
      tried();
    }
  }

  /** What a method says of its search is advice where it found nothing. */
  private void tried() throws IOException {
    TextTable table = new TextTable(Align.LEFT, Align.FLOW);
    evidence.search().forEach((what, found) -> table.add(Cell.faint("  " + what), Cell.of(found)));
    page.blank();
    page.paragraph(Look.STRONG, "", "what was tried");
    page.table("", table);
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
      OptionalDouble model = part.decisions().overall("accuracy");
      OptionalDouble plain = part.plain().overall("accuracy");
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
}
