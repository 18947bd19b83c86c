package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClippedTest {

  private static final double[] GRADIENT = {3, -4};

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @Test
  void longGradientsAreShortenedAndShortOnesAreNot() {
    assertThat(stepped(2)).containsExactly(new double[] {-1.2, 1.6}, within(1e-6));
    assertThat(stepped(5)).containsExactly(new double[] {-3, 4}, within(1e-6));
  }

  @Test
  void anImaginedStepIsAffineInItsGradient() {
    try (PointerScope ignored = new PointerScope()) {
      Tensor theta = Torch.floats(new float[2], 2);
      Tensor imagined = optimizer(2, theta).imagined(Torch.floats(GRADIENT, 2), 1);

      assertThat(Torch.read(imagined)).containsExactly(new double[] {-3, 4}, within(1e-6));
      assertThat(Torch.read(theta)).containsExactly(0, 0);
    }
  }

  private static double[] stepped(double norm) {
    try (PointerScope ignored = new PointerScope()) {
      Tensor theta = Torch.floats(new float[2], 2);
      optimizer(norm, theta).step(Torch.floats(GRADIENT, 2), 1);
      return Torch.read(theta);
    }
  }

  private static Optimizer optimizer(double norm, Tensor theta) {
    RateSchedule schedule = new RateSchedule(RateSchedule.Shape.CONSTANT, 0, 1);
    return Optimizer.of(
        new Stepping(Stepping.Rule.SGD, 0, schedule, OptionalDouble.of(norm)), 0, theta);
  }
}
