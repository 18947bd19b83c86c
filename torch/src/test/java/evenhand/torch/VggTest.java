package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class VggTest {

  @BeforeAll
  static void load() {
    Torch.load();
  }

  /** PyTorch's {@code vgg16} for pictures of 224 by 224 and 1,000 classes. */
  @Test
  void sixteenLayersHaveAsManyParametersAsElsewhere() {
    assertThat(Vgg.sixteen(new Image(3, 224, 224), 1000).parameters()).isEqualTo(138_357_544);
  }

  @Test
  void dropoutMasksInTrainingOnly() {
    Vgg network = new Vgg(new Image(1, 4, 4), 2, List.of(1, 1), List.of(50), 0.5, 2);
    float[] theta = network.initial(1);
    try (PointerScope ignored = new PointerScope()) {
      Tensor parameters = Torch.floats(theta, theta.length);
      Tensor picture = torch.ones(1, 16);
      Network.Mode scoring = new Network.Mode.Scoring();
      Network.Mode training = new Network.Mode.Training(new DropoutMasks(2));
      float once = network.forward(parameters, picture, scoring).sum().item_float();

      assertThat(network.forward(parameters, picture, scoring).sum().item_float()).isEqualTo(once);
      assertThat(network.forward(parameters, picture, training).sum().item_float())
          .isNotEqualTo(once);
    }
  }

  @Test
  void picturesThatAreTooSmallAreRefused() {
    assertThatThrownBy(() -> Vgg.sixteen(new Image(3, 16, 32), 2))
        .hasMessage("5 stages need pictures of at least 32 by 32, these are 16 by 32");
  }
}
