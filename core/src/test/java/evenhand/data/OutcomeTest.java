package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTest {

  private static Table words(String... values) {
    List<String> levels =
        java.util.Arrays.stream(values).filter(v -> v != null).sorted().distinct().toList();
    int[] codes = new int[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = values[i] == null ? -1 : levels.indexOf(values[i]);
    }
    return new Table(
        "loans.csv", List.of(new Column.Categorical("y", levels, codes)), codes.length);
  }

  private static Table numbers(double... values) {
    return new Table("loans.csv", List.of(new Column.Numeric("y", values)), values.length);
  }

  @Test
  void readsTheGivenPositiveValue() {
    Table table = words("<=50K", ">50K", "<=50K");
    Outcome outcome = Outcome.of(table, "y", ">50K");
    assertThat(outcome).isEqualTo(new Outcome("y", ">50K", "<=50K"));
    assertThat(outcome.read(table)).containsExactly(0, 1, 0);
    assertThat(outcome.text(1)).isEqualTo(">50K");
  }

  @Test
  void takesTheUsualPositiveValueWhenNoneIsGiven() {
    assertThat(Outcome.of(words("no", "yes"), "y", null).positive()).isEqualTo("yes");
    assertThat(Outcome.of(numbers(1, 0, 1), "y", null).positive()).isEqualTo("1");
    assertThat(Outcome.of(numbers(1, 2), "y", "2.0").positive()).isEqualTo("2");
  }

  @Test
  void cutsNumbersByARule() {
    Table table = numbers(9, 10, 11);
    Outcome outcome = Outcome.of(table, "y", ">=10");
    assertThat(outcome.read(table)).containsExactly(0, 1, 1);
    assertThat(outcome.negative()).isEqualTo("<10");
    assertThat(Outcome.of(numbers(0.2, 0.9), "y", ">0.7").negative()).isEqualTo("<=0.7");
  }

  @Test
  void readsPredictionsInTheLabelsOwnValuesOrAsZeroAndOne() {
    Outcome outcome = new Outcome("income", ">50K", "<=50K");
    assertThat(outcome.read(words(">50K", "<=50K"), "y")).containsExactly(1, 0);
    assertThat(outcome.read(numbers(0, 1), "y")).containsExactly(0, 1);
  }

  @Test
  void refusesWhatIsNotBinary() {
    assertThatThrownBy(() -> Outcome.of(words("a", "a"), "y", "a"))
        .isInstanceOf(DataException.class)
        .hasMessage("loans.csv: column y has only the value a; a binary outcome needs two");
    assertThatThrownBy(() -> Outcome.of(words("a", "b", "c"), "y", "a"))
        .hasMessage(
            "loans.csv, row 3, column y: a binary outcome has two values, but here is a third: a, b, c");
    assertThatThrownBy(() -> Outcome.of(words("a", "b"), "y", "yes"))
        .hasMessage(
            "loans.csv: the positive value yes does not occur in column y, which holds a and b");
    assertThatThrownBy(() -> Outcome.of(words("a", "b"), "y", null))
        .hasMessage(
            "loans.csv: say with --positive which value of column y counts as positive: a or b");
    assertThatThrownBy(() -> Outcome.of(words("a", null, "b"), "y", "a"))
        .hasMessage("loans.csv, row 2, column y: the value is missing; every row needs one");
    assertThatThrownBy(() -> new Outcome("y", "a", "b").read(words("a", "c"), "y"))
        .hasMessage("loans.csv, row 2, column y: c is neither a nor b");
  }
}
