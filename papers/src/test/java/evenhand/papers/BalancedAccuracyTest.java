package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BalancedAccuracyTest {

  private static final int[] LABELS = {1, 1, 0, 0, 1, 0, 0, 0};

  @Test
  void meanOfBothRatesOverallAndByGroup() {
    Groups groups = new Groups("g", List.of("a", "b"), new int[] {0, 0, 0, 0, 1, 1, 1, 1});
    BalancedAccuracy scores =
        BalancedAccuracy.of(LABELS, new int[] {1, 0, 0, 0, 1, 0, 0, 1}, groups).orElseThrow();

    assertThat(scores.overall()).isCloseTo((2 / 3.0 + 4 / 5.0) / 2, within(1e-12));
    assertThat(scores.worst()).isCloseTo((0.5 + 1) / 2, within(1e-12));
    assertThat(scores.gap()).isCloseTo((1 + 2 / 3.0) / 2 - 0.75, within(1e-12));
  }

  @Test
  void aGroupWithOneLabelHasNone() {
    Groups groups = new Groups("g", List.of("a", "b"), new int[] {0, 0, 0, 0, 0, 1, 1, 1});

    assertThat(BalancedAccuracy.of(LABELS, LABELS, groups)).isEmpty();
  }

  @Test
  void aGroupWithoutRowsIsLeftOut() {
    Groups groups = new Groups("g", List.of("a", "b"), new int[8]);

    assertThat(BalancedAccuracy.of(LABELS, LABELS, groups)).hasValue(new BalancedAccuracy(1, 0, 1));
  }
}
