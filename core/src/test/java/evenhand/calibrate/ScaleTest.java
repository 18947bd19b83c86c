package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import org.junit.jupiter.api.Test;

final class ScaleTest {

  @Test
  void logitsOfCertainProbabilitiesAreFinite() {
    assertThat(Scale.PROBABILITY.logit(0)).isCloseTo(-36.0437, within(1e-4));
    assertThat(Scale.PROBABILITY.logit(1)).isCloseTo(36.0437, within(1e-4));
    assertThat(Scale.PROBABILITY.logit(0.5)).isZero();
    assertThat(Scale.LOGIT.probability(Scale.PROBABILITY.logit(0.2))).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void rowsOffTheScaleAreRefused() {
    int[] one = {1};
    assertThatThrownBy(() -> ScoredRows.of(new double[] {1.5}, one, Scale.PROBABILITY))
        .isInstanceOf(DataException.class)
        .hasMessage("the score of row 1 is 1.5; a probability from 0 to 1 is needed");
    assertThatThrownBy(() -> ScoredRows.of(new double[] {Double.NaN}, one, Scale.LOGIT))
        .hasMessage("the score of row 1 is NaN; a finite logit is needed");
    assertThatThrownBy(
            () -> new ScoredRows(new double[] {0.5}, one, new double[] {0}, Scale.PROBABILITY))
        .hasMessage("every scored row has weight 0; at least one must count");
    assertThatThrownBy(() -> ScoredRows.of(new double[0], new int[0], Scale.LOGIT))
        .hasMessage("there are no scored rows; at least one is needed");
  }
}
