package evenhand.report;

import evenhand.report.Terminal.Look;
import java.util.ArrayList;
import java.util.List;

/** Rows of aligned cells as lines of text. */
final class TextTable {

  private static final String GUTTER = "  ";
  private static final int NARROWEST_FLOW = 16;

  /**
   * How the cells of a column are set. Only the last column may flow: it is folded to the width.
   */
  enum Align {
    LEFT,
    RIGHT,
    FLOW
  }

  /** A piece of text with its look. */
  record Cell(String text, Look look) {

    private static final int LONGEST = 4000;
    private static final int WIDEST = 120;

    /** Names come from data. */
    Cell {
      text = Visible.cut(text, LONGEST);
    }

    static Cell of(String text) {
      return new Cell(text, Look.NORMAL);
    }

    static Cell faint(String text) {
      return new Cell(text, Look.FAINT);
    }

    static Cell strong(String text) {
      return new Cell(text, Look.STRONG);
    }

    /** One that lines of a table can be as wide as. */
    private Cell narrow() {
      return text.length() <= WIDEST ? this : new Cell(Visible.cut(text, WIDEST), look);
    }

    int width() {
      return text.codePointCount(0, text.length());
    }
  }

  private final List<Align> aligns;
  private final List<List<Cell>> rows = new ArrayList<>();

  TextTable(Align... aligns) {
    this.aligns = List.of(aligns);
  }

  /** A row may be shorter than the table. */
  void add(Cell... row) {
    add(List.of(row));
  }

  void add(List<Cell> row) {
    if (row.size() > aligns.size()) {
      throw new IllegalArgumentException(
          "need at most %d cells, got %d".formatted(aligns.size(), row.size()));
    }
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : row) {
      cells.add(aligns.get(cells.size()) == Align.FLOW ? cell : cell.narrow());
    }
    rows.add(List.copyOf(cells));
  }

  /** Each line starts with {@code indent} and ends without blanks. */
  List<String> lines(Terminal terminal, String indent) {
    int[] widths = new int[aligns.size()];
    int used = indent.length();
    for (int column = 0; column < widths.length; column++) {
      if (aligns.get(column) != Align.FLOW) {
        widths[column] = widest(column);
        used += widths[column] + GUTTER.length();
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<Cell> row : rows) {
      String line = indent + aligned(row, widths, terminal);
      if (row.size() < aligns.size() || aligns.get(row.size() - 1) != Align.FLOW) {
        lines.add(line.stripTrailing());
      } else {
        flow(line, row.get(row.size() - 1), used, terminal, lines);
      }
    }
    return lines;
  }

  private int widest(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).width())
        .max()
        .orElse(0);
  }

  private String aligned(List<Cell> row, int[] widths, Terminal terminal) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      Cell cell = row.get(column);
      String blanks = " ".repeat(Math.max(0, widths[column] - cell.width()));
      String painted = terminal.paint(cell.look(), cell.text());
      switch (aligns.get(column)) {
        case LEFT -> line.append(painted).append(blanks).append(GUTTER);
        case RIGHT -> line.append(blanks).append(painted).append(GUTTER);
        case FLOW -> {}
      }
    }
    return line.toString();
  }

  /** Beside the other cells where there is room, else below them. */
  private static void flow(
      String line, Cell cell, int used, Terminal terminal, List<String> lines) {
    boolean beside = terminal.width() - used >= NARROWEST_FLOW;
    int start = beside ? used : 4 + GUTTER.length();
    if (!beside || cell.text().isEmpty()) {
      lines.add(line.stripTrailing());
    }
    String before = beside ? line : " ".repeat(start);
    for (String folded : fold(cell.text(), terminal.width() - start)) {
      lines.add(before + terminal.paint(cell.look(), folded));
      before = " ".repeat(start);
    }
  }

  /** Lines of at most {@code width} characters, broken at blanks; a longer word stays whole. */
  static List<String> fold(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" +", 0)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
