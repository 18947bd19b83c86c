package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.parity.Requirement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SightTest {

  @Test
  void followsTheParity() {
    assertThat(sight()).isEqualTo(Sight.BLIND);
    assertThat(sight("demographic_parity<=0.1")).isEqualTo(Sight.BLIND);
    assertThat(sight("equalized_odds<=0.1")).isEqualTo(Sight.LABEL);
    assertThat(sight("equal_opportunity<=0.1")).isEqualTo(Sight.POSITIVES);
    assertThat(sight("equal_opportunity<=0.1", "false_positive_parity<=0.1"))
        .isEqualTo(Sight.LABEL);
  }

  @Test
  void refusesWhatNoAdversaryStandsFor() {
    assertThatThrownBy(() -> sight("error_rate_parity<=0.1"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("no adversary stands for error_rate_parity;");
    assertThatThrownBy(() -> sight("demographic_parity<=0.1", "equalized_odds<=0.1"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("can't see the label and not see it");
  }

  private static Sight sight(String... requirements) {
    return Sight.of(Stream.of(requirements).map(Requirement::parse).toList());
  }
}
