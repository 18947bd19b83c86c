package evenhand.reweight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ReweightingTest {

  private static double[] weights(Scheme scheme, Cells by, Sample sample) {
    return new Reweighting(scheme, by, 0.9, 1).weights(sample, sample.groups().get(0), 7);
  }

  @Test
  void everySchemeKeepsTheSumAndHasNoNegativeWeight() {
    for (int seed = 0; seed < 20; seed++) {
      Sample sample = Samples.biased(200, seed);
      double sum = Arrays.stream(sample.weights()).sum();
      for (Scheme scheme : Scheme.values()) {
        double[] weights = weights(scheme, Cells.GROUP_AND_LABEL, sample);
        assertThat(Arrays.stream(weights).sum()).isCloseTo(sum, within(1e-9));
        assertThat(Arrays.stream(weights).min().orElseThrow()).isNotNegative();
      }
      assertThat(weights(Scheme.UNIFORM, Cells.GROUP, sample))
          .containsExactly(sample.weights(), within(1e-12));
    }
  }

  @Test
  void proportionalCellsAllWeighTheSame() {
    for (Cells by : Cells.values()) {
      Sample sample = Samples.biased(300, 3);
      double[] totals = new double[by.count(2)];
      double[] weights = weights(Scheme.PROPORTIONAL, by, sample);
      for (int i = 0; i < weights.length; i++) {
        totals[by.of(sample.groups().get(0).codes()[i], sample.labels()[i])] += weights[i];
      }
      for (double total : totals) {
        assertThat(total).isCloseTo(totals[0], within(1e-9));
      }
    }
  }

  /** Kamiran and Calders' purpose: as if label and group had nothing to do with each other. */
  @Test
  void kamiranAndCaldersMakeLabelAndGroupIndependent() {
    for (int seed = 0; seed < 20; seed++) {
      Sample sample = Samples.biased(200, seed);
      double[] weights = weights(Scheme.KAMIRAN_CALDERS, Cells.GROUP, sample);
      double[] rate = new double[2];
      double[] rows = new double[2];
      for (int i = 0; i < weights.length; i++) {
        int group = sample.groups().get(0).codes()[i];
        rows[group] += weights[i];
        rate[group] += weights[i] * sample.labels()[i];
      }
      assertThat(rate[0] / rows[0]).isCloseTo(rate[1] / rows[1], within(1e-12));
    }
  }

  /** Three rows of label 1, one of label 0: (1 - β)/(1 - β³) and 1, of sum 4. */
  @Test
  void effectiveNumbersByHand() {
    Sample sample = Samples.of(new int[] {1, 1, 1, 0}, new int[] {0, 0, 1, 1});
    double rare = 1;
    double common = 0.1 / (1 - 0.9 * 0.9 * 0.9);
    double scale = 4 / (rare + 3 * common);

    assertThat(weights(Scheme.CLASS_BALANCED, Cells.LABEL, sample))
        .containsExactly(
            new double[] {common * scale, common * scale, common * scale, rare * scale},
            within(1e-12));
  }

  @Test
  void aPowerOfZeroIsUniformAndSeedsMatterOnlyToRandomWeights() {
    Sample sample = Samples.biased(100, 1);
    Groups groups = sample.groups().get(0);
    for (Scheme scheme : Scheme.values()) {
      Reweighting reweighting = Reweighting.of(scheme);
      assertThat(new Reweighting(scheme, Cells.GROUP, 0.9, 0).weights(sample, groups, 1))
          .containsExactly(sample.weights(), within(1e-12));
      boolean same =
          Arrays.equals(
              reweighting.weights(sample, groups, 1), reweighting.weights(sample, groups, 2));
      assertThat(same).isEqualTo(scheme != Scheme.RANDOM);
    }
  }

  @Test
  void refusesOptionsWithoutMeaning() {
    assertThatThrownBy(() -> new Reweighting(Scheme.CLASS_BALANCED, Cells.LABEL, 1, 1))
        .hasMessage("need 0 <= beta < 1 and a power >= 0, got 1.0 and 1.0");
  }
}
