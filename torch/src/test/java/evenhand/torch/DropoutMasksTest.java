package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMasksTest {

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.2, 0.5, 0.99})
  void zerosComeWithTheirShareAndTheRestMakesUpForThem(double share) {
    float[] mask = mask(3, share, 1000, 101);

    double mean = 0;
    int zeros = 0;
    for (float each : mask) {
      mean += each / (double) mask.length;
      zeros += each == 0 ? 1 : 0;
    }
    double spread = Math.sqrt(share * (1 - share) / mask.length);
    assertThat((double) zeros / mask.length).isCloseTo(share, within(4 * spread + 1e-5));
    assertThat(mean).isCloseTo(1, within(4 * spread / (1 - share) + 1e-5));
    assertThat(distinct(mask)).isLessThanOrEqualTo(2);
  }

  @Test
  void decisionsOfOneRandomNumberDoNotDependOnEachOther() {
    float[] mask = mask(4, 0.5, 20_000, 4);
    for (int one = 0; one < 4; one++) {
      for (int other = 0; other < one; other++) {
        double both = 0;
        for (int r = 0; r < 20_000; r++) {
          both += mask[4 * r + one] == 0 && mask[4 * r + other] == 0 ? 1.0 / 20_000 : 0;
        }

        assertThat(both).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 20_000)));
      }
    }
  }

  @Test
  void oneSeedGivesTheSameMasksAndEachCallAnother() {
    assertThat(mask(5, 0.3, 10, 10)).isEqualTo(mask(5, 0.3, 10, 10));
    assertThat(mask(6, 0.3, 10, 10)).isNotEqualTo(mask(5, 0.3, 10, 10));
    try (PointerScope ignored = new PointerScope()) {
      DropoutMasks masks = new DropoutMasks(5);
      Tensor like = Torch.floats(new float[100], 100);

      assertThat(values(masks.next(like, 0.3), 100))
          .isNotEqualTo(values(masks.next(like, 0.3), 100));
    }
  }

  private static float[] mask(long seed, double share, int rows, int columns) {
    try (PointerScope ignored = new PointerScope()) {
      Tensor like = Torch.floats(new float[rows * columns], rows, columns);
      Tensor mask = new DropoutMasks(seed).next(like, share);
      assertThat(mask.size(0)).isEqualTo(rows);
      assertThat(mask.size(1)).isEqualTo(columns);
      return values(mask, rows * columns);
    }
  }

  private static float[] values(Tensor mask, int count) {
    float[] values = new float[count];
    Torch.read(mask, values);
    return values;
  }

  private static long distinct(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    long distinct = 1;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    return distinct;
  }
}
