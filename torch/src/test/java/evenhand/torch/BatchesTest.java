package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.loss.Batch;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BatchesTest {

  private final Batch rows = Batch.of(Toys.sample(1, 1003));

  @Test
  void everyRowIsInExactlyOneBatchOfAboutTheSizeAsked() {
    int[][] batches = new Batches(rows, 100).of(new SplittableRandom(1));

    assertThat(batches.length).isEqualTo(11);
    assertThat(Arrays.stream(batches).flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(java.util.stream.IntStream.range(0, 1003).toArray());
    for (int[] batch : batches) {
      assertThat(batch.length).isBetween(91, 92);
    }
  }

  @Test
  void everyBatchHoldsEveryStratumInItsShare() {
    int[] all = counts(java.util.stream.IntStream.range(0, 1003).toArray());
    for (int[] batch : new Batches(rows, 100).of(new SplittableRandom(2))) {
      int[] counts = counts(batch);
      for (int stratum = 0; stratum < 4; stratum++) {
        double expected = (double) all[stratum] * batch.length / 1003;
        assertThat((double) counts[stratum]).isBetween(expected - 2.5, expected + 2.5);
      }
    }
  }

  private int[] counts(int[] chosen) {
    int[] counts = new int[4];
    for (int i : chosen) {
      counts[2 * rows.groups().get(0).codes()[i] + rows.labels()[i]]++;
    }
    return counts;
  }

  @Test
  void oneSeedDealsTheSameBatches() {
    Batches batches = new Batches(rows, 64);

    assertThat(batches.of(new SplittableRandom(3)))
        .isDeepEqualTo(batches.of(new SplittableRandom(3)));
    assertThat(
            Arrays.deepEquals(
                batches.of(new SplittableRandom(3)), batches.of(new SplittableRandom(4))))
        .isFalse();
  }
}
