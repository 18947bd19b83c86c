package evenhand.columns;

import evenhand.data.ColumnReading;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one column.
 *
 * @param rows of the table
 * @param missing rows without a value
 * @param distinct different values; −1 where they were not counted
 * @param low the smallest number or the first date; empty for others
 * @param high the largest, or the last
 * @param levels the first categories in order, at most {@value #MOST_LEVELS}; none for numbers
 * @param reading how it is learned from where its type alone does not say it
 * @param odd cells that keep a column of numbers, or of dates, from being whole
 * @param doubt what is doubtful about it, as a sentence about the column
 */
public record ColumnProfile(
    String name,
    ColumnKind kind,
    int rows,
    int missing,
    long distinct,
    Optional<String> low,
    Optional<String> high,
    List<String> levels,
    Optional<ColumnReading> reading,
    Optional<OddCells> odd,
    Optional<String> doubt) {

  public static final int MOST_LEVELS = 5;

  public ColumnProfile {
    levels = List.copyOf(levels);
  }

  /** A column of which only the common facts are known. */
  static ColumnProfile of(String name, ColumnKind kind, int rows, int missing, long distinct) {
    return new ColumnProfile(
        name,
        kind,
        rows,
        missing,
        distinct,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  ColumnProfile between(String from, String to) {
    return new ColumnProfile(
        name,
        kind,
        rows,
        missing,
        distinct,
        Optional.of(from),
        Optional.of(to),
        levels,
        reading,
        odd,
        doubt);
  }

  ColumnProfile withLevels(List<String> first) {
    return new ColumnProfile(
        name, kind, rows, missing, distinct, low, high, first, reading, odd, doubt);
  }

  ColumnProfile read(ColumnReading given, Optional<OddCells> cells) {
    return new ColumnProfile(
        name, kind, rows, missing, distinct, low, high, levels, Optional.of(given), cells, doubt);
  }

  ColumnProfile doubted(String sentence) {
    return new ColumnProfile(
        name,
        kind,
        rows,
        missing,
        distinct,
        low,
        high,
        levels,
        reading,
        odd,
        Optional.of(sentence));
  }
}
