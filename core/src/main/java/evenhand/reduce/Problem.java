package evenhand.reduce;

import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.parity.Constraint;

/**
 * What a reduction solves: the least weighted error on a sample among the classifiers that meet a
 * constraint there.
 *
 * @param sample its {@code weights} count in the error
 * @param constraint bound to that sample, whose {@code parityWeights} count in its rates
 */
public record Problem(Sample sample, Constraint constraint) {

  /**
   * The expected share of weight decided wrongly, in [0, 1], by acceptance probabilities of shape
   * [n].
   */
  public double error(double[] acceptance) {
    int[] labels = sample.labels();
    double[] weights = sample.weights();
    double wrong = 0;
    double total = 0;
    for (int i = 0; i < labels.length; i++) {
      wrong += weights[i] * (labels[i] == 1 ? 1 - acceptance[i] : acceptance[i]);
      total += weights[i];
    }
    return wrong / total;
  }

  /** Error and violation of a classifier, as expectations over its members. */
  public Standing of(Classifier classifier) {
    double[] acceptance = classifier.on(sample.features()).acceptance();
    return new Standing(error(acceptance), constraint.violation(acceptance));
  }

  /**
   * What accepting each row costs: its error and its price (Agarwal et al. 2018, section 3.2).
   *
   * @param prices of the inequalities, shape [constraint.size()], ≥ 0
   * @return shape [n]; the Lagrangian of decisions h is {@code cost·h} and a constant
   */
  double[] cost(double[] prices) {
    double[] cost = constraint.cost(prices);
    int[] labels = sample.labels();
    double[] weights = sample.weights();
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    for (int i = 0; i < cost.length; i++) {
      cost[i] += weights[i] / total * (labels[i] == 1 ? -1 : 1);
    }
    return cost;
  }
}
