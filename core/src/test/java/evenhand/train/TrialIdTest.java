package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class TrialIdTest {

  @Test
  void namesSayMethodStrengthAndSeed() {
    TrialId plain = new TrialId("plain", OptionalDouble.empty(), 3);
    assertThat(plain).hasToString("plain seed 3");
    assertThat(plain.fileName()).isEqualTo("plain-seed3");
    TrialId reduction = new TrialId("reduction", OptionalDouble.of(1e-5), 1);
    assertThat(reduction).hasToString("reduction 0.00001 seed 1");
    assertThat(new TrialId("grid", OptionalDouble.of(12), 1).fileName()).isEqualTo("grid-12-seed1");
  }
}
