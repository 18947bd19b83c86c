package evenhand.torch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A multi-layer perceptron and how it is trained.
 *
 * @param hidden widths of the hidden layers
 * @param dropout share masked in training, in [0, 1)
 * @param epochs passes over the rows, ≥ 1
 * @param batch rows of a step, ≥ 1
 * @param rate first step size, &gt; 0
 * @param decay of the weights, ≥ 0
 * @param stepping how gradients become steps
 * @param patience passes without a smaller loss after which training ends, ≥ 1, on rows held aside,
 *     of validation, or trusted ones, as a method has them; the parameters of the smallest are
 *     kept; empty: it goes to the end and keeps what is there
 * @param device what computes
 * @param start the network of these widths that training goes on from; empty: from fresh parameters
 */
public record MlpOptions(
    List<Integer> hidden,
    double dropout,
    int epochs,
    int batch,
    double rate,
    double decay,
    Stepping stepping,
    OptionalInt patience,
    Device device,
    Optional<MlpScorer> start) {

  public MlpOptions {
    hidden = List.copyOf(hidden);
  }

  /** On the processor, from fresh parameters. */
  public MlpOptions(
      List<Integer> hidden,
      double dropout,
      int epochs,
      int batch,
      double rate,
      double decay,
      Stepping stepping,
      OptionalInt patience) {
    this(
        hidden,
        dropout,
        epochs,
        batch,
        rate,
        decay,
        stepping,
        patience,
        Device.CPU,
        Optional.empty());
  }

  /** Adam along half a cosine wave, to the end. */
  public MlpOptions(
      List<Integer> hidden, double dropout, int epochs, int batch, double rate, double decay) {
    this(hidden, dropout, epochs, batch, rate, decay, Stepping.defaults(), OptionalInt.empty());
  }

  /** The network with the parameters that training begins with. */
  public Network begun(Network network) {
    return start.<Network>map(saved -> new Begun(network, saved.theta())).orElse(network);
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
