package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class AdamTest {

  @BeforeAll
  static void load() {
    Torch.load();
  }

  /** Algorithm 1 of Kingma and Ba, written out in double. */
  @Test
  void movesAsThePaperSays() {
    double[] theta = {1, -2};
    double[] mean = new double[2];
    double[] square = new double[2];
    try (PointerScope ignored = new PointerScope()) {
      Tensor moved = Torch.floats(new float[] {1, -2}, 2);
      Adam adam = new Adam(moved, 0.1);
      for (int t = 1; t <= 50; t++) {
        float[] slope = {(float) Math.sin(t), 0.01f * t};
        adam.step(Torch.floats(slope, 2), 0.05);
        for (int p = 0; p < 2; p++) {
          theta[p] *= 1 - 0.05 * 0.1;
          mean[p] = 0.9 * mean[p] + 0.1 * slope[p];
          square[p] = 0.999 * square[p] + 0.001 * slope[p] * slope[p];
          theta[p] -=
              0.05
                  * (mean[p] / (1 - Math.pow(0.9, t)))
                  / (Math.sqrt(square[p] / (1 - Math.pow(0.999, t))) + 1e-8);
        }
      }
      float[] read = new float[2];
      Torch.read(moved, read);

      assertThat((double) read[0]).isCloseTo(theta[0], within(1e-5));
      assertThat((double) read[1]).isCloseTo(theta[1], within(1e-5));
    }
  }
}
