package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predictions beside a label in other values: read right or refused with the row. */
final class DecisionReadingTest {

  private static Table table(String label, String predictions) {
    return new Table("t.csv", List.of(column("y", label), column("p", predictions)), 3);
  }

  private static Column column(String name, String values) {
    String[] each = values.split(" ", -1);
    boolean numbers = Arrays.stream(each).allMatch(value -> value.matches("-?[0-9.]+"));
    return numbers
        ? new Column.Numeric(name, Arrays.stream(each).mapToDouble(Double::parseDouble).toArray())
        : Column.Categorical.of(name, Arrays.asList(each));
  }

  private static int[] read(String label, @Nullable String positive, String predictions) {
    Table table = table(label, predictions);
    return Outcome.of(table, "y", positive).read(table, "p");
  }

  @ParameterizedTest
  @CsvSource({
    "no yes no, , yes no yes",
    "0 1 0, , 1.0 0.0 1",
    "-1 1 -1, , 1 -1 1",
    "no yes no, , 1 0 1",
    "no yes no, , true false true",
    "0 1 0, , yes no yes",
    "f t f, , t f t",
    "N Y N, , 1 0 1",
    "good bad good, bad, 1 0 1",
    "1 2 1, 2, 2 1 2",
    "7 17 3, >=10, 10 9 20",
    "a b a, b, 1 0 1"
  })
  void readsOneZeroOne(String label, @Nullable String positive, String predictions) {
    assertThat(read(label, positive, predictions)).containsExactly(1, 0, 1);
  }

  /** 1 is yes, and yes is not what counts here. */
  @Test
  void otherWordsKeepTheirMeaningWhicheverValueIsPositive() {
    assertThat(read("no yes no", "no", "1 0 1")).containsExactly(0, 1, 0);
    assertThat(read("0 1 0", "0", "no yes no")).containsExactly(1, 0, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 1, 2, 1 0 1, '2, column p: 0 is neither 2 nor 1'",
    "1 2 1, 1, 1 1 0, '3, column p: 0 is neither 1 nor 2'",
    "no yes no, , yes no perhaps, '3, column p: perhaps is neither yes nor no'",
    "no yes no, , 0.9 0.2 0.9, '1, column p: 0.9 is neither yes nor no'",
    "a b a, b, yes no yes, '1, column p: yes is neither b nor a'"
  })
  void refusesWithTheRow(String label, @Nullable String positive, String predictions, String what) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read(label, positive, predictions))
        .withMessageStartingWith("t.csv, row " + what);
  }

  @Test
  void aRuleBesideZeroAndOneIsAskedAbout() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("7 17 3", ">=10", "0 1 0"))
        .withMessageContaining("--prediction-positive 1 or --prediction-positive '>=10'");
    assertThat(read("7 17 3", ">=1", "0 1 0")).as("either way the same").containsExactly(0, 1, 0);
  }

  @Test
  void oneValueAloneIsReadWhereItTellsWhichItIs() {
    Outcome onlyNo = Outcome.ofOneOrTwo(table("no no no", "1 0 1"), "y", null);
    assertThat(onlyNo.negative()).isEqualTo("no");
    assertThat(onlyNo.read(table("no no no", "1 0 1"), "p")).containsExactly(1, 0, 1);
    assertThat(Outcome.ofOneOrTwo(table("b b b", "1 0 1"), "y", "a").read(table("b b b", "1 0 1")))
        .containsExactly(0, 0, 0);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Outcome.ofOneOrTwo(table("b b b", "1 0 1"), "y", null))
        .withMessageContaining("only the value b; say with --positive");
  }

  @Test
  void oneAndTwoAreAskedAbout() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("1 2 1", null, "1 2 1"))
        .withMessageContaining("say with --positive which value of column y counts as positive");
  }
}
