package evenhand.report;

import evenhand.audit.AuditOptions;
import evenhand.parity.Condition;
import evenhand.parity.RateBound;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.train.ConditionEvidence;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/** What the evidence of training and that of thresholds have in common, for a terminal. */
final class EvidenceText {

  private static final String UNDECIDED =
      "undecided at %.0f %%".formatted(100 * AuditOptions.defaults().confidence());

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
          Cell.strong(against(part.expected(), bound(condition))),
          Cell.of(expected ? Numbers.gap(part.value()) : ""),
          Cell.faint(Numbers.gapInterval(part.low(), part.high())),
          Cell.of(Numbers.gap(part.plain())),
          Cell.faint(remark(part)));
    }
    page.table(INDENT, table);
    page.blank();
  }

  private static String remark(ConditionEvidence part) {
    if (part.reason().isPresent()) {
      return part.reason().get();
    }
    boolean missedByChance =
        part.verdict() == Verdict.MET
            && part.value().isPresent()
            && !part.condition().isMetBy(part.value().getAsDouble());
    if (missedByChance) {
      return "met in expectation; the draw misses it";
    }
    return isUndecided(part) ? UNDECIDED : "";
  }

  private static boolean isUndecided(ConditionEvidence part) {
    double bound = bound(part.condition());
    return part.low().isPresent()
        && part.high().isPresent()
        && part.low().getAsDouble() <= bound
        && bound < part.high().getAsDouble();
  }

  private static double bound(Condition condition) {
    return condition instanceof Requirement requirement
        ? requirement.bound()
        : ((RateBound) condition).bound();
  }

  private static String against(OptionalDouble value, double bound) {
    return value.isPresent() ? Numbers.against(value.getAsDouble(), bound) : Numbers.NONE;
  }

  /** An interval on both sides of the bound speaks for neither. */
  private static Look look(ConditionEvidence part) {
    return switch (part.verdict()) {
      case MET -> isUndecided(part) ? Look.DOUBTFUL : Look.GOOD;
      case NOT_MET -> Look.BAD;
      case INSUFFICIENT_EVIDENCE -> Look.DOUBTFUL;
    };
  }
}
