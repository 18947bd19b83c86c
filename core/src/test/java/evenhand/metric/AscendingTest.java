package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AscendingTest {

  @Test
  void sortsAsAStableComparisonSortDoes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int sample = 0; sample < 50; sample++) {
      int n = random.nextInt(3000);
      int levels = 1 + random.nextInt(500);
      double[] values =
          IntStream.range(0, n)
              .mapToDouble(
                  i -> Math.scalb((double) random.nextInt(levels), random.nextInt(3) * -20))
              .toArray();
      int[] expected =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> values[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(Ascending.order(values)).isEqualTo(expected);
    }
  }

  @Test
  void negativeValuesComeFirst() {
    assertThat(Ascending.order(new double[] {0.5, -2, 1e300, -1e-300, -1e300, -2}))
        .containsExactly(4, 1, 5, 3, 0, 2);
  }

  @Test
  void negativeZeroTiesWithZero() {
    assertThat(Ascending.order(new double[] {0.5, 0.0, -0.0, 1})).containsExactly(1, 2, 0, 3);
  }
}
