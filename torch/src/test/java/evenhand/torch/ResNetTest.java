package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ResNetTest {

  private static final Image SMALL = new Image(3, 8, 8);

  @BeforeAll
  static void load() {
    Torch.load();
  }

  /**
   * PyTorch's count for CIFAR's ResNet-18 is 11,173,962; here each of its 4,800 channels that are
   * normalised has a bias too.
   */
  @Test
  void eighteenLayersHaveAsManyParametersAsElsewhere() {
    ResNet network = ResNet.eighteen(new Image(3, 32, 32), 64, 10);

    assertThat(network.parameters()).isEqualTo(11_173_962 + 4_800);
    assertThat(network.columns()).isEqualTo(3072);
  }

  @Test
  void rowsDoNotSeeEachOther() {
    ResNet network = new ResNet(SMALL, 8, List.of(1, 1), 4);
    float[] theta = network.initial(1);
    float[] together = logits(network, theta, pictures(3));
    float[] first = new float[SMALL.size()];
    System.arraycopy(pictures(3), 0, first, 0, first.length);

    float[] alone = logits(network, theta, first);

    for (int c = 0; c < 4; c++) {
      assertThat(alone[c]).isCloseTo(together[c], within(1e-5f));
    }
  }

  @Test
  void theSameSeedBeginsTheSame() {
    ResNet network = new ResNet(SMALL, 4, List.of(1), 1);

    assertThat(network.initial(3)).isEqualTo(network.initial(3)).isNotEqualTo(network.initial(4));
  }

  private static float[] pictures(int rows) {
    float[] values = new float[rows * SMALL.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i);
    }
    return values;
  }

  private static float[] logits(ResNet network, float[] theta, float[] values) {
    try (PointerScope ignored = new PointerScope()) {
      int rows = values.length / SMALL.size();
      Tensor out =
          network.forward(
              Torch.floats(theta, theta.length),
              Torch.floats(values, rows, SMALL.size()),
              new Network.Mode.Scoring());
      assertThat(out.size(0)).isEqualTo(rows);
      float[] read = new float[(int) out.numel()];
      Torch.read(out.contiguous(), read);
      return read;
    }
  }
}
