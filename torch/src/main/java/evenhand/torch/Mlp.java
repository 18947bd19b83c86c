package evenhand.torch;

import evenhand.learner.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Linear layers with rectifiers between them, and one logit at the end.
 *
 * @param columns of the features, ≥ 1
 * @param hidden width of each hidden layer, each ≥ 1; empty: a logistic regression
 * @param dropout share of each hidden layer's outputs that is masked in training, in [0, 1)
 */
record Mlp(int columns, List<Integer> hidden, double dropout) implements Network {

  Mlp {
    hidden = List.copyOf(hidden);
  }

  /** Shapes of the layers in the order of their parameters. */
  List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    int inputs = columns;
    int at = 0;
    for (int width : hidden) {
      layers.add(new Layer(at, inputs, width));
      at += (inputs + 1) * width;
      inputs = width;
    }
    layers.add(new Layer(at, inputs, 1));
    return layers;
  }

  /**
   * One layer's place in the parameter vector: weights [outputs, inputs], then biases [outputs].
   */
  record Layer(int at, int inputs, int outputs) {

    int biasAt() {
      return at + inputs * outputs;
    }

    int end() {
      return biasAt() + outputs;
    }
  }

  @Override
  public int parameters() {
    List<Layer> layers = layers();
    return layers.get(layers.size() - 1).end();
  }

  /** Each uniform within ±1/√inputs, as {@code torch.nn.Linear} begins. */
  @Override
  public float[] initial(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] theta = new float[parameters()];
    for (Layer layer : layers()) {
      double bound = 1 / Math.sqrt(layer.inputs());
      for (int i = layer.at(); i < layer.end(); i++) {
        theta[i] = (float) random.nextDouble(-bound, bound);
      }
    }
    return theta;
  }

  @Override
  public Tensor forward(Tensor theta, Tensor features, Mode mode) {
    Tensor signal = features;
    List<Layer> layers = layers();
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      Tensor weights =
          theta
              .narrow(0, layer.at(), (long) layer.inputs() * layer.outputs())
              .view(layer.outputs(), layer.inputs());
      Tensor biases = theta.narrow(0, layer.biasAt(), layer.outputs());
      signal = torch.linear(signal, weights, biases);
      if (l < layers.size() - 1) {
        signal = masked(torch.relu(signal), mode);
      }
    }
    return signal.view(-1);
  }

  private Tensor masked(Tensor signal, Mode mode) {
    if (dropout == 0 || !(mode instanceof Mode.Training training)) {
      return signal;
    }
    Tensor mask =
        torch.bernoulli(
            torch.full_like(signal.detach(), new Scalar(1 - dropout)),
            new GeneratorOptional(training.dropout()));
    return signal.mul(mask.mul(new Scalar(1 / (1 - dropout))));
  }

  @Override
  public Scorer scorer(float[] theta) {
    return new MlpScorer(columns, hidden, theta);
  }
}
