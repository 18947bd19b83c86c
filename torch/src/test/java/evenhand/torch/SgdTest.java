package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * From 1, gradients 0.5 and 0.25, rate 0.1, decay 0.1, by hand from the formulas in the
 * documentation of {@code torch.optim.SGD}.
 */
final class SgdTest {

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @Test
  void withMomentum() {
    // g = 0.5 + 0.1 · 1 = 0.6, b = 0.6; g = 0.25 + 0.1 · 0.94 = 0.344, b = 0.9 · 0.6 + 0.344
    assertThat(after(0.9, Sgd.Look.HERE)).containsExactly(new double[] {0.94, 0.8516}, NEAR);
  }

  @Test
  void withNesterovsMomentum() {
    // 0.6 + 0.9 · 0.6 = 1.14; g = 0.25 + 0.0886, b = 0.54 + 0.3386, 0.3386 + 0.9 · 0.8786
    assertThat(after(0.9, Sgd.Look.AHEAD)).containsExactly(new double[] {0.886, 0.773066}, NEAR);
  }

  @Test
  void withoutMomentum() {
    assertThat(after(0, Sgd.Look.HERE)).containsExactly(new double[] {0.94, 0.9056}, NEAR);
  }

  private static final org.assertj.core.data.Offset<Double> NEAR = within(1e-6);

  private static double[] after(double momentum, Sgd.Look look) {
    try (PointerScope ignored = new PointerScope()) {
      Tensor theta = Torch.floats(new float[] {1}, 1);
      Sgd sgd = new Sgd(theta, 0.1, momentum, look);
      double[] seen = new double[2];
      float[] gradients = {0.5f, 0.25f};
      for (int t = 0; t < 2; t++) {
        sgd.step(Torch.floats(new float[] {gradients[t]}, 1), 0.1);
        seen[t] = Torch.read(theta)[0];
      }
      return seen;
    }
  }
}
