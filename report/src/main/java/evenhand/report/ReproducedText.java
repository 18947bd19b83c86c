package evenhand.report;

import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A reproduction as tables for a terminal. */
public final class ReproducedText {

  private ReproducedText() {}

  /** Writes whole lines, each ended by {@code \n}. */
  public static void write(Reproduced reproduced, Terminal terminal, Appendable out)
      throws IOException {
    TextPage page = new TextPage(terminal, out);
    page.paragraph(Look.STRONG, "", reproduced.title());
    for (ReproducedTable each : reproduced.tables()) {
      page.blank();
      page.paragraph(Look.NORMAL, "", each.title() + " (" + each.legend() + ")");
      List<String> header = each.header();
      Align[] aligns = new Align[header.size()];
      Arrays.fill(aligns, Align.RIGHT);
      aligns[0] = Align.LEFT;
      TextTable table = new TextTable(aligns);
      table.add(header.stream().map(Cell::faint).toList());
      each.rows().forEach(row -> table.add(each.cells(row).stream().map(Cell::of).toList()));
      page.table("  ", table);
    }
    if (!reproduced.notes().isEmpty()) {
      page.blank();
    }
    for (String note : reproduced.notes()) {
      page.paragraph(Look.FAINT, "", "- " + note);
    }
  }
}
