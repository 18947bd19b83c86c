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
 * @param leastSteps where those passes have fewer steps, more passes are made, up to {@link
 *     #MOST_PASSES}; 0: never
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
    int leastSteps,
    int batch,
    double rate,
    double decay,
    Stepping stepping,
    OptionalInt patience,
    Device device,
    Optional<MlpScorer> start) {

  /** Passes that {@code leastSteps} leads to at most: few rows are learnt by heart. */
  public static final int MOST_PASSES = 60;

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
        0,
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

  /** Passes over so many rows, ≥ 1. */
  public int passes(int rows) {
    int each = stepsOfPass(rows);
    int needed = (leastSteps + each - 1) / each;
    return Math.max(epochs, Math.min(MOST_PASSES, needed));
  }

  /** Steps of a whole training. */
  int steps(int rows) {
    return passes(rows) * stepsOfPass(rows);
  }

  private int stepsOfPass(int rows) {
    return (rows + batch - 1) / batch;
  }

  /** Two hidden layers, twelve passes, of a small table more. */
  public static MlpOptions defaults() {
    return new MlpOptions(
        List.of(128, 64),
        0,
        12,
        400,
        512,
        2e-3,
        1e-3,
        Stepping.defaults(),
        OptionalInt.empty(),
        Device.CPU,
        Optional.empty());
  }
}
