package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.Disparity;
import evenhand.audit.FourFifths;
import evenhand.audit.PairTest;
import evenhand.audit.ParityMeasurement;
import evenhand.parity.Kind;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An audit as text for a terminal: rates per group, parities, the four-fifths rule, pairs. */
public final class AuditText {

  private static final String INDENT = "  ";
  private static final int MOST_PAIRS = 6;

  private final Audit audit;
  private final TextPage page;

  private AuditText(Audit audit, TextPage page) {
    this.audit = audit;
    this.page = page;
  }

  /** Writes whole lines, each ended by {@code \n}. */
  public static void write(Audit audit, Terminal terminal, Appendable out) throws IOException {
    new AuditText(audit, new TextPage(terminal, out)).write();
  }

  private void write() throws IOException {
    page.paragraph(
        Look.FAINT,
        "",
        "%s rows · %s intervals · a group or a rate of fewer than %d rows is insufficient evidence"
            .formatted(
                Numbers.count(audit.rows()), Numbers.percent(audit.confidence()), audit.minRows()));
    for (AttributeAudit attribute : audit.attributes()) {
      page.blank();
      page.paragraph(Look.STRONG, "", attribute.name());
      page.blank();
      new GroupTable(attribute, page, INDENT).write();
      parities(attribute);
      gaps(attribute);
      fourFifths(attribute);
      pairs(attribute);
    }
    notes();
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
    GapTable table = new GapTable("parity");
    for (ParityMeasurement gap : attribute.parities()) {
      if (gap.kind() == Kind.DIFFERENCE) {
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

  /** The gaps of the metrics that no parity compares. */
  private void gaps(AttributeAudit attribute) throws IOException {
    Set<String> compared = new HashSet<>();
    for (ParityMeasurement measured : attribute.parities()) {
      measured.parity().statistics().forEach(statistic -> compared.add(statistic.id()));
      compared.addAll(GroupTable.COMPLEMENTS);
    }
    GapTable table = new GapTable("gap of");
    for (Disparity gap : attribute.disparities()) {
      if (gap.kind() == Kind.DIFFERENCE && !compared.contains(gap.metric())) {
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

  private void fourFifths(AttributeAudit attribute) throws IOException {
    if (attribute.fourFifths().isPresent()) {
      FourFifths rule = attribute.fourFifths().get();
      Look look = rule.met().isEmpty() ? Look.DOUBTFUL : rule.met().get() ? Look.GOOD : Look.BAD;
      page.blank();
      page.paragraph(look, INDENT, Words.fourFifths(rule));
    }
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
