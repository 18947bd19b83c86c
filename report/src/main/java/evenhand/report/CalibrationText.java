package evenhand.report;

import evenhand.audit.Disparity;
import evenhand.audit.Measurement;
import evenhand.audit.ParityMeasurement;
import evenhand.calibrate.AttributeReliability;
import evenhand.calibrate.Calibrated;
import evenhand.calibrate.CalibrationEvidence;
import evenhand.calibrate.GroupMap;
import evenhand.calibrate.GroupReliability;
import evenhand.calibrate.SubgroupAudit;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A calibration with its evidence as text for a terminal. */
public final class CalibrationText {

  private static final String INDENT = "  ";
  private static final int MOST_FINDINGS = 5;

  private final Calibrated calibrated;
  private final CalibrationEvidence evidence;
  private final TextPage page;

  private CalibrationText(Calibrated calibrated, TextPage page) {
    this.calibrated = calibrated;
    this.evidence = calibrated.evidence();
    this.page = page;
  }

  /** Writes whole lines, each ended by {@code \n}. */
  public static void write(Calibrated calibrated, Terminal terminal, Appendable out)
      throws IOException {
    new CalibrationText(calibrated, new TextPage(terminal, out)).write();
  }

  private void write() throws IOException {
    page.paragraph(
        Look.FAINT,
        "",
        "Fitted to %s rows, measured on %s · %s intervals"
            .formatted(
                Numbers.count(evidence.fitRows()),
                evidence.isOnOtherRows()
                    ? Numbers.count(evidence.evaluationRows()) + " others"
                    : "the same rows, as asked, which flatters",
                Numbers.percent(evidence.after().audit().confidence())));
    verdict();
    maps();
    heading("calibration");
    TextTable table = reliabilityTable();
    add(table, "overall", evidence.before().overall(), evidence.after().overall());
    page.table(INDENT, table);
    for (int a = 0; a < evidence.after().attributes().size(); a++) {
      attribute(a);
    }
    subgroups();
    if (!evidence.remarks().isEmpty()) {
      page.blank();
    }
    for (String remark : evidence.remarks()) {
      page.paragraph(Look.FAINT, "", remark);
    }
  }

  private void verdict() throws IOException {
    page.blank();
    page.paragraph(
        CalibrationWords.isDoubtful(evidence) ? Look.DOUBTFUL : Look.GOOD,
        "",
        CalibrationWords.verdict(evidence));
    for (String warning : CalibrationWords.warnings(evidence)) {
      page.paragraph(Look.DOUBTFUL, "", warning);
    }
  }

  private void heading(String text) throws IOException {
    page.blank();
    page.paragraph(Look.STRONG, "", text);
    page.blank();
  }

