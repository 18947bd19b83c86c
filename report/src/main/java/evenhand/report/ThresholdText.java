package evenhand.report;

import evenhand.data.Groups;
import evenhand.parity.Condition;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.threshold.GroupThresholds;
import evenhand.train.ObjectiveEvidence;
import evenhand.train.ThresholdEvidence;
import java.io.IOException;

/** Thresholds and their evidence as a few lines for a terminal. */
public final class ThresholdText {

  private static final String INDENT = "  ";

  /** Less than this can't be read. */
  private static final double OPEN = 5e-5;

  private final ThresholdEvidence evidence;
  private final TextPage page;

  private ThresholdText(ThresholdEvidence evidence, TextPage page) {
    this.evidence = evidence;
    this.page = page;
  }

  /** Writes whole lines, each ended by {@code \n}. */
  public static void write(ThresholdEvidence evidence, Terminal terminal, Appendable out)
      throws IOException {
    new ThresholdText(evidence, new TextPage(terminal, out)).write();
  }

  private void write() throws IOException {
    EvidenceText.warnings(evidence.warnings(), page);
    thresholds();
    page.blank();
    for (GroupThresholds.Measured measured : evidence.fitted().requirements()) {
      Condition condition = measured.requirement();
      EvidenceText.requirement(
          condition,
          evidence.requirements().stream()
              .filter(part -> part.condition().equals(condition))
              .toList(),
          evidence.fitted().rule().isRandomised()
              ? EvidenceText.Expected.SHOWN
              : EvidenceText.Expected.LEFT_OUT,
          page);
    }
    objective();
    givenUp();
    leftOpen();
  }

  private void thresholds() throws IOException {
    boolean shared = evidence.fitted().rule().attributes().isEmpty();
    page.paragraph(
        Look.STRONG,
        "",
        shared
            ? "one threshold for all"
            : "thresholds by " + Groups.crossed(evidence.attributes()));
    TextTable table =
        new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.FLOW);
    table.add(
        Cell.of(""),
        Cell.faint("rows"),
        Cell.faint("selected"),
        Cell.faint("tpr"),
        Cell.faint("fpr"),
        Cell.faint("accepts"));
    for (GroupThresholds.CellRates cell : evidence.fitted().cells()) {
      table.add(
          Cell.of(Groups.crossed(cell.groups())),
          Cell.of(Numbers.count(cell.rows())),
          Cell.of(Numbers.rate(cell.selection().value())),
          Cell.of(Numbers.rate(cell.truePositive().value())),
          Cell.of(Numbers.rate(cell.falsePositive().value())),
          Cell.strong(Words.accepts(cell.acceptance())));
    }
    page.table(INDENT, table);
  }

  private void objective() throws IOException {
    boolean randomised = evidence.fitted().rule().isRandomised();
    TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    table.add(
        Cell.strong(evidence.fitted().objective().id().replace('_', ' ')),
        Cell.faint(randomised ? "expected" : "measured"),
        Cell.faint(randomised ? "drawn" : ""),
        Cell.faint("plain"),
        Cell.faint("change"));
    for (ObjectiveEvidence part : evidence.objectives()) {
      boolean both = part.expected().isPresent() && part.plain().isPresent();
      table.add(
          Cell.of("  " + part.part().id()),
          Cell.strong(Numbers.gap(part.expected())),
          Cell.of(randomised ? Numbers.gap(part.decisions()) : ""),
          Cell.of(Numbers.gap(part.plain())),
          Cell.of(
              both
                  ? Numbers.change(part.expected().getAsDouble() - part.plain().getAsDouble())
                  : Numbers.NONE));
    }
    page.table("", table);
    page.paragraph(Look.FAINT, "", "plain: the best single threshold for all, without requirement");
  }

  private void givenUp() throws IOException {
    if (evidence.fitted().givenUp().isPresent()) {
      page.paragraph(
          Look.NORMAL,
          "",
          Words.givenUp(evidence.fitted().givenUp().get(), evidence.fitted().objective()));
    }
  }

  /** Where the search under a parity of precision was stopped. */
  private void leftOpen() throws IOException {
    if (evidence.fitted().gap() > OPEN) {
      page.paragraph(
          Look.NORMAL,
          "",
          "the levels of precision were searched; other thresholds with chance could be better by at most %s"
              .formatted(Numbers.gap(evidence.fitted().gap())));
    }
  }
}
