package evenhand.torch;

import evenhand.data.Matrix;
import evenhand.data.RowBlocks;
import evenhand.learner.Scorer;
import evenhand.learner.Sigmoid;
import java.util.List;

/**
 * An {@link Mlp} with its parameters, in plain Java: scoring needs no libtorch. Sums are in double.
 */
public final class MlpScorer implements Scorer {

  private final Mlp network;
  private final float[] theta;

  /**
   * @param columns of the features, ≥ 1
   * @param hidden widths of the hidden layers
   * @param theta every layer's weights [outputs, inputs] and biases [outputs], finite
   */
  public MlpScorer(int columns, List<Integer> hidden, float[] theta) {
    this.network = new Mlp(columns, hidden, 0);
    this.theta = theta.clone();
    if (theta.length != network.parameters()) {
      throw new IllegalArgumentException(
          "need %d parameters, got %d".formatted(network.parameters(), theta.length));
    }
    for (float each : theta) {
      if (!Float.isFinite(each)) {
        throw new IllegalArgumentException("a parameter must be finite, was " + each);
      }
    }
  }

  int columns() {
    return network.columns();
  }

  List<Integer> hidden() {
    return network.hidden();
  }

  /** A copy. */
  float[] theta() {
    return theta.clone();
  }

  @Override
  public double[] score(Matrix features) {
    double[] scores = logits(features);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Sigmoid.of(scores[i]);
    }
    return scores;
  }

  /** Logit of P(y=1) of each row. */
  double[] logits(Matrix features) {
    if (features.columns() != network.columns()) {
      throw new IllegalArgumentException(
          "need %d columns, got %d".formatted(network.columns(), features.columns()));
    }
    double[] logits = new double[features.rows()];
    List<Layer.Linear> layers = network.layers();
    double[] first = transposed(layers.get(0));
    RowBlocks.each(
        logits.length,
        (from, to) -> {
          float[] row = new float[network.columns()];
          for (int i = from; i < to; i++) {
            features.copyRow(i, row);
            logits[i] = logit(layers, first, row);
          }
        });
    return logits;
  }

  /** The first layer's weights by input, so that inputs that are 0 are passed over. */
  private double[] transposed(Layer.Linear layer) {
    double[] weights = new double[layer.inputs() * layer.outputs()];
    for (int o = 0; o < layer.outputs(); o++) {
      for (int i = 0; i < layer.inputs(); i++) {
        weights[i * layer.outputs() + o] = theta[layer.at() + o * layer.inputs() + i];
      }
    }
    return weights;
  }

  private double logit(List<Layer.Linear> layers, double[] first, float[] row) {
    Layer.Linear layer = layers.get(0);
    double[] signal = new double[layer.outputs()];
    for (int o = 0; o < signal.length; o++) {
      signal[o] = theta[layer.biasAt() + o];
    }
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0) {
        for (int o = 0, at = i * signal.length; o < signal.length; o++, at++) {
          signal[o] += first[at] * row[i];
        }
      }
    }
    for (int l = 1; l < layers.size(); l++) {
      signal = next(layers.get(l), signal);
    }
    return signal[0];
  }

  private double[] next(Layer.Linear layer, double[] signal) {
    for (int i = 0; i < signal.length; i++) {
      signal[i] = Math.max(0, signal[i]);
    }
    double[] out = new double[layer.outputs()];
    for (int o = 0; o < out.length; o++) {
      double sum = theta[layer.biasAt() + o];
      for (int i = 0, at = layer.at() + o * layer.inputs(); i < signal.length; i++, at++) {
        sum += theta[at] * signal[i];
      }
      out[o] = sum;
    }
    return out;
  }
}