  private void maps() throws IOException {
    heading("maps");
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.FLOW);
    List<GroupMap> maps = new ArrayList<>(List.of(calibrated.fitted().everyone()));
    maps.addAll(calibrated.fitted().groups());
    for (GroupMap map : maps) {
      table.add(
          Cell.of(GroupTable.shorten(map.name())),
          Cell.of(map.source().id()),
          Cell.faint(map.reason()));
    }
    page.table(INDENT, table);
  }

  private TextTable reliabilityTable() {
    TextTable table =
        new TextTable(
            Align.LEFT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.LEFT,
            Align.RIGHT,
            Align.RIGHT,
            Align.RIGHT,
            Align.FLOW);
    table.add(
        Stream.of("", "rows", "ece before", "after", "", "equal mass", "slope", "intercept", "")
            .map(Cell::faint)
            .toList());
    return table;
  }

  private static void add(
      TextTable table, String name, GroupReliability before, GroupReliability after) {
    if (after.ece().value().isEmpty()) {
      table.add(
          Cell.of(GroupTable.shorten(name)),
          Cell.faint(Numbers.count(after.rows())),
          Cell.of(Numbers.NONE),
          Cell.of(Numbers.NONE),
          Cell.of(""),
          Cell.of(""),
          Cell.of(""),
          Cell.of(""),
          new Cell(after.ece().reason().orElse(""), Look.DOUBTFUL));
      return;
    }
    table.add(
        Cell.of(GroupTable.shorten(name)),
        Cell.faint(Numbers.count(after.rows())),
        Cell.of(Numbers.gap(before.ece().value())),
        Cell.strong(Numbers.gap(after.ece().value())),
        Cell.faint(interval(after.ece())),
        Cell.of(Numbers.gap(after.eceEqualMass().value())),
        Cell.of(Numbers.rate(after.slope().value())),
        Cell.of(Numbers.rate(after.intercept().value())));
  }

  private static String interval(Measurement measurement) {
    return Numbers.gapInterval(measurement.low(), measurement.high());
  }

  private void attribute(int number) throws IOException {
    AttributeReliability before = evidence.before().attributes().get(number);
    AttributeReliability after = evidence.after().attributes().get(number);
    heading(after.name());
    TextTable table = reliabilityTable();
    for (int g = 0; g < after.groups().size(); g++) {
      GroupReliability group = after.groups().get(g);
      add(table, group.name(), before.groups().get(g), group);
    }
    page.table(INDENT, table);
    page.blank();
    TextTable gaps = new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.FLOW);
    gaps.add(Stream.of("gap between groups", "before", "after", "", "").map(Cell::faint).toList());
    disparity(gaps, "calibration disparity", before.calibrationDisparity(), after);
    evidence
        .withoutGroups()
        .ifPresent(
            other -> other(gaps, "  had the groups been unknown", other.attributes().get(number)));
    evidence
        .withGroups()
        .ifPresent(
            other -> other(gaps, "  had the groups been known", other.attributes().get(number)));
    parities(gaps, number);
    page.table(INDENT, gaps);
  }

  private static void disparity(
      TextTable gaps, String title, Disparity before, AttributeReliability after) {
    Disparity gap = after.calibrationDisparity();
    gaps.add(
        Cell.of(title),
        Cell.of(Numbers.gap(before.amongSufficient())),
        Cell.strong(Numbers.gap(gap.amongSufficient())),
        Cell.faint(Numbers.gapInterval(gap.low(), gap.high())),
        new Cell(Words.Missing.of(gap).sentence(), Look.DOUBTFUL));
  }

  private static void other(TextTable gaps, String title, AttributeReliability other) {
    Disparity gap = other.calibrationDisparity();
    gaps.add(
        Cell.faint(title),
        Cell.of(""),
        Cell.of(Numbers.gap(gap.amongSufficient())),
        Cell.faint(Numbers.gapInterval(gap.low(), gap.high())),
        Cell.faint(""));
  }

  /** Of decisions that accept from one half on. */
  private void parities(TextTable gaps, int number) {
    List<ParityMeasurement> before = evidence.before().audit().attributes().get(number).parities();
    List<ParityMeasurement> after = evidence.after().audit().attributes().get(number).parities();
    for (int p = 0; p < after.size(); p++) {
      ParityMeasurement gap = after.get(p);
      boolean shown =
          gap.comparison() == Comparison.BETWEEN_GROUPS && gap.kind() == Kind.DIFFERENCE;
      Optional<ParityMeasurement> other = shown ? Optional.of(before.get(p)) : Optional.empty();
      other.ifPresent(
          found ->
              gaps.add(
                  Cell.of(gap.parity().id().replace('_', ' ')),
                  Cell.of(Numbers.gap(found.amongSufficient())),
                  Cell.strong(Numbers.gap(gap.amongSufficient())),
                  Cell.faint(Numbers.gapInterval(gap.low(), gap.high())),
                  Cell.faint(change(found.amongSufficient(), gap.amongSufficient()))));
    }
  }

  private static String change(OptionalDouble before, OptionalDouble after) {
    return before.isEmpty() || after.isEmpty()
        ? ""
        : Numbers.change(after.getAsDouble() - before.getAsDouble());
  }

  private void subgroups() throws IOException {
    if (evidence.subgroups().isEmpty()) {
      return;
    }
    SubgroupAudit before = evidence.subgroups().get().before();
    SubgroupAudit after = evidence.subgroups().get().after();
    heading("subgroups");
    page.paragraph(Look.NORMAL, INDENT, Words.subgroups(before, after));
    findings(after);
    if (evidence.multicalibration().isPresent()) {
      CalibrationEvidence.Repaired repaired = evidence.multicalibration().get();
      page.blank();
      page.paragraph(
          repaired.finished() ? Look.NORMAL : Look.DOUBTFUL, INDENT, Words.repaired(repaired));
    }
  }

  private void findings(SubgroupAudit audit) throws IOException {
    TextTable table =
        new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT);
    table.add(
        Stream.of("furthest from chance", "bucket", "rows", "mean", "label", "")
            .map(Cell::faint)
            .toList());
    for (SubgroupAudit.Finding finding :
        audit.worst().subList(0, Math.min(MOST_FINDINGS, audit.worst().size()))) {
      table.add(
          Cell.of(GroupTable.shorten(finding.subgroup())),
          Cell.of(
              String.format(
                  java.util.Locale.ROOT,
                  "%.1f–%.1f",
                  finding.bucket() / 10.0,
                  (finding.bucket() + 1) / 10.0)),
          Cell.faint(Numbers.count(finding.rows())),
          Cell.of(Numbers.rate(finding.meanProbability())),
          Cell.strong(Numbers.rate(finding.meanLabel())),
          Cell.faint("p " + Numbers.pValue(finding.adjusted())));
    }
    if (!audit.worst().isEmpty()) {
      page.blank();
      page.table(INDENT, table);
    }
  }
}
