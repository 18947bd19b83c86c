package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

final class RowBlocksTest {

  @Test
  void coverEveryRowOnce() {
    for (int rows : new int[] {0, 1, 4096, 8191, 8192, 8193, 100_000}) {
      AtomicIntegerArray seen = new AtomicIntegerArray(rows);
      RowBlocks.each(
          rows,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              seen.incrementAndGet(i);
            }
          });
      for (int i = 0; i < rows; i++) {
        assertThat(seen.get(i)).isEqualTo(1);
      }
    }
  }
}
