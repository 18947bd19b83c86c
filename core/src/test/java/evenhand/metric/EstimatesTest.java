package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EstimatesTest {

  private static final Groups GROUPS =
      new Groups("g", List.of("a", "b", "c", "d"), new int[] {0, 0, 0, 1, 1, 2});

  @Test
  void meansAndTheirErrors() {
    Estimates estimates =
        Estimates.ofMeans(new double[] {1, 2, 6, 4, 4, 9}, new double[] {1, 1, 1, 1, 1, 1}, GROUPS);
    assertThat(estimates.values().get(0)).hasValue(3);
    assertThat(estimates.values().get(3)).as("no rows").isEmpty();
    assertThat(estimates.overall().orElseThrow()).isCloseTo(26.0 / 6, within(1e-12));
    // sample variance 7 of three rows: √(7 / 3)
    assertThat(estimates.standardErrors().get(0).orElseThrow())
        .isCloseTo(Math.sqrt(7.0 / 3), within(1e-12));
    assertThat(estimates.standardErrors().get(1)).hasValue(0);
    assertThat(estimates.standardErrors().get(2)).as("one row").isEmpty();
    assertThat(estimates.shared()[0]).isCloseTo(Math.sqrt(7.0 / 3) / 2, within(1e-12));
  }

  @Test
  void equalWeightsChangeNothing() {
    double[] each = {1, 2, 6, 4, 5, 9};
    Estimates once = Estimates.ofMeans(each, new double[] {1, 1, 1, 1, 1, 1}, GROUPS);
    Estimates thrice = Estimates.ofMeans(each, new double[] {3, 3, 3, 3, 3, 3}, GROUPS);
    assertThat(thrice.values()).isEqualTo(once.values());
    assertThat(thrice.standardErrors().get(0).orElseThrow())
        .isCloseTo(once.standardErrors().get(0).orElseThrow(), within(1e-12));
    assertThat(thrice.shared()).containsExactly(once.shared(), within(1e-12));
  }

  @Test
  void rowsWithoutWeightDoNotCount() {
    Estimates estimates =
        Estimates.ofMeans(new double[] {1, 2, 6, 4, 4, 9}, new double[] {1, 1, 0, 0, 0, 0}, GROUPS);
    assertThat(estimates.values().get(0)).hasValue(1.5);
    assertThat(estimates.values().get(1)).isEmpty();
    assertThat(estimates.overall()).hasValue(1.5);
  }
}
