package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.parity.Condition;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What can't be proven is searched for: what is found holds, and its loss is bounded. */
final class CoordinateSearchTest {

  @Test
  void findsThresholdsWithinTheRequirementAndNearTheBound() {
    SplittableRandom random = new SplittableRandom(6);
    double lost = 0;
    for (int sample = 0; sample < 10; sample++) {
      ThresholdSample rows = ThresholdSamples.of(random, 1500, 2 + sample % 3, 400);
      GroupThresholds found =
          GroupThresholds.fit(
              rows,
              List.of(Condition.parse("equalized_odds<=0.1")),
              ThresholdOptions.defaults().withDecisions(ThresholdOptions.Decisions.DETERMINISTIC));
      GroupThresholds.Measured measured = found.requirements().get(0);
      assertThat(measured.requirement().isMetBy(measured.value().orElseThrow())).isTrue();
      assertThat(found.givenUp().orElseThrow().isProven()).isFalse();
      assertThat(found.rule().isRandomised()).isFalse();
      lost += found.givenUp().orElseThrow().loss() / 10;
    }
    assertThat(lost).isBetween(0.0, 0.01);
  }
}
