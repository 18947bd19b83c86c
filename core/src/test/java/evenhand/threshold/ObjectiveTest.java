package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ObjectiveTest {

  /** Of 40 true negatives, 10 false positives, 20 false negatives and 30 true positives. */
  @ParameterizedTest
  @CsvSource({"accuracy, 0.7", "balanced_accuracy, 0.7", "f1, 0.6666666667", "'cost:1,2.5', 0.6"})
  void isWhatItsNameSays(String text, double value) {
    Objective objective = Objective.parse(text);
    assertThat(objective.of(new double[] {40, 10, 20, 30}).orElseThrow())
        .isCloseTo(value, within(1e-9));
    assertThat(objective.id()).isEqualTo(text);
    assertThat(objective.isMaximised()).isEqualTo(!text.startsWith("cost"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"recall", "cost:1", "cost:1,x", "cost:1,2,3", "", "ACCURACY"})
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Objective.parse(text))
        .withMessage(
            "there is no objective %s; it is accuracy, balanced_accuracy, f1, or cost:FP,FN such as cost:1,5"
                .formatted(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cost:0,0", "cost:-1,2", "cost:NaN,1", "cost:1,Infinity"})
  void costsMustBeNumbersThatCanBePaid(String text) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Objective.parse(text))
        .withMessageContaining("the costs must be numbers of at least 0, not both 0");
  }

  @Test
  void withoutTheLabelItNeedsThereIsNoValue() {
    assertThat(Objective.parse("balanced_accuracy").of(new double[] {1, 2, 0, 0})).isEmpty();
    assertThat(Objective.parse("f1").of(new double[] {3, 0, 0, 0})).isEmpty();
    assertThat(Objective.parse("cost:1,1").of(new double[4])).isEmpty();
  }
}
