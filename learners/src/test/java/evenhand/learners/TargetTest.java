package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What it refuses is held for every learner by {@link LearnerContract}. */
final class TargetTest {

  @Test
  void theMeanIsWeighted() {
    Target target = Target.of(new int[] {1, 0, 1, 0}, new double[] {3, 1, 0, 0.5}, 4);
    assertThat(target.mean()).isEqualTo(3 / 4.5);
    assertThat(target.labels()).containsExactly(1, 0, 1, 0);
    assertThat(target.weights()).containsExactly(3, 1, 0, 0.5f);
    assertThat(target.isCertain()).isFalse();
  }

  @Test
  void aLabelWithoutWeightLeavesTheOtherCertain() {
    assertThat(Target.of(new int[] {1, 0}, new double[] {2, 0}, 2).isCertain()).isTrue();
    assertThat(Target.of(new int[] {1, 0}, new double[] {0, 2}, 2).isCertain()).isTrue();
  }

  /** So small a weight is 0 in single precision, which is what the libraries take. */
  @Test
  void weightsCountInSinglePrecision() {
    assertThat(Target.of(new int[] {1, 0}, new double[] {1, 1e-50}, 2).mean()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Target.of(new int[] {1, 0}, new double[] {1e-50, 0}, 2))
        .withMessage("the weights are all 0");
  }
}
