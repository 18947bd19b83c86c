package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PenaltyTest {

  private static final double[] RATES = {0.2, 0.6};
  private static final double[] SHARES = {0.75, 0.25};
  private static final double OVERALL = 0.3;

  @Test
  void areWhatTheySay() {
    assertThat(value(Penalty.SQUARES)).isCloseTo(0.75 * 0.01 + 0.25 * 0.09, within(1e-15));
    assertThat(value(Penalty.WORST)).isCloseTo(0.4, within(1e-15));
    assertThat(value(Penalty.PAIRWISE_SQUARES)).isCloseTo(0.16, within(1e-15));
    assertThat(value(Penalty.ABSOLUTE)).isCloseTo(0.75 * 0.1 + 0.25 * 0.3, within(1e-15));
  }

  @Test
  void theDivergenceIsTheMutualInformationOfDecisionAndGroup() {
    double[][] joint = {{0.75 * 0.8, 0.75 * 0.2}, {0.25 * 0.4, 0.25 * 0.6}};
    double information = 0;
    for (int g = 0; g < 2; g++) {
      for (int d = 0; d < 2; d++) {
        double decision = joint[0][d] + joint[1][d];
        information += joint[g][d] * Math.log(joint[g][d] / (SHARES[g] * decision));
      }
    }

    assertThat(value(Penalty.KL)).isCloseTo(information, within(1e-15));
  }

  @Test
  void evenRatesCostNothing() {
    for (Penalty penalty : Penalty.values()) {
      Penalty.Pull pull = penalty.of(new double[] {0.4, 0.4}, SHARES, 0.4);

      assertThat(pull.value()).as(penalty.name()).isZero();
      assertThat(pull.byRate()).containsOnly(0);
    }
  }

  private static double value(Penalty penalty) {
    return penalty.of(RATES, SHARES, OVERALL).value();
  }
}
