package evenhand.loss;

import evenhand.learner.Sigmoid;

/**
 * The squared maximum mean discrepancy between the groups' predictions, the mean over the pairs of
 * groups; biased (rows are compared with themselves too), so that it is ≥ 0. Its kernel is the mean
 * of Gaussians of several widths, each half of the one before, since one width is blind to
 * differences much finer or coarser than itself. The cost grows with the square of the batch.
 *
 * <p>Gretton et al., "A kernel two-sample test", JMLR 13, 2012, equation 5.
 *
 * @param widest standard deviation of the widest Gaussian, in units of the predictions, &gt; 0
 * @param widths how many Gaussians, ≥ 1
 * @param attribute whose groups are compared
 */
public record MeanDiscrepancy(double widest, int widths, String attribute) implements ScoreLoss {

  public MeanDiscrepancy {
    if (!(widest > 0 && widest < Double.POSITIVE_INFINITY) || widths < 1) {
      throw new IllegalArgumentException(
          "need a positive finite width and at least one, got %s and %d".formatted(widest, widths));
    }
  }

  /** Of scores: widths of .4, .2, .1 and .05. */
  public static MeanDiscrepancy ofScores(String attribute) {
    return new MeanDiscrepancy(0.4, 4, attribute);
  }

  @Override
  public Evaluated of(Predictions rows) {
    int present = rows.present();
    if (present < 2) {
      return Evaluated.nothing(rows.size());
    }
    double pairs = present * (present - 1) / 2.0;
    double[] within = rows.withinGroups();
    double[] values = rows.values();
    double value = 0;
    double[] slope = new double[within.length];
    for (int i = 0; i < within.length; i++) {
      if (within[i] == 0) {
        continue;
      }
      for (int j = 0; j <= i; j++) {
        double share = rows.code(i) == rows.code(j) ? (present - 1) / pairs : -1 / pairs;
        double term = within[i] * within[j] * share / widths;
        double apart = values[i] - values[j];
        Kernel kernel = kernel(apart);
        value += (i == j ? 1 : 2) * term * kernel.sum();
        double pull = -2 * term * apart * kernel.curve();
        slope[i] += pull;
        slope[j] -= pull;
      }
    }
    return new Evaluated(value, slope);
  }

  /** One exponential gives them all: half the width is the fourth power. */
  private Kernel kernel(double apart) {
    double precision = 1 / (widest * widest);
    double gaussian = Sigmoid.expOfNegative(-apart * apart * precision / 2);
    double sum = 0;
    double curve = 0;
    for (int w = 0; w < widths; w++) {
      sum += gaussian;
      curve += gaussian * precision;
      precision *= 4;
      gaussian *= gaussian;
      gaussian *= gaussian;
    }
    return new Kernel(sum, curve);
  }

  /**
   * @param sum of the Gaussians
   * @param curve sum of the Gaussians over their variances
   */
  private record Kernel(double sum, double curve) {}
}
