package evenhand.report;

import evenhand.audit.Disparity;
import evenhand.audit.ParityMeasurement;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;

/** Gaps line by line: what, compared how, how large, how surely, and what to know of it. */
final class GapTable {

  private final TextTable table =
      new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.FLOW);

  private String name = "";
  private String missing = "";
  private int rows;

  /**
   * A table without rows.
   *
   * @param what the first column holds
   */
  GapTable(String what) {
    table.add(
        Cell.faint(what),
        Cell.faint("compared"),
        Cell.faint("gap"),
        Cell.faint("interval"),
        Cell.of(""));
  }

  void add(String title, ParityMeasurement measured, String definition) {
    boolean first = !title.equals(name);
    String why = Words.missing(measured);
    add(
        title,
        Cell.of(Words.title(measured.comparison(), measured.kind())),
        Cell.strong(Numbers.gap(measured.value())),
        Cell.faint(Numbers.gapInterval(measured.low(), measured.high())),
        why.isEmpty() ? Cell.faint(first ? definition : "") : new Cell(why, Look.DOUBTFUL));
  }

  void add(String title, Disparity measured) {
    String why = Words.missing(measured);
    add(
        title,
        Cell.of(Words.title(measured.comparison(), measured.kind())),
        Cell.strong(Numbers.gap(measured.value())),
        Cell.faint(Numbers.gapInterval(measured.low(), measured.high())),
        why.isEmpty() ? Cell.faint(measured.worst().orElse("")) : new Cell(why, Look.DOUBTFUL));
  }

  /** Names and reasons are written where they begin, not again on the lines after. */
  private void add(String title, Cell compared, Cell gap, Cell interval, Cell note) {
    boolean first = !title.equals(name);
    boolean again = !first && note.look() == Look.DOUBTFUL && note.text().equals(missing);
    table.add(Cell.of(first ? title : ""), compared, gap, interval, again ? Cell.of("") : note);
    name = title;
    missing = note.look() == Look.DOUBTFUL ? note.text() : "";
    rows++;
  }

  /** After a blank line; nothing where there are no rows. */
  void write(TextPage page, String indent) throws IOException {
    if (rows > 0) {
      page.blank();
      page.table(indent, table);
    }
  }
}
