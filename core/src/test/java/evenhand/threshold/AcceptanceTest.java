package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenhand.threshold.Acceptance.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AcceptanceTest {

  @Test
  void risesAtEachThresholdAndEndsAtExactlyOne() {
    Acceptance mixed =
        new Acceptance(0.1, List.of(new Step(-2, 0.2), new Step(0.5, 0.3), new Step(3, 0.4)));
    assertThat(mixed.of(-2.1)).isEqualTo(0.1);
    assertThat(mixed.of(-2)).isEqualTo(0.1 + 0.2);
    assertThat(mixed.of(0.5)).isEqualTo(0.1 + 0.2 + 0.3);
    assertThat(mixed.of(3)).isEqualTo(1);
    assertThat(mixed.never()).isZero();
    assertThat(mixed.isRandomised()).isTrue();
  }

  @Test
  void whatIsLeftIsNeverAccepted() {
    Acceptance mixed = new Acceptance(0, List.of(new Step(0.5, 0.75)));
    assertThat(mixed.never()).isEqualTo(0.25);
    assertThat(mixed.of(9)).isEqualTo(0.75);
  }

  @Test
  void withoutChanceOneThresholdDecides() {
    assertThat(Acceptance.at(0.5).isRandomised()).isFalse();
    assertThat(new Acceptance(1, List.of()).isRandomised()).isFalse();
    assertThat(new Acceptance(0, List.of()).isRandomised()).isFalse();
    assertThat(new Acceptance(0.5, List.of()).isRandomised()).isTrue();
  }

  @Test
  void equalThresholdsArePutTogether() {
    assertThat(
            Acceptance.mixture(
                0, List.of(new Step(0.7, 0.25), new Step(0.2, 0.5), new Step(0.7, 0.25))))
        .isEqualTo(new Acceptance(0, List.of(new Step(0.2, 0.5), new Step(0.7, 0.5))));
  }

  @Test
  void impossibleProbabilitiesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Acceptance(0.6, List.of(new Step(0, 0.6))))
        .withMessageContaining("add up to 1 at most");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Acceptance(0, List.of(new Step(1, 0.2), new Step(1, 0.2))))
        .withMessageContaining("thresholds must increase");
    assertThatIllegalArgumentException().isThrownBy(() -> new Step(Double.NaN, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Step(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Acceptance(-0.1, List.of()));
  }
}
