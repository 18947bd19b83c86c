package evenhand.report;

import evenhand.audit.Disparity;
import evenhand.audit.ParityMeasurement;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gaps line by line: what, compared how, how large, how surely, and what to know of it. */
final class GapTable {

  private final TextTable table =
      new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.FLOW);

  private final Set<String> told = new HashSet<>();

  private String name = "";
  private int rows;

  private final boolean isFull;

  /**
   * A table without rows.
   *
   * @param what the first column holds
   * @param isFull whether every group is named that lacks rows; else the first
   */
  GapTable(String what, boolean isFull) {
    this.isFull = isFull;
    table.add(
        Stream.of(what, "compared", "gap", "interval", "ratio", "").map(Cell::faint).toList());
  }

  /** A difference, with the ratio of the same rates. */
  void add(ParityMeasurement measured, Optional<ParityMeasurement> ratio) {
    String title = measured.parity().id().replace('_', ' ');
    String definition = title.equals(name) ? "" : measured.parity().definition();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(measured.comparison().id().replace('_', ' ')));
    cells.add(Cell.strong(Numbers.gap(measured.value())));
    cells.add(Cell.faint(Numbers.gapInterval(measured.low(), measured.high())));
    cells.add(Cell.of(ratio.map(found -> Numbers.rate(found.value())).orElse("")));
    add(title, cells, Words.Missing.of(measured), definition);
  }

  void add(Disparity measured, Optional<Disparity> ratio) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(measured.comparison().id().replace('_', ' ')));
    cells.add(Cell.strong(Numbers.gap(measured.value())));
    cells.add(Cell.faint(Numbers.gapInterval(measured.low(), measured.high())));
    cells.add(Cell.of(ratio.map(found -> Numbers.rate(found.value())).orElse("")));
    String title = Metric.of(measured.metric()).title();
    add(title, cells, Words.Missing.of(measured), measured.worst().orElse(""));
  }

  /** A name is written where it begins, a reason once in the table. */
  private void add(String title, List<Cell> cells, Words.Missing missing, String otherwise) {
    boolean first = !title.equals(name);
    List<Cell> row = new ArrayList<>(List.of(Cell.of(first ? title : "")));
    row.addAll(cells);
    row.add(
        missing.why().isEmpty()
            ? Cell.faint(otherwise)
            : new Cell(
                told.add(missing.why())
                    ? isFull ? missing.sentence() : missing.brief()
                    : missing.again(),
                Look.DOUBTFUL));
    table.add(row);
    name = title;
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
