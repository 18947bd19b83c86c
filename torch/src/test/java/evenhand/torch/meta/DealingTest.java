package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DealingTest {

  @Test
  void everyRowComesOnce() {
    int[][] steps =
        new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT).deal(10, 4, new SplittableRandom(1));

    assertThat(steps).hasNumberOfRows(3);
    assertThat(steps[2]).hasSize(2);
    assertThat(Arrays.stream(steps).flatMapToInt(Arrays::stream).sorted().toArray())
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aSmallerLastStepCanBeDropped() {
    assertThat(Dealing.shuffled().deal(10, 4, new SplittableRandom(1))).hasNumberOfRows(2);
  }

  @Test
  void drawsAreAsFrequentAsTheirChances() {
    double[] chances = {1, 0, 3};
    int[][] steps = new Dealing.Drawn(chances).deal(3, 40_000, new SplittableRandom(2));

    assertThat(steps).hasNumberOfRows(1);
    assertThat(Arrays.stream(steps[0]).filter(row -> row == 1).count()).isZero();
    assertThat(Arrays.stream(steps[0]).filter(row -> row == 2).count() / 40_000.0)
        .isCloseTo(0.75, within(0.01));
  }
}
