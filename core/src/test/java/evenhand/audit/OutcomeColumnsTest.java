package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.audit.OutcomeColumns.Task;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutcomeColumnsTest {

  private static final Table TABLE =
      new Table(
          "decided.csv",
          List.of(
              words("repaid", "yes", "no", "yes", "no"),
              words("approved", "yes", "yes", "no", "no"),
              words("colour", "red", "blue", "green", "red"),
              words("guess", "red", "blue", "blue", "violet"),
              words("holed", "red", null, "green", "red"),
              new Column.Numeric("score", new double[] {0.5, 0.49, 1, 0}),
              new Column.Numeric("weight", new double[] {1, 2, 0, 1}),
              new Column.Numeric("grade", new double[] {1, 2, 3, 4}),
              new Column.Numeric("predicted", new double[] {1.5, 2, 3, Double.NaN})),
          4);

  private static Column words(String name, @Nullable String... values) {
    return Column.Categorical.of(name, Arrays.asList(values));
  }

  private static OutcomeColumns columns(Task task, String label, String... roles) {
    List<Optional<String>> given = new ArrayList<>();
    for (String role : List.of("positive", "prediction", "acceptance", "score", "weight")) {
      given.add(
          Arrays.stream(roles)
              .filter(each -> each.startsWith(role + "="))
              .map(each -> each.substring(role.length() + 1))
              .findFirst());
    }
    return new OutcomeColumns(
        task,
        Optional.of(label),
        given.get(0),
        given.get(1),
        Optional.empty(),
        given.get(2),
        given.get(3),
        OptionalDouble.empty(),
        given.get(4));
  }

  private static void assertRefused(ThrowingCallable attempt, String sentence) {
    assertThatExceptionOfType(DataException.class).isThrownBy(attempt).withMessage(sentence);
  }

  private static BinaryOutcomes binary(OutcomeColumns columns) {
    return (BinaryOutcomes) columns.of(TABLE);
  }

  @Test
  void decisionsAreReadInTheLabelsOwnValues() {
    BinaryOutcomes outcomes =
        binary(columns(Task.AUTO, "repaid", "prediction=approved", "score=score", "weight=weight"));
    assertThat(outcomes.labels()).containsExactly(1, 0, 1, 0);
    assertThat(outcomes.decisions().orElseThrow()).containsExactly(1, 1, 0, 0);
    assertThat(outcomes.scores().orElseThrow()).containsExactly(0.5, 0.49, 1, 0);
    assertThat(outcomes.weights().orElseThrow()).containsExactly(1, 2, 0, 1);
    assertThat(binary(columns(Task.AUTO, "repaid", "prediction=approved", "positive=no")).labels())
        .containsExactly(0, 1, 0, 1);
  }

  @Test
  void scoresAloneDecideAtTheThreshold() {
    BinaryOutcomes outcomes = binary(columns(Task.AUTO, "repaid", "score=score"));
    assertThat(outcomes.decisions().orElseThrow())
        .as("the threshold itself is accepted")
        .containsExactly(1, 0, 1, 0);
    assertThat(outcomes.weights()).isEmpty();
  }

  @Test
  void probabilitiesOfAcceptanceAreKeptAsTheyAre() {
    BinaryOutcomes outcomes = binary(columns(Task.AUTO, "repaid", "acceptance=score"));
    assertThat(outcomes.decisions().orElseThrow()).containsExactly(0.5, 0.49, 1, 0);
    assertThat(outcomes.scores()).isEmpty();
  }

  @Test
  void moreThanTwoWordsAreClasses() {
    ClassOutcomes outcomes =
        (ClassOutcomes) columns(Task.AUTO, "colour", "prediction=guess").of(TABLE);
    assertThat(outcomes.classes())
        .as("of labels and predictions")
        .containsExactly("blue", "green", "red", "violet");
    assertThat(outcomes.labels()).containsExactly(2, 0, 1, 2);
    assertThat(outcomes.decisions()).containsExactly(2, 0, 0, 3);
  }

  @Test
  void numbersAreClassesOrMeasurementsAsIsSaid() {
    assertRefused(
        () -> columns(Task.AUTO, "grade", "prediction=grade").of(TABLE),
        "decided.csv: the numbers of column grade may be classes or measurements; say which with"
            + " --task multiclass or --task regression");
    assertThat(columns(Task.MULTICLASS, "grade", "prediction=grade").of(TABLE))
        .isInstanceOfSatisfying(
            ClassOutcomes.class,
            found -> assertThat(found.classes()).containsExactly("1", "2", "3", "4"));
    assertThat(columns(Task.REGRESSION, "grade", "prediction=score").of(TABLE))
        .isInstanceOfSatisfying(
            NumericOutcomes.class,
            found -> assertThat(found.predictions()).containsExactly(0.5, 0.49, 1, 0));
    assertThat(binary(columns(Task.AUTO, "grade", "score=score", "positive=>=3")).labels())
        .as("a rule makes two of them")
        .containsExactly(0, 0, 1, 1);
  }

  @Test
  void aMissingValueIsNamedWithItsRow() {
    assertRefused(
        () -> columns(Task.MULTICLASS, "colour", "prediction=holed").of(TABLE),
        "decided.csv, row 2, column holed: the value is missing; every row needs one");
    assertRefused(
        () -> columns(Task.REGRESSION, "grade", "prediction=predicted").of(TABLE),
        "decided.csv, row 4, column predicted: the value is missing; every row needs one");
  }

  @Test
  void scoresAreOfBinaryOutcomesOnly() {
    assertRefused(
        () -> columns(Task.MULTICLASS, "colour", "prediction=guess", "score=score").of(TABLE),
        "scores and acceptance probabilities are of binary outcomes, the task is multiclass");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> columns(Task.AUTO, "colour", "score=score", "positive=red").of(TABLE))
        .withMessageContaining("a binary outcome has two values");
  }

  @Test
  void refusesRolesThatContradict() {
    assertRefused(
        () -> columns(Task.AUTO, "repaid"),
        "nothing to audit: name a column with --prediction, --acceptance or --score");
    assertRefused(
        () -> columns(Task.AUTO, "repaid", "prediction=approved", "acceptance=score"),
        "give --prediction or --acceptance, not both: each holds decisions");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void theThresholdIsAProbability(double threshold) {
    assertRefused(
        () ->
            new OutcomeColumns(
                Task.AUTO,
                Optional.of("repaid"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("score"),
                OptionalDouble.of(threshold),
                Optional.empty()),
        "the threshold must be between 0 and 1, was " + threshold);
  }
}
