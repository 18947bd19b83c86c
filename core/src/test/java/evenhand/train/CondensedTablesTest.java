package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CondensedTablesTest {

  private static final Condensed CONDENSED =
      new Condensed(
          List.of(
              new Condensed.Row(true, Optional.empty()),
              new Condensed.Row(false, Optional.of(new Condensed.Worth(1.25, 0.5, 0))),
              new Condensed.Row(true, Optional.of(new Condensed.Worth(0.75, 2, 4)))),
          Map.of());

  private static Table table(Column... columns) {
    return new Table("people.csv", List.of(columns), columns[0].size());
  }

  /** Lines of values between commas, nothing where a value is missing. */
  private static String csv(Table table) {
    StringBuilder text = new StringBuilder(String.join(",", table.names())).append('\n');
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      text.append(
              String.join(
                  ",",
                  table.columns().stream()
                      .map(column -> column.isMissing(at) ? "" : String.valueOf(column.text(at)))
                      .toList()))
          .append('\n');
    }
    return text.toString();
  }

  @Test
  void rowsAreNumberedFromOne() {
    CondensedTables tables =
        CondensedTables.of(table(new Column.Numeric("x", new double[3])), Optional.empty());

    assertThat(csv(tables.kept(CONDENSED))).isEqualTo("row\n1\n3\n");
    assertThat(csv(tables.all(CONDENSED)))
        .isEqualTo(
            "row,kept,weight,contribution,forgotten\n1,yes,,,\n2,no,1.25,0.5,0\n3,yes,0.75,2,4\n");
  }

  @Test
  void orNamedByAColumn() {
    CondensedTables tables =
        CondensedTables.of(
            table(Column.Categorical.of("id", List.of("c", "a", "b"))), Optional.of("id"));

    assertThat(csv(tables.kept(CONDENSED))).isEqualTo("id\nc\nb\n");
  }

  @Test
  void idsMustBeThereDistinctAndTheirOwn() {
    refused(
        new Column.Numeric("id", new double[] {1, Double.NaN, 2}),
        "people.csv: the id id of row 2 is missing");
    refused(
        new Column.Numeric("id", new double[] {4, 3, 4}),
        "people.csv: the id id of rows 1 and 3 is 4, ids must be distinct");
    refused(
        new Column.Numeric("weight", new double[] {1, 2, 3}),
        "people.csv: the id column can't be called weight, which is written beside it");
  }

  private static void refused(Column ids, String sentence) {
    assertThatThrownBy(() -> CondensedTables.of(table(ids), Optional.of(ids.name())))
        .isInstanceOf(DataException.class)
        .hasMessage(sentence);
  }
}
