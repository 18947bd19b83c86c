package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.Disparity;
import evenhand.audit.FourFifths;
import evenhand.audit.GateResult;
import evenhand.audit.PairTest;
import evenhand.audit.ParityMeasurement;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An audit as text for a terminal: what it is of, verdicts, then for every attribute gaps, rates
 * and tests.
 */
public final class AuditText {

  private static final String INDENT = "  ";
  private static final int MOST_PAIRS = 6;
  private static final int MOST_FEW = 8;

  /** How much is printed. */
  public enum Detail {
    /** Rates, gaps between groups, and tests. */
    USUAL,
    /** Every metric with its interval, and every comparison. */
    FULL
  }

  private final AuditReport report;
  private final Audit audit;
  private final boolean isFull;
  private final TextPage page;

  private AuditText(AuditReport report, Detail detail, TextPage page) {
    this.report = report;
    this.audit = report.audit();
    this.isFull = detail == Detail.FULL;
    this.page = page;
  }

  /** Writes whole lines, each ended by {@code \n}. */
  public static void write(AuditReport report, Detail detail, Terminal terminal, Appendable out)
      throws IOException {
    new AuditText(report, detail, new TextPage(terminal, out)).write();
  }

  private void write() throws IOException {
    subject();
    verdicts();
    for (AttributeAudit attribute : audit.attributes()) {
      page.blank();
      page.paragraph(Look.STRONG, "", attribute.name());
      parities(attribute);
      gaps(attribute);
      impactRatios(attribute);
      if (!attribute.isOfDecisionsAlone()) {
        page.blank();
        new GroupTable(attribute, page, INDENT, isFull).write();
      }
      fewRows(attribute);
      pairs(attribute);
    }
    notes();
  }

  private void subject() throws IOException {
    page.paragraph(Look.STRONG, "", "Audit of " + report.subject().data());
    TextTable table = new TextTable(Align.LEFT, Align.FLOW);
    SubjectWords.of(report).forEach((name, words) -> table.add(Cell.faint(name), Cell.of(words)));
    page.table(INDENT, table);
    for (String remark : report.subject().remarks()) {
      page.paragraph(Look.DOUBTFUL, INDENT, remark);
    }
  }

  private void verdicts() throws IOException {
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.FLOW);
    for (GateResult gate : report.gates()) {
      Look look =
          switch (gate.outcome()) {
            case PASSED -> Look.GOOD;
            case UNKNOWN -> Look.DOUBTFUL;
            case EXCEEDED -> Look.BAD;
          };
      table.add(Cell.of("gate"), new Cell(gate.outcome().id(), look), Cell.of(gate.sentence()));
    }
    for (AttributeAudit attribute : audit.attributes()) {
      if (attribute.fourFifths().isPresent()) {
        table.add(fourFifths(attribute, attribute.fourFifths().get()));
      }
    }
    if (!report.gates().isEmpty()
        || audit.attributes().stream().anyMatch(a -> a.fourFifths().isPresent())) {
      page.blank();
      page.table("", table);
    }
  }

  private static List<Cell> fourFifths(AttributeAudit attribute, FourFifths rule) {
    Look look = rule.met().isEmpty() ? Look.FAINT : rule.met().get() ? Look.GOOD : Look.BAD;
    String verdict = rule.met().map(met -> met ? "met" : "not met").orElse("no verdict");
    return List.of(
        Cell.of("four-fifths"),
        new Cell(verdict, look),
        Cell.of(attribute.name() + ": " + Words.fourFifthsFigures(rule)));
  }

  private void impactRatios(AttributeAudit attribute) throws IOException {
    if (attribute.impactRatios().isPresent()) {
      page.blank();
      ImpactTable.write(attribute.impactRatios().get(), isFull, page, INDENT);
    }
  }

  /** The groups that have too few rows altogether, once. */
  private void fewRows(AttributeAudit attribute) throws IOException {
    List<String> few =
        attribute.groups().stream()
            .filter(group -> group.rows() < audit.minRows())
            .map(group -> "%s (%d)".formatted(group.name(), group.rows()))
            .toList();
    if (!few.isEmpty()) {
      List<String> shown = few.subList(0, isFull ? few.size() : Math.min(MOST_FEW, few.size()));
      page.paragraph(
          Look.FAINT,
          INDENT,
          "%s too few rows, under %d: %s%s"
              .formatted(
                  Numbers.NONE,
                  audit.minRows(),
                  String.join(", ", shown),
                  shown.size() < few.size()
                      ? " and %d more".formatted(few.size() - shown.size())
                      : ""));
    }
  }

  private void notes() throws IOException {
    if (!audit.notes().isEmpty()) {
      page.blank();
    }
    for (String note : audit.notes()) {
      page.paragraph(Look.FAINT, "", note);
    }
  }

  private void parities(AttributeAudit attribute) throws IOException {
    GapTable table = new GapTable("parity", isFull);
    for (ParityMeasurement gap : attribute.parities()) {
      if (gap.kind() == Kind.DIFFERENCE && isShown(gap.comparison())) {
        table.add(
            gap,
            attribute.parities().stream()
                .filter(other -> other.kind() == Kind.RATIO)
                .filter(other -> other.parity() == gap.parity())
                .filter(other -> other.comparison() == gap.comparison())
                .findFirst());
      }
    }
    table.write(page, INDENT);
  }

  private boolean isShown(Comparison comparison) {
    return isFull || comparison != Comparison.TO_OVERALL;
  }

  /** The gaps of the metrics that no parity compares. */
  private void gaps(AttributeAudit attribute) throws IOException {
    Set<String> compared = new HashSet<>();
    for (ParityMeasurement measured : attribute.parities()) {
      measured.parity().statistics().forEach(statistic -> compared.add(statistic.id()));
      compared.addAll(GroupTable.COMPLEMENTS);
    }
    GapTable table = new GapTable("gap of", isFull);
    for (Disparity gap : attribute.disparities()) {
      if (gap.kind() == Kind.DIFFERENCE
          && isShown(gap.comparison())
          && !compared.contains(gap.metric())) {
        table.add(
            gap,
            attribute.disparities().stream()
                .filter(other -> other.kind() == Kind.RATIO)
                .filter(other -> other.metric().equals(gap.metric()))
                .filter(other -> other.comparison() == gap.comparison())
                .findFirst());
      }
    }
    table.write(page, INDENT);
  }

  private void pairs(AttributeAudit attribute) throws IOException {
    if (attribute.pairs().isEmpty()) {
      return;
    }
    List<PairTest> apart =
        attribute.pairs().stream()
            .filter(pair -> pair.adjusted() < 1 - audit.confidence())
            .sorted(Comparator.comparingDouble(pair -> -Math.abs(pair.difference())))
            .toList();
    page.blank();
    page.paragraph(
        Look.NORMAL,
        INDENT,
        Words.pairs(apart.size(), attribute.pairs().size(), audit.confidence()));
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT);
    for (PairTest pair : apart.subList(0, Math.min(MOST_PAIRS, apart.size()))) {
      table.add(
          Cell.of(pair.metric().replace('_', ' ')),
          Cell.of(GroupTable.shorten(pair.first()) + " − " + GroupTable.shorten(pair.second())),
          Cell.strong(Numbers.change(pair.difference())),
          Cell.faint("p " + Numbers.pValue(pair.adjusted())));
    }
    page.table(INDENT + INDENT, table);
    if (apart.size() > MOST_PAIRS) {
      page.paragraph(
          Look.FAINT, INDENT + INDENT, "and %d more".formatted(apart.size() - MOST_PAIRS));
    }
  }
}
