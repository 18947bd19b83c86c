package evenhand.train;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A condensed table as lists of its rows.
 *
 * @param ids what names the rows
 */
public record CondensedTables(String origin, Column ids) {

  /** Names rows by their numbers from 1 on where no column does. */
  public static final String ROW = "row";

  private static final List<String> WRITTEN =
      List.of("kept", "weight", "contribution", "forgotten");

  /**
   * @param id a column whose values are all there and distinct; empty: rows are numbered from 1
   * @throws DataException where they are not
   */
  public static CondensedTables of(Table table, Optional<String> id) {
    if (id.isEmpty()) {
      double[] numbers = new double[table.rows()];
      Arrays.setAll(numbers, i -> i + 1);
      return new CondensedTables(table.origin(), new Column.Numeric(ROW, numbers));
    }
    Column ids = table.column(id.get());
    if (WRITTEN.contains(ids.name())) {
      throw new DataException(
          "%s: the id column can't be called %s, which is written beside it"
              .formatted(table.origin(), ids.name()));
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int row = 0; row < ids.size(); row++) {
      String value = ids.text(row);
      if (value == null) {
        throw new DataException(
            "%s: the id %s of row %d is missing".formatted(table.origin(), ids.name(), row + 1));
      }
      Integer before = seen.put(value, row);
      if (before != null) {
        throw new DataException(
            "%s: the id %s of rows %d and %d is %s, ids must be distinct"
                .formatted(table.origin(), ids.name(), before + 1, row + 1, value));
      }
    }
    return new CondensedTables(table.origin(), ids);
  }

  /** The ids of the rows that are kept, in the table's order. */
  public Table kept(Condensed condensed) {
    int[] kept = condensed.kept();
    return new Table(origin, List.of(ids.select(kept)), kept.length);
  }

  /**
   * Every row: whether it is kept, its weight, its contribution and how often it was forgotten, all
   * missing where it was trusted.
   */
  public Table all(Condensed condensed) {
    List<Condensed.Row> rows = condensed.rows();
    int[] kept = rows.stream().mapToInt(row -> row.kept() ? 1 : 0).toArray();
    double[] weights = new double[rows.size()];
    double[] contributions = new double[rows.size()];
    double[] forgotten = new double[rows.size()];
    Arrays.fill(weights, Double.NaN);
    Arrays.fill(contributions, Double.NaN);
    Arrays.fill(forgotten, Double.NaN);
    for (int i = 0; i < weights.length; i++) {
      Optional<Condensed.Worth> worth = rows.get(i).worth();
      if (worth.isPresent()) {
        weights[i] = worth.get().weight();
        contributions[i] = worth.get().contribution();
        forgotten[i] = worth.get().forgotten();
      }
    }
    return new Table(
        origin,
        List.of(
            ids,
            new Column.Categorical(WRITTEN.get(0), List.of("no", "yes"), kept),
            new Column.Numeric(WRITTEN.get(1), weights),
            new Column.Numeric(WRITTEN.get(2), contributions),
            new Column.Numeric(WRITTEN.get(3), forgotten)),
        rows.size());
  }
}
