package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two groups of equal share, so that there are ln 2 = .693 nats to tell. */
final class SwingsTest {

  private static final double[] HALVES = {0.5, 0.5};

  /** A fresh adversary that gives the right group of every row the probability p. */
  private static Swings.Told told(Swings swings, double p, int rows) {
    double[] logits = new double[2 * rows];
    int[] groups = new int[rows];
    for (int i = 0; i < rows; i++) {
      groups[i] = i % 2;
      logits[2 * i + groups[i]] = Math.log(p / (1 - p));
    }
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return swings.beside(logits, groups, ones).orElseThrow();
  }

  @Test
  void informationIsEntropyLessCrossEntropy() {
    Swings swings = new Swings(HALVES, 1);
    swings.saw(99, 0.49); // before the second half
    swings.saw(0.7, 0.5);
    swings.saw(0.6, 0.9);
    Swings.Told told = told(swings, 0.75, 100);

    assertThat(told.live()).isCloseTo(Math.log(2) - 0.65, within(1e-12));
    assertThat(told.fresh()).isCloseTo(Math.log(2) + Math.log(0.75), within(1e-12));
    assertThat(told.entropy()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(told.standardError()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aFreshAdversaryThatTellsMoreIsAhead() {
    Swings swings = new Swings(HALVES, 1);
    swings.saw(0.75, 0.6); // surer than right

    assertThat(told(swings, 0.6, 100).isAhead()).isTrue();
    assertThat(told(swings, 0.6, 100).warning())
        .contains("told -0.057 nats")
        .contains("tells 0.182 of 0.693");
  }

  @Test
  void oneThatTellsAsMuchIsNot() {
    Swings swings = new Swings(HALVES, 1);
    swings.saw(-Math.log(0.6), 0.6);

    assertThat(told(swings, 0.6, 100).isAhead()).isFalse();
  }

  /** On four rows, three told and one not, the lead may be chance. */
  @Test
  void chanceIsNoLead() {
    Swings swings = new Swings(HALVES, 1);
    swings.saw(Math.log(2), 0.6);
    double[] logits = {1, 0, 1, 0, 0, 1, 1, 0};
    Swings.Told told =
        swings.beside(logits, new int[] {0, 0, 1, 1}, new double[] {1, 1, 1, 1}).orElseThrow();

    assertThat(told.fresh() - told.live()).isGreaterThan(0.015 * Math.log(2));
    assertThat(told.isAhead()).isFalse();
  }

  @Test
  void rowsCountByWeightAndPriorsByShare() {
    Swings swings = new Swings(new double[] {0.8, 0.2}, 1);
    swings.saw(0.4, 0.6);
    // It knows nothing: equal logits are the shares.
    Swings.Told told =
        swings.beside(new double[4], new int[] {0, 1}, new double[] {3, 1}).orElseThrow();

    assertThat(told.fresh()).isCloseTo(0, within(1e-12));
    assertThat(new Swings(HALVES, 1).beside(new double[4], new int[] {0, 1}, new double[] {1, 1}))
        .isEmpty();
  }

  /** An adversary that had no time to learn proves nothing. */
  @Test
  void aShortTrainingIsNotCompared() {
    Swings swings = new Swings(HALVES, 3);
    swings.saw(0.9, 0.2);
    swings.saw(0.9, 0.6);

    assertThat(swings.beside(new double[4], new int[] {0, 1}, new double[] {1, 1})).isEmpty();
    swings.saw(0.9, 0.8);
    assertThat(swings.beside(new double[4], new int[] {0, 1}, new double[] {1, 1})).isPresent();
  }
}
