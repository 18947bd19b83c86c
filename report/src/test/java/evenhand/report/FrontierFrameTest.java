package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.frontier.FrontierEvidence;
import evenhand.train.Part;
import org.junit.jupiter.api.Test;

final class FrontierFrameTest {

  @Test
  void holdsTheFrontierOfEveryPartAndNotWhatIsFarAway() {
    FrontierEvidence evidence = Frontiers.chosen();
    FrontierFrame frame = FrontierFrame.of(evidence);
    for (Part part : Part.values()) {
      for (int candidate = 0; candidate < 6; candidate++) {
        assertThat(frame.holds(evidence, candidate, part)).isTrue();
      }
      assertThat(frame.holds(evidence, 6, part)).isFalse();
      assertThat(frame.holds(evidence, 7, part)).isFalse();
    }
    assertThat(frame.outside(evidence, evidence.ofChoice())).isEqualTo(1);
    assertThat(frame.gaps().low()).isZero();
    assertThat(FrontierFrame.bound(evidence)).contains(0.05);
    assertThat(FrontierFrame.bound(Frontiers.withoutTolerance())).isEmpty();
  }
}
