package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ToyPathTest {

  /** Adam's first step is its rate along the sign of each slope. */
  @Test
  void theFirstStepHasTheLengthOfTheRate() {
    double[][] path =
        new ToyPath(1, 0.5)
            .run(
                new double[] {1, -2},
                (step, losses, gradients) -> Optional.of(new double[] {3, -1e-3}));

    assertThat(path).hasDimensions(2, 2);
    assertThat(path[1]).containsExactly(ToyLosses.losses(new double[] {0.5, -1.5}), within(1e-3));
  }

  @Test
  void stopsWhereThereIsNoDirection() {
    double[][] path =
        new ToyPath(100, 0.1)
            .run(
                new double[] {1, -2},
                (step, losses, gradients) ->
                    step < 7 ? Optional.of(gradients[0]) : Optional.empty());

    assertThat(path).hasDimensions(8, 2);
    assertThat(path[7][0]).isLessThan(path[0][0]);
  }
}
