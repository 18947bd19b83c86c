package evenhand.torch;

import evenhand.loss.RowLoss;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a network hid the group from everyone or ran away from the one adversary it met: what
 * that one told over the second half of the training, beside what a fresh one tells afterwards, in
 * nats of information. Has state.
 */
final class Swings {

  /** Of the groups' entropy: a lead of the fresh one that is told. */
  private static final double LEAD = 0.015;

  private final double[] shares;
  private final int leastSteps;
  private double loss;
  private int steps;
  private int allSteps;

  /**
   * @param shares of the groups among the training rows that count, shape [k], of sum 1
   * @param leastSteps that the adversary of the training needs to be one to compare with
   */
  Swings(double[] shares, int leastSteps) {
    this.shares = shares.clone();
    this.leastSteps = leastSteps;
  }

  /**
   * A step of the adversary of the training.
   *
   * @param entropy its cross entropy on the batch, before the step
   * @param progress of the training, in [0, 1)
   */
  void saw(double entropy, double progress) {
    allSteps++;
    if (progress >= 0.5) {
      loss += entropy;
      steps++;
    }
  }

  /**
   * @param logits of a fresh adversary to which all groups are equally likely, shape [n, k]
   * @param groups of those rows, shape [n]
   * @param weights of those rows, shape [n], of positive sum
   * @return empty where the training had too few steps, or none in its second half
   */
  Optional<Told> beside(double[] logits, int[] groups, double[] weights) {
    if (steps == 0 || allSteps < leastSteps) {
      return Optional.empty();
    }
    int k = shares.length;
    double[] primed = logits.clone();
    for (int at = 0; at < primed.length; at++) {
      primed[at] += log(shares[at % k]);
    }
    double[] losses = RowLoss.CROSS_ENTROPY.on(groups, primed).values();
    double total = 0;
    double sum = 0;
    for (int i = 0; i < groups.length; i++) {
      total += weights[i];
      sum += weights[i] * (-log(shares[groups[i]]) - losses[i]);
    }
    double fresh = sum / total;
    double squares = 0;
    for (int i = 0; i < groups.length; i++) {
      double apart = weights[i] * (-log(shares[groups[i]]) - losses[i] - fresh);
      squares += apart * apart;
    }
    return Optional.of(
        new Told(entropy() - loss / steps, fresh, Math.sqrt(squares) / total, entropy()));
  }

  /** A group without rows that count stays so, with a share that is next to none. */
  private static double log(double share) {
    return StrictMath.log(Math.max(share, 1e-12));
  }

  private double entropy() {
    double entropy = 0;
    for (double share : shares) {
      entropy -= share * log(share);
    }
    return entropy;
  }

  /**
   * In nats; below 0: it was surer than it was right, and told less than the shares of the groups.
   *
   * @param live mean over the second half of the training
   * @param fresh afterwards, on rows unseen
   * @param standardError of the latter
   * @param entropy of the group: what there is to tell
   */
  record Told(double live, double fresh, double standardError, double entropy) {

    /** Whether the fresh one beats the live one by more than chance and rounding. */
    boolean isAhead() {
      return fresh - 2 * standardError - live > LEAD * entropy;
    }

    String warning() {
      return String.format(
          Locale.ROOT,
          "the network got away from its adversary rather than hide the group (it swings, or the adversary has gone dead): that one told %.3f nats of the group over the second half of the training, a fresh one tells %.3f of %.3f afterwards; lower the strength, the network's rate or adversary-rate",
          live,
          fresh,
          entropy);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.4f nats of %.4f over the second half of the training; a fresh one afterwards %.4f",
          live,
          entropy,
          fresh);
    }
  }
}
