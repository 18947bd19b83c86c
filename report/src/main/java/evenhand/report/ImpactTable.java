package evenhand.report;

import evenhand.audit.FourFifths;
import evenhand.audit.ImpactRatio;
import evenhand.audit.ImpactRatios;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Selection rates beside the reference's, for a terminal. */
final class ImpactTable {

  private static final int MOST_GROUPS = 40;
  private static final int ROOM_FOR_INTERVALS = 96;

  private ImpactTable() {}

  /**
   * @param isFull whether all groups are shown, however many
   */
  static void write(ImpactRatios ratios, boolean isFull, TextPage page, String indent)
      throws IOException {
    boolean isWide = page.width() >= ROOM_FOR_INTERVALS;
    TextTable table =
        new TextTable(Stream.of(Column.values()).map(Column::align).toArray(Align[]::new));
    table.add(
        Stream.of(Column.values())
            .filter(column -> isWide || !column.isInterval())
            .map(column -> Cell.faint(column.title()))
            .toList());
    List<ImpactRatio> groups = ratios.groups();
    int shown = isFull ? groups.size() : Math.min(MOST_GROUPS, groups.size());
    for (ImpactRatio group : groups.subList(0, shown)) {
      boolean isReference = ratios.reference().filter(group.group()::equals).isPresent();
      table.add(
          Stream.of(Column.values())
              .filter(column -> isWide || !column.isInterval())
              .map(column -> cell(column, group, isReference))
              .toList());
    }
    page.paragraph(
        Look.NORMAL,
        indent,
        "Impact ratio: selection rate / that of " + SubjectWords.reference(ratios) + ".");
    page.table(indent, table);
    if (shown < groups.size()) {
      page.paragraph(
          Look.FAINT,
          indent,
          "and %d more groups; --full prints them".formatted(groups.size() - shown));
    }
  }

  private enum Column {
    GROUP(""),
    PEOPLE("people"),
    SELECTED("selected"),
    RATE("rate"),
    RATE_INTERVAL("interval"),
    RATIO("ratio"),
    RATIO_INTERVAL("interval");

    private final String title;

    Column(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    Align align() {
      return this == GROUP ? Align.LEFT : Align.RIGHT;
    }

    boolean isInterval() {
      return this == RATE_INTERVAL || this == RATIO_INTERVAL;
    }
  }

  private static Cell cell(Column column, ImpactRatio group, boolean isReference) {
    return switch (column) {
      case GROUP -> Cell.of(GroupTable.shorten(group.group()));
      case PEOPLE -> Cell.of(Numbers.weight(group.people()));
      case SELECTED -> Cell.of(Numbers.weight(group.selected()));
      case RATE ->
          group.rate().value().isPresent()
              ? Cell.strong(Numbers.rate(group.rate().value().getAsDouble()))
              : Cell.faint(Numbers.NONE);
      case RATE_INTERVAL -> Cell.faint(Numbers.interval(group.rate().low(), group.rate().high()));
      case RATIO -> isReference ? Cell.faint("reference") : ratio(group);
      case RATIO_INTERVAL ->
          Cell.faint(isReference ? "" : Numbers.interval(group.low(), group.high()));
    };
  }

  private static Cell ratio(ImpactRatio group) {
    if (group.ratio().isEmpty()) {
      return Cell.faint(group.compared() ? Numbers.NONE : "not compared");
    }
    double ratio = group.ratio().getAsDouble();
    return new Cell(
        Numbers.rate(ratio), ratio < FourFifths.THRESHOLD - 1e-12 ? Look.BAD : Look.NORMAL);
  }
}
