package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RowSharesTest {

  private static final int[] CHOSEN = {4, 0, 2};

  @ParameterizedTest
  @EnumSource(RowShares.class)
  void addUpToOneAndBeginAlike(RowShares shares) {
    float[] numbers = new float[5];
    Arrays.fill(numbers, shares.beginning());

    assertThat(shares.of(numbers, CHOSEN))
        .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
    numbers[4] += 0.5f;
    assertThat(Arrays.stream(shares.of(numbers, CHOSEN)).sum()).isCloseTo(1, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource(RowShares.class)
  void pullBackIsTheCentralDifference(RowShares shares) {
    SplittableRandom random = new SplittableRandom(3);
    float[] numbers = new float[5];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextDouble(0.5, 2);
    }
    double[] slope = {0.3, -1.2, 2};

    double[] back = shares.pulledBack(numbers, CHOSEN, shares.of(numbers, CHOSEN), slope);

    for (int i = 0; i < CHOSEN.length; i++) {
      float step = 1f / 1024;
      double above = value(shares, moved(numbers, CHOSEN[i], step), slope);
      double below = value(shares, moved(numbers, CHOSEN[i], -step), slope);
      assertThat(back[i]).isCloseTo((above - below) / (2.0 * step), within(1e-5));
    }
  }

  /** Weights so large that their exponentials overflow are still shares. */
  @ParameterizedTest
  @EnumSource(value = RowShares.class, names = "SOFTMAX")
  void largeNumbersDoNotOverflow(RowShares shares) {
    assertThat(shares.of(new float[] {1000, 0, -1000, 0, 1000}, CHOSEN))
        .containsExactly(0.5, 0.5, 0);
  }

  private static double value(RowShares shares, float[] numbers, double[] slope) {
    double[] each = shares.of(numbers, CHOSEN);
    double sum = 0;
    for (int i = 0; i < each.length; i++) {
      sum += each[i] * slope[i];
    }
    return sum;
  }

  private static float[] moved(float[] numbers, int at, float by) {
    float[] moved = numbers.clone();
    moved[at] += by;
    return moved;
  }
}
