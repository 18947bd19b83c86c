package evenhand.loss;

/**
 * The mean squared error of the groups made into one number: of scores the Brier score, of a
 * regression's outputs the error against its real targets.
 *
 * <p>Agarwal, Dudík and Wu, "Fair regression", ICML 2019, section 2, with the squared loss.
 *
 * @param how the groups' errors become one; {@code WORST} speaks of one group too
 * @param attribute whose groups are compared
 */
public record GroupSquaredError(BoundedGroupLoss.How how, String attribute) implements ScoreLoss {

  @Override
  public Evaluated of(Predictions rows) {
    double[] within = rows.withinGroups();
    double[] totals = rows.totals();
    double[] errors = new double[totals.length];
    for (int g = 0; g < totals.length; g++) {
      errors[g] = totals[g] > 0 ? 0 : Double.NaN;
    }
    for (int i = 0; i < within.length; i++) {
      double apart = rows.values()[i] - rows.targets()[i];
      errors[rows.code(i)] += within[i] * apart * apart;
    }
    double[] weights = how.weights(errors);
    double value = 0;
    for (int g = 0; g < errors.length; g++) {
      value += weights[g] == 0 ? 0 : weights[g] * errors[g];
    }
    double[] slope = new double[within.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = weights[rows.code(i)] * within[i] * 2 * (rows.values()[i] - rows.targets()[i]);
    }
    return new Evaluated(value, slope);
  }
}
