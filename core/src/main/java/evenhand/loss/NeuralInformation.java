package evenhand.loss;

import evenhand.data.Groups;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An estimate from below of the mutual information between the logit and the group, in nats, by a
 * small network that learns beside the one that makes the logits: Σ T(z, g) over the rows, less log
 * Σ exp T over logits and groups drawn apart. With few groups, every logit is paired with each of
 * them by its share, so that no pairs need be drawn. Has state: what it learned of earlier batches.
 *
 * <p>Belghazi et al., "Mutual information neural estimation", ICML 2018, algorithm 1, with the
 * moving average of section 3.2 (equation 12) for the gradient.
 */
public final class NeuralInformation {

  private final Options options;
  private final StatisticsNetwork network;
  private final ArrayAdam adam;
  private double average;
  private double centre;
  private double spread;

  /**
   * How it learns.
   *
   * @param hidden units, ≥ 1
   * @param steps of Adam on every batch, ≥ 1
   * @param rate of these steps, &gt; 0
   * @param keep of a moving average at each step, in [0, 1)
   */
  public record Options(int hidden, int steps, double rate, double keep) {

    public Options {
      if (hidden < 1 || steps < 1 || !(rate > 0) || !(keep >= 0 && keep < 1)) {
        throw new IllegalArgumentException(
            "need units and steps of at least 1, a positive rate and a share kept in [0, 1), got %d, %d, %s and %s"
                .formatted(hidden, steps, rate, keep));
      }
    }

    /** Enough for a bend or two. */
    public static Options defaults() {
      return new Options(16, 3, 1e-2, 0.9);
    }
  }

  /**
   * @param groups how many there are, ≥ 1
   */
  public NeuralInformation(Options options, int groups, long seed) {
    this.options = options;
    this.network = new StatisticsNetwork(options.hidden(), groups, new SplittableRandom(seed));
    this.adam = new ArrayAdam(network.theta(), options.rate());
  }

  /** Learns from a batch and its logits; one of which fewer than two groups count says nothing. */
  public void learn(Batch batch, Groups groups, double[] logits) {
    Rows rows = Rows.of(batch, groups, logits);
    if (rows.present() < 2) {
      return;
    }
    follow(rows);
    for (int step = 0; step < options.steps(); step++) {
      StatisticsNetwork.Pass pass = network.on(inputs(rows));
      double apart = rows.apart(pass.values());
      average = adam.steps() == 0 ? apart : options.keep() * average + (1 - options.keep()) * apart;
      adam.step(negated(pass.byTheta(rows.slopes(pass.values(), average))));
    }
  }

  /** Where the logits are, so that the network's inputs are of the size of 1. */
  private void follow(Rows rows) {
    double now = 0;
    double squares = 0;
    for (int i = 0; i < rows.logits().length; i++) {
      now += rows.weights()[i] * rows.logits()[i];
      squares += rows.weights()[i] * rows.logits()[i] * rows.logits()[i];
    }
    double kept = adam.steps() == 0 ? 0 : options.keep();
    centre = kept * centre + (1 - kept) * now;
    double deviation = Math.sqrt(Math.max(0, squares - now * now));
    spread = kept * spread + (1 - kept) * Math.max(1e-6, deviation);
  }

  private double[] inputs(Rows rows) {
    return Arrays.stream(rows.logits()).map(z -> (z - centre) / spread).toArray();
  }

  private static double[] negated(double[] values) {
    return Arrays.stream(values).map(value -> -value).toArray();
  }

  /**
   * The estimate by what was learned so far, and its slope, whose denominator is the moving
   * average. Below 0 where little was learned yet; nothing before the first batch.
   */
  public Loss.Evaluated on(Batch batch, Groups groups, double[] logits) {
    Rows rows = Rows.of(batch, groups, logits);
    if (rows.present() < 2 || adam.steps() == 0) {
      return Loss.Evaluated.nothing(logits.length);
    }
    StatisticsNetwork.Pass pass = network.on(inputs(rows));
    double apart = rows.apart(pass.values());
    double denominator = options.keep() * average + (1 - options.keep()) * apart;
    double[] byInput = pass.byInput(rows.slopes(pass.values(), denominator));
    double[] slope = Arrays.stream(byInput).map(each -> each / spread).toArray();
    return new Loss.Evaluated(rows.together(pass.values()) - StrictMath.log(apart), slope);
  }

  /**
   * @param weights shape [n], adding up to 1
   * @param shares of the groups, shape [k], adding up to 1
   */
  private record Rows(double[] logits, int[] codes, double[] weights, double[] shares) {

    static Rows of(Batch batch, Groups groups, double[] logits) {
      double total = Arrays.stream(batch.parityWeights()).sum();
      double[] weights = new double[logits.length];
      double[] shares = new double[groups.names().size()];
      for (int i = 0; i < weights.length && total > 0; i++) {
        weights[i] = batch.parityWeights()[i] / total;
        shares[groups.codes()[i]] += weights[i];
      }
      return new Rows(logits, groups.codes(), weights, shares);
    }

    long present() {
      return IntStream.range(0, shares.length).filter(g -> shares[g] > 0).count();
    }

    /** Mean of T over the rows. */
    double together(double[][] values) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * values[i][codes[i]];
      }
      return sum;
    }

    /** Mean of exp T over logits and groups drawn apart. */
    double apart(double[][] values) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        for (int g = 0; g < shares.length; g++) {
          sum += weights[i] * shares[g] * StrictMath.exp(values[i][g]);
        }
      }
      return sum;
    }

    /** Slope of the estimate at every T, shape [n][k]. */
    double[][] slopes(double[][] values, double denominator) {
      double[][] slopes = new double[weights.length][shares.length];
      for (int i = 0; i < weights.length; i++) {
        for (int g = 0; g < shares.length; g++) {
          slopes[i][g] = -weights[i] * shares[g] * StrictMath.exp(values[i][g]) / denominator;
        }
        slopes[i][codes[i]] += weights[i];
      }
      return slopes;
    }
  }
}
