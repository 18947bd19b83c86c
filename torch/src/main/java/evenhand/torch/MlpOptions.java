package evenhand.torch;

import java.util.List;

/**
 * A multi-layer perceptron and how it is trained.
 *
 * @param hidden widths of the hidden layers
 * @param dropout share masked in training, in [0, 1)
 * @param epochs passes over the rows, ≥ 1
 * @param batch rows of a step, ≥ 1
 * @param rate first step size of Adam, &gt; 0; falls to 0 along half a cosine wave
 * @param decay of the weights, decoupled, ≥ 0
 */
public record MlpOptions(
    List<Integer> hidden, double dropout, int epochs, int batch, double rate, double decay) {

  public MlpOptions {
    hidden = List.copyOf(hidden);
  }

  /** Steps of a whole training. */
  int steps(int rows) {
    return epochs * ((rows + batch - 1) / batch);
  }

  /** Two hidden layers, twelve passes. */
  public static MlpOptions defaults() {
    return new MlpOptions(List.of(128, 64), 0, 12, 512, 2e-3, 1e-3);
  }
}
