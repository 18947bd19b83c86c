package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SteppingTest {

  @Test
  void aConstantRateNeitherFallsNorShortensGradients() {
    Stepping stepping = Stepping.constant(Stepping.Rule.NESTEROV, 0.8);

    assertThat(stepping.rule()).isEqualTo(Stepping.Rule.NESTEROV);
    assertThat(stepping.momentum()).isEqualTo(0.8);
    assertThat(stepping.schedule().at(0)).isEqualTo(1);
    assertThat(stepping.schedule().at(0.99)).isEqualTo(1);
    assertThat(stepping.clip()).isEmpty();
  }

  @Test
  void theDefaultIsAdamAlongACosine() {
    assertThat(Stepping.defaults().rule()).isEqualTo(Stepping.Rule.ADAM);
    assertThat(Stepping.defaults().schedule().at(0.5)).isBetween(0.49, 0.51);
  }
}
