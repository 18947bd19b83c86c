package evenhand.reduce;

import java.util.ArrayList;
import java.util.List;

/** The prices that were asked, and the lower bounds of the optimum that their replies give. */
final class AskedPrices {

  private final List<double[]> asked = new ArrayList<>();
  private final List<Double> least = new ArrayList<>();
  private final List<Hypothesis> replies = new ArrayList<>();
  private final List<Double> own = new ArrayList<>();
  private double proven = Double.NEGATIVE_INFINITY;

  /**
   * Adds prices and the reply to them. A learner that is no exact oracle may answer later with what
   * is cheaper at old prices than the reply to them was, so every reply counts at all prices.
   *
   * @param reply the learner's own decisions first
   */
  void add(double[] prices, List<Hypothesis> reply) {
    proven = Math.max(proven, reply.get(0).standing().lagrangian(prices));
    for (int k = 0; k < asked.size(); k++) {
      least.set(k, Math.min(least.get(k), leastOf(reply, asked.get(k))));
    }
    replies.addAll(reply);
    asked.add(prices);
    least.add(leastOf(replies, prices));
    own.add(leastOf(reply, prices));
  }

  private static double leastOf(List<Hypothesis> hypotheses, double[] prices) {
    double least = Double.POSITIVE_INFINITY;
    for (Hypothesis hypothesis : hypotheses) {
      least = Math.min(least, hypothesis.standing().lagrangian(prices));
    }
    return least;
  }

  /**
   * How much dearer a reply was, at the prices it answered, than what other replies turned out to
   * be: 0 for an exact learner, in units of error.
   */
  double regret() {
    double most = 0;
    for (int k = 0; k < own.size(); k++) {
      most = Math.max(most, own.get(k) - least.get(k));
    }
    return most;
  }

  /** The least Lagrangian of a reply at the last prices asked. */
  double atLast() {
    return least.get(least.size() - 1);
  }

  /** What no mixture of the replies gets under at all prices asked. */
  double overReplies() {
    return least.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /** What no classifier gets under where the learner's replies are the cheapest there are. */
  double proven() {
    return proven;
  }
}
