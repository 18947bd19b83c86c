package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RowHistoryTest {

  @Test
  void countsWhatWasKnownAndThenForgotten() {
    RowHistory history = new RowHistory(3, 0.5);
    boolean[][] told = {{true, false}, {false, false}, {true, false}, {false, false}};
    for (boolean[] correct : told) {
      history.stepped(new int[] {0, 2}, new double[] {1, 1}, new double[] {1, 1}, correct);
    }

    assertThat(history.forgettingEvents()).containsExactly(2, 0, 4);
  }

  @Test
  void averagesMoveAndBeginAtTheFirstValue() {
    RowHistory history = new RowHistory(2, 0.75);
    boolean[] correct = {true, true};
    history.stepped(new int[] {0, 1}, new double[] {0.3, 0.1}, new double[] {2, 4}, correct);
    history.stepped(new int[] {0, 1}, new double[] {0.1, 0.1}, new double[] {1, 4}, correct);

    assertThat(history.weights()[0]).isCloseTo(0.75f * 1.5f + 0.25f, within(1e-6f));
    assertThat(history.contributions()[0]).isCloseTo(0.75f * 3 + 0.25f, within(1e-6f));
    assertThat(history.contributions()[1]).isCloseTo(0.75f * 2 + 0.25f * 4, within(1e-6f));
  }

  @Test
  void theLeastContributionsGoFirstAndOfEqualsTheLater() {
    RowHistory history = new RowHistory(4, 0);
    history.stepped(
        new int[] {0, 1, 2, 3},
        new double[] {1, 1, 1, 1},
        new double[] {5, 1, 7, 1},
        new boolean[4]);

    assertThat(history.kept(0.25)).containsExactly(0, 1, 2);
    assertThat(history.kept(0.5)).containsExactly(0, 2);
    assertThat(history.kept(0)).containsExactly(0, 1, 2, 3);
  }
}
