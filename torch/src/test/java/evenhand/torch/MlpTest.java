package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Sample;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class MlpTest {

  private static final Mlp NETWORK = new Mlp(2, List.of(5, 3), 0);

  @BeforeAll
  static void load() {
    Torch.load();
  }

  @Test
  void hasAsManyParametersAsItsLayers() {
    assertThat(NETWORK.parameters()).isEqualTo((2 + 1) * 5 + (5 + 1) * 3 + (3 + 1));
    assertThat(new Mlp(7, List.of(), 0).parameters()).isEqualTo(8);
  }

  @Test
  void beginsWithinOneOverTheRootOfTheInputs() {
    Mlp wide = new Mlp(100, List.of(50), 0);
    float[] theta = wide.initial(1);

    for (int i = 0; i < 101 * 50; i++) {
      assertThat(Math.abs(theta[i])).isLessThanOrEqualTo(0.1f);
    }
    assertThat(theta).isEqualTo(wide.initial(1)).isNotEqualTo(wide.initial(2));
  }

  @Test
  void isTheFunctionThatIsScoredInJava() {
    float[] theta = NETWORK.initial(3);
    float[] values = values(40);
    double[] inJava = ((MlpScorer) NETWORK.scorer(theta)).logits(new DenseMatrix(40, 2, values));

    try (PointerScope ignored = new PointerScope()) {
      float[] inTorch = new float[40];
      Torch.read(
          NETWORK.forward(
              Torch.floats(theta, theta.length),
              Torch.floats(values, 40, 2),
              new Network.Mode.Scoring()),
          inTorch);

      for (int i = 0; i < 40; i++) {
        assertThat((double) inTorch[i]).isCloseTo(inJava[i], within(1e-6));
      }
    }
  }

  /** In double: the slope of a loss at the logits, carried back, is the loss's own slope. */
  @Test
  void theGradientIsTheCentralDifference() {
    Sample sample = Toys.sample(2, 30);
    Batch batch = Batch.of(sample);
    float[] values = ((DenseMatrix) sample.features()).values();
    double[] theta = new double[NETWORK.parameters()];
    float[] start = NETWORK.initial(4);
    for (int p = 0; p < theta.length; p++) {
      theta[p] = start[p];
    }
    double[] gradient = gradient(theta, values, batch);

    for (int p = 0; p < theta.length; p++) {
      double[] moved = theta.clone();
      moved[p] += 1e-5;
      double above = new CrossEntropy().on(batch, logits(moved, values)).value();
      moved[p] -= 2e-5;
      double below = new CrossEntropy().on(batch, logits(moved, values)).value();

      assertThat(gradient[p]).isCloseTo((above - below) / 2e-5, within(1e-8));
    }
  }

  @Test
  void parametersThatAreNoNumbersSayThatTheTrainingDiverged() {
    assertThatThrownBy(() -> new Mlp(2, List.of(), 0).scorer(new float[] {1, Float.NaN, 0}))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the training diverged: a parameter of the network is NaN; lower the learner's option rate, or set clip, such as clip=1");
  }

  @Test
  void dropoutMasksInTrainingOnlyAndKeepsTheMean() {
    Mlp dropping = new Mlp(2, List.of(400), 0.5);
    float[] theta = dropping.initial(1);
    try (PointerScope ignored = new PointerScope()) {
      Tensor parameters = Torch.floats(theta, theta.length);
      Tensor input = Torch.floats(new float[] {1, 1}, 1, 2);
      Network.Mode training = new Network.Mode.Training(new DropoutMasks(5));
      double scored = dropping.forward(parameters, input, new Network.Mode.Scoring()).item_float();
      double sum = 0;
      double first = dropping.forward(parameters, input, training).item_float();
      for (int k = 0; k < 400; k++) {
        sum += dropping.forward(parameters, input, training).item_float();
      }

      assertThat(first).isNotEqualTo(scored);
      assertThat(sum / 400).isCloseTo(scored, within(0.1));
    }
  }

  private static float[] values(int rows) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[2 * rows];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(3) == 0 ? 0 : (float) random.nextDouble(-2, 2);
    }
    return values;
  }

  private static double[] logits(double[] theta, float[] values) {
    try (PointerScope ignored = new PointerScope()) {
      return read(forward(Torch.doubles(theta, theta.length), values));
    }
  }

  private static double[] gradient(double[] theta, float[] values, Batch batch) {
    try (PointerScope ignored = new PointerScope()) {
      Tensor parameters = Torch.doubles(theta, theta.length).requires_grad_(true);
      Tensor output = forward(parameters, values);
      double[] slope = new CrossEntropy().on(batch, read(output.detach())).slope();
      TensorVector gradient =
          torch.grad(
              new TensorVector(output),
              new TensorVector(parameters),
              new TensorVector(Torch.doubles(slope, slope.length)),
              new BoolOptional(false),
              false,
              false);
      return read(gradient.get(0));
    }
  }

  private static Tensor forward(Tensor theta, float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return NETWORK.forward(
        theta, Torch.doubles(wide, values.length / 2, 2), new Network.Mode.Scoring());
  }

  private static double[] read(Tensor tensor) {
    double[] values = new double[(int) tensor.numel()];
    tensor.contiguous().data_ptr_double().get(values);
    return values;
  }
}
