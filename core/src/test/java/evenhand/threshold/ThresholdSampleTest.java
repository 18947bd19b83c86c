package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThresholdSampleTest {

  private static final List<Groups> GROUPS = List.of(Groups.of("g", List.of("a", "b")));

  private static void refused(double[] scores, int[] labels, double[] weights, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new ThresholdSample(scores, labels, weights, GROUPS))
        .withMessage(message);
  }

  @Test
  void badRowsAreNamed() {
    double[] scores = {0.1, 7};
    int[] labels = {0, 1};
    double[] ones = {1, 1};
    refused(
        new double[] {0, Double.NaN}, labels, ones, "the score of row 2 is NaN; it must be finite");
    refused(scores, new int[] {0, 2}, ones, "the label of row 2 is 2.0; it must be 0 or 1");
    refused(
        scores, labels, new double[] {-1, 1}, "the weight of row 1 is -1.0; it must be 0 or more");
    refused(scores, labels, new double[2], "every weight is 0, at least one row must count");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ThresholdSample.of(scores, labels, List.of()))
        .withMessage("thresholds need groups; name the group columns with --group");
  }

  @Test
  void anIntersectionIsFoundByItsName() {
    ThresholdSample rows =
        ThresholdSample.of(
            new double[] {1, 2},
            new int[] {0, 1},
            List.of(GROUPS.get(0), Groups.of("h", List.of("x", "x"))));
    assertThat(rows.groups("g&h").names()).containsExactly("a&x", "b&x");
    assertThat(rows.select(new int[] {1}).labels()).containsExactly(1);
  }
}
