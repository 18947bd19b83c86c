package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.Column;
import evenhand.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TableEditsTest {

  private static final Table TABLE =
      new Table(
          "t",
          List.of(
              new Column.Numeric("n", new double[] {1, Double.NaN}),
              Column.Categorical.of("c", Arrays.asList("b.", null)),
              Column.Categorical.of("d", Arrays.asList("b", "b."))),
          2);

  @Test
  void columnsAreDroppedByName() {
    assertThat(TableEdits.without(TABLE, Set.of("c", "absent")).names()).containsExactly("n", "d");
  }

  @Test
  void levelsThatBecomeOneFallTogether() {
    Column.Categorical rewritten =
        (Column.Categorical)
            TableEdits.rewrite(TABLE, "d", level -> level.replace(".", "")).column("d");

    assertThat(rewritten.levels()).containsExactly("b");
    assertThat(rewritten.codes()).containsExactly(0, 0);
    assertThat(TableEdits.rewrite(TABLE, "c", level -> "x" + level).column("c").text(1)).isNull();
  }

  @Test
  void derivedColumnsStandLast() {
    Table with = TableEdits.with(TABLE, "e", row -> row == 0 ? "first" : null);

    assertThat(with.names()).containsExactly("n", "c", "d", "e");
    assertThat(with.column("e").text(0)).isEqualTo("first");
    assertThat(with.column("e").isMissing(1)).isTrue();
  }

  @Test
  void tablesFollowEachOther() {
    Table other =
        new Table(
            "u",
            List.of(
                new Column.Numeric("n", new double[] {5}),
                Column.Categorical.of("c", List.of("a")),
                new Column.Numeric("d", new double[] {7})),
            1);
    Table both = TableEdits.concatenate(List.of(TABLE, other));

    assertThat(both.rows()).isEqualTo(3);
    assertThat(both.numeric("n").values()).containsExactly(1, Double.NaN, 5);
    assertThat(((Column.Categorical) both.column("c")).codes()).containsExactly(1, -1, 0);
    assertThat(both.column("d").text(2)).isEqualTo("7");
  }
}
