package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ColumnTest {

  @Test
  void categoriesAreSortedAndNullIsMissing() {
    Column.Categorical column =
        Column.Categorical.of("c", Arrays.asList("b", null, "a", "b", "", "Z"));

    assertThat(column.levels()).containsExactly("", "Z", "a", "b");
    assertThat(column.codes()).containsExactly(3, -1, 2, 3, 0, 1);
    assertThat(column.isMissing(1)).isTrue();
    assertThat(column.text(1)).isNull();
    assertThat(column.text(3)).isEqualTo("b");
  }

  @Test
  void numbersAreWrittenAsAPersonWould() {
    Column.Numeric column =
        new Column.Numeric(
            "n", new double[] {39, -0.5, Double.NaN, 1e15, 1e300, 123456789012345.0});

    assertThat(column.text(0)).isEqualTo("39");
    assertThat(column.text(1)).isEqualTo("-0.5");
    assertThat(column.text(2)).isNull();
    assertThat(column.text(3)).isEqualTo("1.0E15");
    assertThat(column.text(4)).isEqualTo("1.0E300");
    assertThat(column.text(5)).isEqualTo("123456789012345");
  }
}
