package evenhand.report;

import evenhand.data.Groups;
import evenhand.parity.Condition;
import evenhand.parity.RateBound;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.threshold.Acceptance;
import evenhand.threshold.GroupThresholds;
import evenhand.train.ConditionEvidence;
import evenhand.train.ObjectiveEvidence;
import evenhand.train.ThresholdEvidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Thresholds and their evidence as a few lines for a terminal. */
public final class ThresholdText {

  private static final String INDENT = "  ";

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
    for (String warning : evidence.warnings()) {
      page.paragraph(Look.DOUBTFUL, "", "warning: " + warning);
    }
    if (!evidence.warnings().isEmpty()) {
      page.blank();
    }
    thresholds();
    page.blank();
    for (GroupThresholds.Measured measured : evidence.fitted().requirements()) {
      requirement(measured.requirement());
      page.blank();
    }
    objective();
    givenUp();
  }

  private void thresholds() throws IOException {
    boolean shared = evidence.fitted().rule().attributes().isEmpty();
    page.paragraph(
        Look.STRONG,
        "",
        shared
            ? "one threshold for all"
            : "thresholds by " + String.join(Groups.CROSS, evidence.attributes()));
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
          Cell.of(String.join(Groups.CROSS, cell.groups())),
          Cell.of(Numbers.count(cell.rows())),
          Cell.of(Numbers.rate(cell.selection().value())),
          Cell.of(Numbers.rate(cell.truePositive().value())),
          Cell.of(Numbers.rate(cell.falsePositive().value())),
          Cell.strong(words(cell.acceptance())));
    }
    page.table(INDENT, table);
  }

  /** Such as {@code 30 % from 0.412, all from 0.431}. */
  private static String words(Acceptance acceptance) {
    List<String> words = new ArrayList<>();
    double sum = acceptance.always();
    if (sum > 0 && !acceptance.steps().isEmpty()) {
      words.add(percent(sum) + " at any score");
    }
    for (Acceptance.Step step : acceptance.steps()) {
      sum += step.probability();
      String most = acceptance.of(step.threshold()) == 1 ? "all" : percent(sum);
      words.add("%s from %s".formatted(most, Numbers.gap(step.threshold())));
    }
    if (words.isEmpty()) {
      return sum == 0 ? "nobody" : sum >= 1 ? "everybody" : percent(sum) + " at any score";
    }
    return String.join(", ", words);
  }

  private static String percent(double share) {
    return Numbers.percent(Math.round(share * 1e4) / 1e4);
  }

  private void requirement(Condition condition) throws IOException {
    page.paragraph(Look.STRONG, "", condition.toString());
    List<ConditionEvidence> parts =
        evidence.requirements().stream()
            .filter(measured -> measured.condition().equals(condition))
            .toList();
    boolean expected = evidence.fitted().rule().isRandomised();
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
    for (ConditionEvidence part : parts) {
      table.add(
          Cell.of(part.part().id()),
          new Cell(part.verdict().words(), look(part.verdict())),
          Cell.strong(against(part.value(), bound(condition))),
          Cell.faint(Numbers.gapInterval(part.low(), part.high())),
          Cell.of(expected ? Numbers.gap(part.expected()) : ""),
          Cell.of(Numbers.gap(part.plain())),
          Cell.faint(remark(part)));
    }
    page.table(INDENT, table);
  }

  private static String remark(ConditionEvidence part) {
    if (part.reason().isPresent()) {
      return part.reason().get();
    }
    boolean byChance =
        part.verdict() == Verdict.NOT_MET
            && part.expected().isPresent()
            && part.condition().isMetBy(part.expected().getAsDouble());
    if (byChance) {
      return "met in expectation";
    }
    double bound = bound(part.condition());
    boolean isClose =
        part.low().isPresent()
            && part.high().isPresent()
            && part.low().getAsDouble() <= bound
            && bound < part.high().getAsDouble();
    return isClose ? "the bound lies inside the interval" : "";
  }

  private static double bound(Condition condition) {
    return condition instanceof Requirement requirement
        ? requirement.bound()
        : ((RateBound) condition).bound();
  }

  private static String against(OptionalDouble value, double bound) {
    return value.isPresent() ? Numbers.against(value.getAsDouble(), bound) : Numbers.NONE;
  }

  private void objective() throws IOException {
    TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    table.add(
        Cell.strong(evidence.fitted().objective().id().replace('_', ' ')),
        Cell.faint("measured"),
        Cell.faint("expected"),
        Cell.faint("plain"),
        Cell.faint("change"));
    for (ObjectiveEvidence part : evidence.objectives()) {
      boolean both = part.decisions().isPresent() && part.plain().isPresent();
      table.add(
          Cell.of("  " + part.part().id()),
          Cell.strong(Numbers.gap(part.decisions())),
          Cell.of(Numbers.gap(part.expected())),
          Cell.of(Numbers.gap(part.plain())),
          Cell.of(
              both
                  ? Numbers.change(part.decisions().getAsDouble() - part.plain().getAsDouble())
                  : Numbers.NONE));
    }
    page.table("", table);
    page.paragraph(Look.FAINT, "", "plain: the best single threshold for all, without requirement");
  }

  private void givenUp() throws IOException {
    if (evidence.fitted().givenUp().isPresent()) {
      GroupThresholds.GivenUp givenUp = evidence.fitted().givenUp().get();
      page.paragraph(
          Look.NORMAL,
          "",
          "without chance, %s of %s is given up on the training rows (with chance: %s); %s"
              .formatted(
                  Numbers.gap(givenUp.loss()),
                  evidence.fitted().objective().id().replace('_', ' '),
                  Numbers.gap(givenUp.randomised()),
                  givenUp.isProven()
                      ? "no thresholds without chance do better"
                      : "the thresholds were searched for, others may do better by at most that"));
    }
  }

  private static Look look(Verdict verdict) {
    return switch (verdict) {
      case MET -> Look.GOOD;
      case NOT_MET -> Look.BAD;
      case INSUFFICIENT_EVIDENCE -> Look.DOUBTFUL;
    };
  }
}
