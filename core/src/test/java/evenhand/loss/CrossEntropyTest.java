package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CrossEntropyTest extends LossContract {

  @Override
  Loss loss() {
    return new CrossEntropy();
  }

  @Test
  void isTheMeanOfMinusLogProbabilities() {
    Batch batch = new Batch(new int[] {1, 0}, new double[] {3, 1}, new double[] {1, 1}, List.of());

    assertThat(loss().on(batch, new double[] {0, Math.log(3)}).value())
        .isCloseTo((3 * Math.log(2) + Math.log(4)) / 4, within(1e-15));
  }
}
