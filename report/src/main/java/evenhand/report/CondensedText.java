package evenhand.report;

import evenhand.report.CondensedCells.Count;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import evenhand.train.Condensed;
import java.io.IOException;

/** What was kept of a table's rows, for a terminal. */
public final class CondensedText {

  private CondensedText() {}

  /** Writes whole lines, each ended by {@code \n}. */
  public static void write(
      Condensed condensed, CondensedCells cells, Terminal terminal, Appendable out)
      throws IOException {
    TextPage page = new TextPage(terminal, out);
    page.paragraph(
        Look.STRONG,
        "",
        "kept %s of %s rows; %s of them were trusted and not weighed"
            .formatted(
                Numbers.count(condensed.kept().length),
                Numbers.count(condensed.rows().size()),
                Numbers.count(condensed.trusted())));
    page.blank();
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT);
    table.add(
        Cell.faint("group"),
        Cell.faint("label"),
        Cell.faint("rows"),
        Cell.faint("dropped"),
        Cell.faint("mean weight"));
    for (Count each : cells.counts()) {
      table.add(
          Cell.of(each.attribute() + "=" + each.group()),
          Cell.of(each.label()),
          Cell.of(Numbers.count(each.rows())),
          Cell.of(Numbers.count(each.rows() - each.kept())),
          Cell.of(
              each.weight().isPresent()
                  ? Numbers.fixed(each.weight().getAsDouble(), 3)
                  : Numbers.NONE));
    }
    page.table("  ", table);
  }
}
