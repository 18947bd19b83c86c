package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.parity.Comparison;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ErrorsTest {

  private static final double[][] GROUPS = {{0.1, -0.2}, {-0.1, 0.3}, {5, 5}};
  private static final Errors ERRORS = new Errors(GROUPS, new double[] {0.05, 0});

  @Test
  void gapsAreThoseOfTheChosenGroupsErrors() {
    int[] chosen = {0, 1};
    assertThat(ERRORS.gaps(chosen, Comparison.BETWEEN_GROUPS)).containsExactly(0.2, 0.5);
    assertThat(ERRORS.gaps(chosen, Comparison.TO_OVERALL)[0])
        .isEqualTo(Math.max(0.1 - 0.05, 0.05 + 0.1));
    assertThat(ERRORS.gaps(chosen, Comparison.TO_OVERALL)[1]).isEqualTo(0.3);
    assertThat(ERRORS.gaps(chosen, Comparison.WORST_GROUP)).containsExactly(0.1, 0.3);
  }

  /**
   * Of 99 distances the 95th smallest: a new one is as likely in any of the 100 gaps between them.
   */
  @Test
  void reachIsExceededByTheShareLeft() {
    double[] distances = IntStream.range(0, 99).mapToDouble(i -> (i * 37) % 99).toArray();
    assertThat(Errors.reach(distances, 0.95)).isEqualTo(94);
    assertThat(Errors.reach(distances, 0.999)).isEqualTo(98);
    assertThat(distances[1]).as("left in place").isEqualTo(37);
  }
}
