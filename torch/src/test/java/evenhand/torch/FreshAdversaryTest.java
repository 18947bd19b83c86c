package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class FreshAdversaryTest {

  private final FreshAdversary fresh = new FreshAdversary(List.of(16), 1);

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @Test
  void tellsGroupsThatShow() {
    Recovered recovered = fresh.on(rows(1, 2, 1), rows(2, 2, 1), 2);

    assertThat(recovered.balancedAccuracy()).isGreaterThan(0.95);
    assertThat(recovered.auc().orElseThrow()).isGreaterThan(0.98);
    assertThat(recovered.toString()).startsWith("balanced accuracy ").contains(", AUC ");
  }

  @Test
  void guessesGroupsThatDoNot() {
    Recovered recovered = fresh.on(rows(1, 2, 0), rows(2, 2, 0), 2);

    assertThat(recovered.balancedAccuracy()).isBetween(0.45, 0.55);
    assertThat(recovered.auc().orElseThrow()).isBetween(0.45, 0.55);
  }

  @Test
  void severalGroupsHaveNoAuc() {
    Recovered recovered = fresh.on(rows(1, 3, 1), rows(2, 3, 1), 3);

    assertThat(recovered.balancedAccuracy()).isGreaterThan(0.9);
    assertThat(recovered.auc()).isEmpty();
  }

  @Test
  void oneSeedGivesTheSameFigures() {
    assertThat(fresh.on(rows(1, 2, 0.2), rows(2, 2, 0.2), 2))
        .isEqualTo(fresh.on(rows(1, 2, 0.2), rows(2, 2, 0.2), 2));
  }

  /** Two columns, of which the second tells the group as clearly as stated. */
  private static FreshAdversary.Rows rows(long seed, int k, double clearly) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1500;
    int[] groups = new int[n];
    float[] shown = new float[2 * n];
    for (int i = 0; i < n; i++) {
      groups[i] = random.nextInt(k);
      shown[2 * i] = (float) random.nextDouble(-1, 1);
      shown[2 * i + 1] = (float) (clearly * groups[i] + random.nextDouble(-0.4, 0.4));
    }
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return new FreshAdversary.Rows(shown, 2, groups, ones);
  }
}
