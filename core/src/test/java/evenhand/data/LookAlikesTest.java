package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LookAlikesTest {

  @Test
  void groupsThatDifferInCaseOrInnerBlanksAreNamedWithTheirRows() {
    Groups groups =
        Groups.of(
            "city",
            List.of("New York", "new york", "New\u00a0York", "Boston", "New York", "Newyork"));

    assertThat(LookAlikes.sentences("a.csv", groups))
        .containsExactly(
            "a.csv, column city: New York (2 rows) and New<U+00A0>York (1 row) and new york (1"
                + " row) look alike and are 3 groups; give them one spelling if they are one"
                + " group");
  }

  @Test
  void valuesOfAnOutcomeAreNamedToo() {
    Column.Categorical label =
        Column.Categorical.of("y", Arrays.asList("Yes", "no", null, "yes", "Yes"));

    assertThat(LookAlikes.sentences("a.csv", label))
        .containsExactly(
            "a.csv, column y: Yes (2 rows) and yes (1 row) look alike and are 2 values; give them"
                + " one spelling if they are the same");
  }

  @Test
  void othersAreNotMentioned() {
    assertThat(LookAlikes.sentences("a.csv", Groups.of("sex", List.of("F", "M", "(missing)"))))
        .isEmpty();
  }

  @Test
  void ofManyTheFirstAreSaid() {
    List<String> names =
        List.of("a", "A", "b", "B", "c", "C", "d", "D", "e", "E", "f", "F", "g", "G");

    assertThat(LookAlikes.sentences("a.csv", Groups.of("x", names)))
        .hasSize(6)
        .last()
        .isEqualTo("a.csv, column x: 2 more sets of groups look alike");
  }
}
