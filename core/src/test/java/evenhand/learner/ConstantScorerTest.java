package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DenseMatrix;
import org.junit.jupiter.api.Test;

final class ConstantScorerTest {

  @Test
  void scoresAnyFeaturesAlike() {
    assertThat(new ConstantScorer(0.25).score(new DenseMatrix(3, 1, new float[3])))
        .containsExactly(0.25, 0.25, 0.25);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> new ConstantScorer(1.5))
        .hasMessage("a probability must be in [0, 1], was 1.5");
    assertThatThrownBy(() -> new ConstantScorer(Double.NaN))
        .hasMessage("a probability must be in [0, 1], was NaN");
  }
}
