package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ClassScoresTest {

  @Test
  void recallsOfClassesAndAccuracyOfAll() {
    ClassScores scores =
        ClassScores.of(new int[] {0, 0, 0, 0, 1, 1, 2, 2}, new int[] {0, 0, 0, 1, 1, 1, 2, 0}, 3);

    assertThat(scores.gap()).isCloseTo(50, within(1e-12));
    assertThat(scores.worst()).isCloseTo(50, within(1e-12));
    assertThat(scores.accuracy()).isCloseTo(75, within(1e-12));
  }

  @Test
  void aClassWithoutRowsHasNoRecall() {
    assertThatThrownBy(() -> ClassScores.of(new int[] {0}, new int[] {0}, 2))
        .hasMessage("class 1 has no row");
  }
}
