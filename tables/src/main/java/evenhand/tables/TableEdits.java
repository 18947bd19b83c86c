package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Changes to whole tables that the catalogue's data sets need. */
final class TableEdits {

  private TableEdits() {}

  /** Without the named columns; names that are not there are ignored. */
  static Table without(Table table, Set<String> names) {
    return new Table(
        table.origin(),
        table.columns().stream().filter(column -> !names.contains(column.name())).toList(),
        table.rows());
  }

  /** A categorical column with its levels rewritten; levels may fall together. */
  static Table rewrite(Table table, String name, UnaryOperator<String> rewriting) {
    Column.Categorical old = (Column.Categorical) table.column(name);
    List<String> rewritten = old.levels().stream().map(rewriting).toList();
    List<String> levels = List.copyOf(new TreeSet<>(rewritten));
    int[] moved = rewritten.stream().mapToInt(levels::indexOf).toArray();
    int[] codes = Arrays.stream(old.codes()).map(code -> code < 0 ? -1 : moved[code]).toArray();
    return replace(table, new Column.Categorical(name, levels, codes));
  }

  private static Table replace(Table table, Column replacement) {
    return new Table(
        table.origin(),
        table.columns().stream()
            .map(column -> column.name().equals(replacement.name()) ? replacement : column)
            .toList(),
        table.rows());
  }

  /** With a categorical column behind the others. */
  static Table with(Table table, String name, Derivation derivation) {
    List<@Nullable String> values = new ArrayList<>(table.rows());
    for (int row = 0; row < table.rows(); row++) {
      values.add(derivation.of(row));
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(Column.Categorical.of(name, values));
    return new Table(table.origin(), columns, table.rows());
  }

  /** The category of a row; null is missing. */
  @FunctionalInterface
  interface Derivation {
    @Nullable String of(int row);
  }

  /** The rows of tables with the same columns, one table after the other. */
  static Table concatenate(List<Table> tables) {
    Table first = tables.get(0);
    List<Column> columns = new ArrayList<>();
    for (String name : first.names()) {
      List<Column> pieces = tables.stream().map(table -> table.column(name)).toList();
      columns.add(
          pieces.stream().allMatch(Column.Numeric.class::isInstance)
              ? numbers(name, pieces)
              : texts(name, pieces));
    }
    return new Table(
        first.origin(), columns, tables.stream().mapToInt(Table::rows).reduce(0, Math::addExact));
  }

  private static Column numbers(String name, List<Column> pieces) {
    return new Column.Numeric(
        name,
        pieces.stream()
            .flatMapToDouble(piece -> Arrays.stream(((Column.Numeric) piece).values()))
            .toArray());
  }

  private static Column texts(String name, List<Column> pieces) {
    List<@Nullable String> values = new ArrayList<>();
    for (Column piece : pieces) {
      IntStream.range(0, piece.size()).forEach(row -> values.add(piece.text(row)));
    }
    return Column.Categorical.of(name, values);
  }
}
