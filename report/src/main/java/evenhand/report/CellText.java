package evenhand.report;

import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.train.CellEvidence;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The cells whose worst accuracy a method aims at, for a terminal. */
final class CellText {

  private CellText() {}

  /** A table for each part, after an empty line; of no cells nothing. */
  static void write(List<CellEvidence> parts, TextPage page) throws IOException {
    for (CellEvidence part : parts) {
      page.blank();
      page.paragraph(
          Look.STRONG, "", "accuracy by %s, %s".formatted(part.model().name(), part.part().id()));
      TextTable table =
          new TextTable(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.FLOW);
      table.add(
          Cell.of(""),
          Cell.faint("rows"),
          Cell.faint("model"),
          Cell.faint("interval"),
          Cell.faint("plain"),
          Cell.of(""));
      for (GroupAudit cell : part.model().groups()) {
        Measurement model = CellEvidence.accuracy(cell);
        table.add(
            Cell.of("  " + cell.name()),
            Cell.of(Numbers.count(cell.rows())),
            Cell.of(Numbers.gap(model.value())),
            Cell.faint(Numbers.gapInterval(model.low(), model.high())),
            Cell.of(plain(part, cell.name())),
            Cell.faint(model.reason().orElse("")));
      }
      CellEvidence.Worst worst = CellEvidence.worst(part.model());
      CellEvidence.Worst plain = CellEvidence.worst(part.plain());
      table.add(
          Cell.strong(worst.reason().isPresent() ? "worst that is known" : "worst"),
          Cell.of(""),
          Cell.strong(accuracy(worst.cell())),
          Cell.of(""),
          Cell.of(accuracy(plain.cell())),
          Cell.faint(named(worst, plain)));
      page.table("", table);
    }
  }

  private static String plain(CellEvidence part, String name) {
    return Numbers.gap(
        Evidence.metric(Evidence.group(part.plain(), name), CellEvidence.ACCURACY)
            .orElseThrow()
            .value());
  }

  private static String accuracy(Optional<GroupAudit> cell) {
    return cell.map(each -> Numbers.gap(CellEvidence.accuracy(each).value())).orElse(Numbers.NONE);
  }

  private static String named(CellEvidence.Worst worst, CellEvidence.Worst plain) {
    String own = worst.cell().map(GroupAudit::name).orElse("");
    String other = plain.cell().map(GroupAudit::name).orElse("");
    return own.equals(other) ? own : own + ", plain " + other;
  }
}
