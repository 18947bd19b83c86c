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

  /** Error and violation of acceptance probabilities, shape [n], in [0, 1]. */
  public Standing of(double[] acceptance) {
    int[] labels = sample.labels();
    double[] weights = sample.weights();
    double wrong = 0;
    for (int i = 0; i < labels.length; i++) {
      wrong += weights[i] * (labels[i] == 1 ? 1 - acceptance[i] : acceptance[i]);
    }
    return new Standing(wrong / totalWeight(), constraint.violation(acceptance));
  }

  /**
   * The same of every cut through rows in an order.
   *
   * @param level of each row, shape [n], from 0 to levels − 1
   * @return one for each level; at k, of accepting the rows whose level is at least k
   */
  Standing[] of(int[] level, int levels) {
    int[] labels = sample.labels();
    double[] weights = sample.weights();
    double[] gained = new double[levels];
    double nobody = 0;
    for (int i = 0; i < labels.length; i++) {
      gained[level[i]] += labels[i] == 1 ? weights[i] : -weights[i];
      nobody += labels[i] == 1 ? weights[i] : 0;
    }
    double total = totalWeight();
    double[][] violations = constraint.violations(level, levels);
    Standing[] standings = new Standing[levels];
    double wrong = nobody;
    for (int k = levels - 1; k >= 0; k--) {
      wrong -= gained[k];
      standings[k] = new Standing(Math.max(0, wrong) / total, violations[k]);
    }
    return standings;
  }

  /** Error and violation of a classifier, as expectations over its members. */
  public Standing of(Classifier classifier) {
    return of(classifier.on(sample.features()).acceptance());
  }

  /**
   * One standard error of an error rate on these rows: √(e(1 − e) / n), n the effective number of
   * rows, (Σw)² / Σw².
   *
   * @param error e, in [0, 1]
   */
  double standardError(double error) {
    double squares = 0;
    for (double weight : sample.weights()) {
      squares += weight * weight;
    }
    return Math.sqrt(error * (1 - error) * squares) / totalWeight();
  }

  double totalWeight() {
    double total = 0;
    for (double weight : sample.weights()) {
      total += weight;
    }
    return total;
  }

  /**
   * What accepting each row costs: its error and its price.
   *
   * @param prices of the inequalities, shape [constraint.size()], ≥ 0
   * @return shape [n]; the Lagrangian of decisions h is {@code cost·h} and a constant
   */
  double[] cost(double[] prices) {
    double[] cost = constraint.cost(prices);
    int[] labels = sample.labels();
    double[] weights = sample.weights();
    double total = totalWeight();
    for (int i = 0; i < cost.length; i++) {
      cost[i] += weights[i] / total * (labels[i] == 1 ? -1 : 1);
    }
    return cost;
  }

  /**
   * For each inequality, what its price is to the rows it touches, in units of their own errors: at
   * price 1 / reach an error and an acceptance weigh about the same there. A price means more to a
   * small group than to a large one; prices in these units are comparable.
   *
   * @return shape [constraint.size()], &gt; 0
   */
  double[] reach() {
    double[] weights = sample.weights();
    double total = totalWeight();
    double[] reach = new double[constraint.size()];
    for (int j = 0; j < reach.length; j++) {
      double[] unit = new double[reach.length];
      unit[j] = 1;
      double[] cost = constraint.cost(unit);
      double squares = 0;
      double stakes = 0;
      for (int i = 0; i < cost.length; i++) {
        squares += cost[i] * cost[i];
        stakes += Math.abs(cost[i]) * weights[i] / total;
      }
      reach[j] = squares > 0 && stakes > 0 ? squares / stakes : 1;
    }
    return reach;
  }
}
