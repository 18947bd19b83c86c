package evenhand.report;

import evenhand.parity.Condition;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.train.ConditionEvidence;
import java.io.IOException;
import java.util.List;

/** What the evidence of training and that of thresholds have in common, for a terminal. */
final class EvidenceText {

  private static final String INDENT = "  ";

  private EvidenceText() {}

  /** Whether the expectation over chance has a column. */
  enum Expected {
    SHOWN,
    LEFT_OUT
  }

  static void warnings(List<String> warnings, TextPage page) throws IOException {
    for (String warning : warnings) {
      page.paragraph(Look.DOUBTFUL, "", "warning: " + warning);
    }
    if (!warnings.isEmpty()) {
      page.blank();
    }
  }

  /** One requirement on every part, and an empty line. */
  static void requirement(
      Condition condition, List<ConditionEvidence> parts, Expected expectation, TextPage page)
      throws IOException {
    page.paragraph(Look.STRONG, "", condition.toString());
    boolean expected = expectation == Expected.SHOWN;
    TextTable table =
        new TextTable(
            Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.FLOW);
    table.add(
        Cell.of(""),
        Cell.of(""),
        Cell.faint(expected ? "expected" : "measured"),
        Cell.faint(expected ? "drawn" : ""),
        Cell.faint("interval"),
        Cell.faint("plain"),
        Cell.of(""));
    for (ConditionEvidence part : parts) {
      table.add(
          Cell.of(part.part().id()),
          new Cell(part.verdict().words(), look(part)),
          Cell.strong(Evidence.judged(part)),
          Cell.of(expected ? Numbers.gap(part.value()) : ""),
          Cell.faint(Numbers.gapInterval(part.low(), part.high())),
          Cell.of(Numbers.gap(part.plain())),
          Cell.faint(part.reason().or(() -> Words.doubt(part)).orElse("")));
    }
    page.table(INDENT, table);
    page.blank();
  }

  /** An interval on both sides of the bound speaks for neither. */
  private static Look look(ConditionEvidence part) {
    return switch (part.verdict()) {
      case MET -> Evidence.isUndecided(part) ? Look.DOUBTFUL : Look.GOOD;
      case NOT_MET -> Look.BAD;
      case INSUFFICIENT_EVIDENCE -> Look.DOUBTFUL;
    };
  }
}
