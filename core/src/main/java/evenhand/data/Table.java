package evenhand.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table as it was read: named columns of equal length.
 *
 * @param origin where it came from, as a person would name it: a file name, a query, a catalogue
 *     name
 * @param columns with distinct names, each of {@code rows} values
 * @param rows number of data rows; in messages the first is row 1, a header is not counted
 */
public record Table(String origin, List<Column> columns, int rows) {

  public Table {
    columns = List.copyOf(columns);
    Set<String> names = new LinkedHashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new DataException(
            "%s: column %s occurs twice; every column needs its own name"
                .formatted(origin, column.name()));
      }
      if (column.size() != rows) {
        throw new IllegalArgumentException(
            "%s: column %s has %d values, the table %d rows"
                .formatted(origin, column.name(), column.size(), rows));
      }
    }
  }

  /** The given rows, in the given order. */
  public Table select(int[] chosen) {
    return new Table(
        origin, columns.stream().map(column -> column.select(chosen)).toList(), chosen.length);
  }

  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  public boolean has(String name) {
    return columns.stream().anyMatch(column -> column.name().equals(name));
  }

  /** The column of that name; a {@link DataException} that lists the names there are. */
  public Column column(String name) {
    for (Column column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new DataException(
        "%s has no column %s; it has %s".formatted(origin, name, String.join(", ", names())));
  }

  /**
   * That column's numbers; a {@link DataException} with the row of the first value that is not one.
   */
  public Column.Numeric numeric(String name) {
    Column column = column(name);
    if (column instanceof Column.Numeric numeric) {
      return numeric;
    }
    for (int i = 0; i < rows; i++) {
      if (!column.isMissing(i)) {
        throw new DataException(
            "%s, row %d, column %s: %s is not a number"
                .formatted(origin, i + 1, name, column.text(i)));
      }
    }
    throw new DataException(
        "%s: column %s has no values, numbers are needed".formatted(origin, name));
  }
}
