package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.loss.Loss;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class AdversaryTest {

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @Test
  void theEntropysSlopeIsItsDifferenceQuotient() {
    SplittableRandom random = new SplittableRandom(1);
    int[] groups = {0, 2, 1, 2, 0};
    double[] weights = {1, 2, 0.5, 0, 1};
    double[] logits = random.doubles(15, -3, 3).toArray();
    Loss.Evaluated here = Adversary.entropy(logits, groups, weights);

    for (int i = 0; i < logits.length; i++) {
      double kept = logits[i];
      logits[i] = kept + 1e-6;
      double above = Adversary.entropy(logits, groups, weights).value();
      logits[i] = kept - 1e-6;
      double below = Adversary.entropy(logits, groups, weights).value();
      logits[i] = kept;
      assertThat(here.slope()[i]).isCloseTo((above - below) / 2e-6, within(1e-8));
    }
  }

  @Test
  void ofEqualLogitsTheEntropyIsTheLogarithmOfTheGroups() {
    assertThat(Adversary.entropy(new double[6], new int[] {0, 2}, new double[] {1, 3}).value())
        .isCloseTo(Math.log(3), within(1e-12));
  }

  @Test
  void rowsWithoutWeightSayNothing() {
    assertThat(Adversary.entropy(new double[] {1, 2}, new int[] {0}, new double[] {0}).value())
        .isZero();
  }

  @Test
  void learnsToTellThreeGroups() {
    try (PointerScope ignored = new PointerScope()) {
      Adversary adversary = new Adversary(1, List.of(8), 3, 1);
      float[] values = new float[90];
      int[] groups = new int[90];
      double[] ones = new double[90];
      for (int i = 0; i < 90; i++) {
        groups[i] = i % 3;
        values[i] = i % 3 - 1;
        ones[i] = 1;
      }
      double first = 0;
      double last = 0;
      for (int step = 0; step < 200; step++) {
        last =
            adversary
                .step(Torch.floats(values, 90, 1).requires_grad_(true), groups, ones, 0.03)
                .loss();
        first = step == 0 ? last : first;
      }

      assertThat(first).isGreaterThan(0.9);
      assertThat(last).isLessThan(0.1);
    }
  }
}
