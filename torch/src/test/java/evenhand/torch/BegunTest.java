package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenhand.data.Sample;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class BegunTest {

  private static final Mlp NETWORK = new Mlp(2, List.of(3), 0);

  @Test
  void beginsAsItWasLeft() {
    float[] theta = NETWORK.initial(5);

    assertThat(new Begun(NETWORK, theta).initial(9)).isEqualTo(theta);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Begun(NETWORK, new float[4]))
        .withMessage("need 13 parameters, got 4");
  }

  /** A step of no length leaves what it began with. */
  @Test
  void trainingGoesOnFromThere() {
    Sample rows = Toys.sample(1, 100);
    float[] theta = NETWORK.initial(5);
    MlpOptions options =
        new MlpOptions(
            List.of(3),
            0,
            1,
            0,
            32,
            0,
            0,
            Stepping.defaults(),
            OptionalInt.empty(),
            Device.CPU,
            Optional.of(new MlpScorer(2, List.of(3), theta)));
    CrossEntropy loss = new CrossEntropy();
    try (Descent descent = new Descent(NETWORK, rows.features(), Batch.of(rows), options, 7)) {
      float[] last =
          descent.run(
              (chosen, batch, logits, progress) -> loss.on(batch, logits), (epoch, here) -> {});
      assertThat(last).isEqualTo(theta);
    }
  }
}
