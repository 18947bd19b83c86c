package evenhand.torch;

import evenhand.data.DataException;
import evenhand.learner.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Linear layers with rectifiers between them.
 *
 * @param columns of the features, ≥ 1
 * @param hidden width of each hidden layer, each ≥ 1; empty: a logistic regression
 * @param dropout share of each hidden layer's outputs that is masked in training, in [0, 1)
 * @param outputs 1 for one logit, or the number of classes
 */
public record Mlp(int columns, List<Integer> hidden, double dropout, int outputs)
    implements Network {

  public Mlp {
    hidden = List.copyOf(hidden);
  }

  /** Ends in one logit. */
  public Mlp(int columns, List<Integer> hidden, double dropout) {
    this(columns, hidden, dropout, 1);
  }

  /** The layers in the order of their parameters. */
  List<Layer.Linear> layers() {
    List<Layer.Linear> layers = new ArrayList<>();
    int inputs = columns;
    int at = 0;
    for (int width : hidden) {
      Layer.Linear layer = new Layer.Linear(at, inputs, width);
      layers.add(layer);
      at = layer.end();
      inputs = width;
    }
    layers.add(new Layer.Linear(at, inputs, outputs));
    return layers;
  }

  @Override
  public int parameters() {
    List<Layer.Linear> layers = layers();
    return layers.get(layers.size() - 1).end();
  }

  /** Each uniform within ±1/√inputs, as {@code torch.nn.Linear} begins. */
  @Override
  public float[] initial(long seed) {
    return Layer.initial(layers(), seed);
  }

  @Override
  public Tensor forward(Tensor theta, Tensor features, Mode mode, Tape tape) {
    Tensor signal = features;
    List<Layer.Linear> layers = layers();
    for (int l = 0; l < layers.size(); l++) {
      signal = tape.through(layers.get(l), theta, signal);
      if (l < layers.size() - 1) {
        signal = mode.dropped(torch.relu(signal), dropout);
      }
    }
    return outputs == 1 ? signal.view(-1) : signal;
  }

  /**
   * The same function in plain Java, for scoring without libtorch.
   *
   * @throws IllegalArgumentException when there is more than one output
   * @throws DataException when a parameter is not finite
   */
  public Scorer scorer(float[] theta) {
    if (outputs != 1) {
      throw new IllegalArgumentException("a scorer has one output, not " + outputs);
    }
    for (float each : theta) {
      if (!Float.isFinite(each)) {
        throw new DataException(
            "the training diverged: a parameter of the network is %s; lower the learner's option rate, or set clip, such as clip=1"
                .formatted(each));
      }
    }
    return new MlpScorer(columns, hidden, theta);
  }
}
