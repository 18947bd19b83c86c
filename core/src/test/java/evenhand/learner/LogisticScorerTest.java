package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DenseMatrix;
import org.junit.jupiter.api.Test;

final class LogisticScorerTest {

  @Test
  void isTheLogisticFunctionOfTheLinearPredictor() {
    LogisticScorer scorer = new LogisticScorer(new double[] {2, -1}, 0.5);

    assertThat(scorer.score(new DenseMatrix(2, 2, new float[] {0, 0.5f, 1, 0})))
        .containsExactly(new double[] {0.5, 1 / (1 + Math.exp(-2.5))}, within(1e-15));
  }

  @Test
  void keepsItsCoefficientsToItself() {
    double[] given = {1, 2};
    LogisticScorer scorer = new LogisticScorer(given, 0);
    given[0] = 9;
    scorer.coefficients()[1] = 9;

    assertThat(scorer.coefficients()).containsExactly(1, 2);
    assertThat(scorer).isEqualTo(new LogisticScorer(new double[] {1, 2}, 0));
    assertThat(scorer).isNotEqualTo(new LogisticScorer(new double[] {1, 2}, 1));
  }

  @Test
  void refusesWhatIsNotFiniteAndOtherFeatures() {
    assertThatThrownBy(() -> new LogisticScorer(new double[] {1, Double.NaN}, 0))
        .hasMessage("coefficient 1 must be finite, was NaN");
    assertThatThrownBy(() -> new LogisticScorer(new double[0], Double.POSITIVE_INFINITY))
        .hasMessage("the intercept must be finite, was Infinity");
    assertThatThrownBy(
            () -> new LogisticScorer(new double[2], 0).score(new DenseMatrix(1, 1, new float[1])))
        .hasMessage("need 2 columns, got 1");
  }
}
