package evenhand.threshold;

import evenhand.data.DataException;

/**
 * An objective as gains that are linear in the accepted shares. F1 is a ratio of two such sums, and
 * is made best by a few linear programs: Dinkelbach, Management Science 1967.
 *
 * @param objective whose value is meant
 * @param cells the rows
 */
record Gains(Objective objective, JointCells cells) {

  /** Finds what gains most under the requirements at hand. */
  interface Solver {
    Mixtures best(double[] gains);
  }

  /** What has the best objective, of everything that the solver can reach. */
  Mixtures best(Solver solver) {
    if (objective != Objective.Named.F1) {
      return solver.best(linear(0));
    }
    double ratio = 0;
    Mixtures best = solver.best(linear(ratio));
    for (double next = value(best.shares()); next > ratio; next = value(best.shares())) {
      ratio = next;
      Mixtures better = solver.best(linear(ratio));
      if (value(better.shares()) <= ratio) {
        break;
      }
      best = better;
    }
    return best;
  }

  /** The objective at these shares. */
  double value(double[] shares) {
    double[] accepted = cells.accepted(shares);
    return value(accepted[0], accepted[1]);
  }

  /**
   * The objective where this weight of each label is accepted.
   *
   * @throws DataException when the rows leave it undefined
   */
  double value(double negatives, double positives) {
    double[] all = cells.labelTotals();
    double[] four = {
      Math.max(0, all[0] - negatives), negatives, Math.max(0, all[1] - positives), positives
    };
    return objective
        .of(four)
        .orElseThrow(
            () ->
                new DataException(
                    "%s is undefined: no fitting row has the label it needs"
                        .formatted(objective.id())));
  }

  /** How much better one value is than another; negative where it is worse. */
  double advantage(double value, double other) {
    return objective.isMaximised() ? value - other : other - value;
  }

  /**
   * Gains of accepting everyone of a slot, by slot.
   *
   * @param ratio the F1 that is to be exceeded; only read for F1
   */
  double[] linear(double ratio) {
    double[] totals = cells.totals();
    double negatives = cells.labelTotals()[0];
    double positives = cells.labelTotals()[1];
    double weight = negatives + positives;
    double perNegative = -1 / weight;
    double perPositive = 1 / weight;
    if (objective == Objective.Named.BALANCED_ACCURACY) {
      perNegative = -0.5 / negatives;
      perPositive = 0.5 / positives;
    } else if (objective == Objective.Named.F1) {
      perNegative = -ratio / weight;
      perPositive = (2 - ratio) / weight;
    } else if (objective instanceof Objective.Cost cost) {
      double scale = weight * (cost.falsePositive() + cost.falseNegative());
      perNegative = -cost.falsePositive() / scale;
      perPositive = cost.falseNegative() / scale;
    }
    double[] gains = new double[totals.length];
    for (int slot = 0; slot < totals.length; slot++) {
      gains[slot] = totals[slot] * ((slot & 1) == 1 ? perPositive : perNegative);
    }
    return gains;
  }
}
