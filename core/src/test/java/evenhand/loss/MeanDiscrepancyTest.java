package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class MeanDiscrepancyTest extends ScoreLossContract {

  @Override
  ScoreLoss loss() {
    return MeanDiscrepancy.ofScores(Batches.ATTRIBUTE);
  }

  /** Equation 5 of Gretton et al., written out for every pair of groups and every width. */
  @Test
  void isTheMeanOverPairsAndWidthsOfEquationFive() {
    for (int seed = 0; seed < 5; seed++) {
      Predictions rows = Batches.predictions(seed, 14, 3);
      double sum = 0;
      for (double width : new double[] {0.4, 0.2, 0.1, 0.05}) {
        for (int g = 0; g < 3; g++) {
          for (int h = g + 1; h < 3; h++) {
            sum +=
                (mean(rows, width, g, g) + mean(rows, width, h, h) - 2 * mean(rows, width, g, h));
          }
        }
      }

      assertThat(loss().of(rows).value()).isCloseTo(sum / 12, within(1e-9));
    }
  }

  private static double mean(Predictions rows, double width, int one, int other) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.size(); j++) {
        if (rows.groups().codes()[i] == one && rows.groups().codes()[j] == other) {
          double weight = rows.weights()[i] * rows.weights()[j];
          double apart = (rows.values()[i] - rows.values()[j]) / width;
          sum += weight * Math.exp(-apart * apart / 2);
          total += weight;
        }
      }
    }
    return sum / total;
  }

  @Test
  void theSamePredictionsInEveryGroupAreNoDistance() {
    assertThat(loss().of(Batches.twins(20)).value()).isCloseTo(0, within(1e-15));
  }

  @Test
  void refusesNoWidth() {
    assertThatThrownBy(() -> new MeanDiscrepancy(0, 4, Batches.ATTRIBUTE))
        .hasMessage("need a positive finite width and at least one, got 0.0 and 4");
  }
}
