package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of outcomes refuses, in which words. */
final class OutcomesTest {

  private static final BinaryOutcomes THREE = BinaryOutcomes.of(new int[] {0, 1, 1});

  private static void assertRefused(ThrowingCallable attempt, String sentence) {
    assertThatExceptionOfType(DataException.class).isThrownBy(attempt).withMessage(sentence);
  }

  @Test
  void noRows() {
    String sentence = "there are no rows to audit; at least one is needed";
    assertRefused(() -> BinaryOutcomes.of(new int[0]), sentence);
    assertRefused(() -> ClassOutcomes.of(List.of("a", "b"), new int[0], new int[0]), sentence);
    assertRefused(() -> NumericOutcomes.of(new double[0], new double[0]), sentence);
  }

  @Test
  void labelsThatAreNone() {
    assertRefused(
        () -> BinaryOutcomes.of(new int[] {0, 1, 2}), "the label of row 3 is 2; it must be 0 or 1");
    assertRefused(
        () -> ClassOutcomes.of(List.of("a", "b"), new int[] {0, 2}, new int[] {0, 1}),
        "the label of row 2 is class number 2; there are 2 classes, numbered from 0");
    assertRefused(
        () -> ClassOutcomes.of(List.of("a", "b"), new int[] {0, 1}, new int[] {-1, 1}),
        "the prediction of row 1 is class number -1; there are 2 classes, numbered from 0");
    assertRefused(
        () -> NumericOutcomes.of(new double[] {1, Double.NaN}, new double[2]),
        "the label of row 2 is NaN; it must be a number from -1.0E45 to 1.0E45");
    assertRefused(
        () -> NumericOutcomes.of(new double[] {1}, new double[] {Double.NEGATIVE_INFINITY}),
        "the prediction of row 1 is -Infinity; it must be a number from -1.0E45 to 1.0E45");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.1, 1.0000001})
  void scoresAndDecisionsThatAreNoProbabilities(double wrong) {
    assertRefused(
        () -> THREE.withScores(new double[] {0, wrong, 1}),
        "the score of row 2 is " + wrong + "; it must be a number between 0 and 1");
    assertRefused(
        () -> THREE.withDecisions(new double[] {0, 1, wrong}),
        "the decision of row 3 is " + wrong + "; it must be a number between 0 and 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1, 1e31, 1e-31})
  void weightsThatAreNone(double wrong) {
    String sentence =
        "the weight of row 2 is "
            + wrong
            + "; a weight must be 0 or a number from 1.0E-30 to 1.0E30";
    assertRefused(() -> THREE.withWeights(new double[] {1, wrong, 1}), sentence);
    assertRefused(
        () -> NumericOutcomes.of(new double[2], new double[2]).withWeights(new double[] {1, wrong}),
        sentence);
  }

  @Test
  void weightsThatAreAllZero() {
    assertRefused(
        () -> THREE.withWeights(new double[3]), "every weight is 0; at least one row must count");
    assertThat(THREE.withWeights(new double[] {0, 0, 0.1}).weights()).isPresent();
  }

  @Test
  void numbersOfWhichThereIsNotOnePerRow() {
    assertRefused(() -> THREE.withScores(new double[2]), "there are 2 scores for 3 rows");
    assertRefused(() -> THREE.withDecisions(new double[4]), "there are 4 decisions for 3 rows");
    assertRefused(() -> THREE.withWeights(new double[4]), "there are 4 weights for 3 rows");
    assertRefused(
        () -> NumericOutcomes.of(new double[2], new double[1]),
        "there are 1 predictions for 2 rows");
    assertRefused(
        () -> ClassOutcomes.of(List.of("a", "b"), new int[1], new int[2]),
        "there are 2 predictions for 1 rows");
  }

  @Test
  void classesThatAreTooFewOrTheSame() {
    assertRefused(
        () -> ClassOutcomes.of(List.of("a"), new int[1], new int[1]),
        "two or more different classes are needed, got [a]");
    assertRefused(
        () -> ClassOutcomes.of(List.of("a", "a"), new int[1], new int[1]),
        "two or more different classes are needed, got [a, a]");
  }

  @Test
  void sizesAreRows() {
    assertThat(THREE.size()).isEqualTo(3);
    assertThat(ClassOutcomes.of(List.of("a", "b"), new int[4], new int[4]).size()).isEqualTo(4);
    assertThat(NumericOutcomes.of(new double[5], new double[5]).size()).isEqualTo(5);
  }
}
