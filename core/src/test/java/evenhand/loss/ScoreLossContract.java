package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link ScoreLoss} keeps, of a regression's predictions too. */
abstract class ScoreLossContract extends LossContract {

  private static final double STEP = 1e-6;

  @Override
  abstract ScoreLoss loss();

  @Test
  void slopeAtPredictionsOfRealTargetsIsTheCentralDifference() {
    for (int seed = 0; seed < 20; seed++) {
      for (int rows : new int[] {3, 6, 30}) {
        Predictions here = predictions(seed, rows);
        Loss.Evaluated evaluated = loss().of(here);
        for (int i = 0; i < rows; i++) {
          double expected = (moved(here, i, STEP) - moved(here, i, -STEP)) / (2 * STEP);
          assertThat(evaluated.slope()[i])
              .isCloseTo(expected, within(1e-7 + 1e-5 * Math.abs(expected)));
        }
      }
    }
  }

  @Test
  void aBatchOfOneRowIsFinite() {
    Loss.Evaluated one = loss().of(predictions(1, 1));

    assertThat(one.value()).isFinite();
    assertThat(one.slope()[0]).isFinite();
  }

  private double moved(Predictions here, int row, double by) {
    double[] values = here.values().clone();
    values[row] += by;
    return loss()
        .of(new Predictions(values, here.targets(), here.weights(), here.groups()))
        .value();
  }

  private static Predictions predictions(int seed, int rows) {
    Batch batch = Batches.random(seed, rows, 4);
    SplittableRandom random = new SplittableRandom(seed + 500);
    return new Predictions(
        random.doubles(rows, -0.5, 0.5).toArray(),
        random.doubles(rows, -0.5, 0.5).toArray(),
        batch.parityWeights(),
        batch.groups(Batches.ATTRIBUTE));
  }
}
