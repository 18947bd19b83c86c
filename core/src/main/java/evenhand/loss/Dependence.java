package evenhand.loss;

import evenhand.learner.Sigmoid;
import java.util.Arrays;

/**
 * How much the predictions tell about the group, whatever the target.
 *
 * @param measure of dependence
 * @param attribute whose groups must not show
 */
public record Dependence(Measure measure, String attribute) implements ScoreLoss {

  /** Measures that are ≥ 0, and 0 where predictions and groups are independent. */
  public enum Measure {
    /**
     * Σ over groups of the squared covariance between the prediction and belonging to the group; 0
     * also where only the means are even. Zafar et al., "Fairness constraints", AISTATS 2017,
     * equation 2, for scores.
     */
    COVARIANCE,
    /**
     * The share of the predictions' variance that lies between groups, in [0, 1]; of two groups the
     * squared Pearson correlation of prediction and group. Unlike the covariance it does not fall
     * when all predictions move together. 0 also where only the means are even, or where all
     * predictions are the same. The coefficient of determination that Komiyama et al., ICML 2018,
     * bound.
     */
    CORRELATION,
    /**
     * The Hilbert-Schmidt independence criterion, biased, with a Gaussian kernel of width {@link
     * #WIDTH} on the predictions and equality of groups: sees any difference of the distributions,
     * at a cost that grows with the square of the batch. Gretton et al., ALT 2005, equation 9.
     */
    HSIC
  }

  /** Of the Gaussian kernel, in units of the predictions. */
  static final double WIDTH = 0.1;

  /** Of a standard deviation, below which predictions count as all the same. */
  private static final double FLAT = 1e-9;

  @Override
  public Evaluated of(Predictions rows) {
    double total = Arrays.stream(rows.weights()).sum();
    if (total == 0) {
      return Evaluated.nothing(rows.size());
    }
    double[] weights = Arrays.stream(rows.weights()).map(w -> w / total).toArray();
    return switch (measure) {
      case COVARIANCE -> covariance(weights, rows);
      case CORRELATION -> correlation(weights, rows);
      case HSIC -> hsic(weights, rows);
    };
  }

  private static double[] shares(double[] weights, Predictions rows) {
    double[] shares = new double[rows.groups().names().size()];
    for (int i = 0; i < weights.length; i++) {
      shares[rows.code(i)] += weights[i];
    }
    return shares;
  }

  private static double mean(double[] weights, double[] values) {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += weights[i] * values[i];
    }
    return mean;
  }

  /** Of the prediction with belonging to each group, shape [k]. */
  private static double[] covariances(double[] weights, Predictions rows) {
    double mean = mean(weights, rows.values());
    double[] covariance = new double[rows.groups().names().size()];
    for (int i = 0; i < weights.length; i++) {
      covariance[rows.code(i)] += weights[i] * (rows.values()[i] - mean);
    }
    return covariance;
  }

  private static Evaluated covariance(double[] weights, Predictions rows) {
    double[] share = shares(weights, rows);
    double[] covariance = covariances(weights, rows);
    double value = 0;
    double common = 0;
    for (int g = 0; g < share.length; g++) {
      value += covariance[g] * covariance[g];
      common += 2 * covariance[g] * share[g];
    }
    double[] slope = new double[weights.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = weights[i] * (2 * covariance[rows.code(i)] - common);
    }
    return new Evaluated(value, slope);
  }

  /** Σ covariance²/share, over the variance. */
  private static Evaluated correlation(double[] weights, Predictions rows) {
    double mean = mean(weights, rows.values());
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      double apart = rows.values()[i] - mean;
      variance += weights[i] * apart * apart;
    }
    if (variance <= FLAT * FLAT) {
      return Evaluated.nothing(weights.length);
    }
    double[] share = shares(weights, rows);
    double[] covariance = covariances(weights, rows);
    double between = 0;
    for (int g = 0; g < share.length; g++) {
      between += share[g] == 0 ? 0 : covariance[g] * covariance[g] / share[g];
    }
    double[] slope = new double[weights.length];
    for (int i = 0; i < slope.length; i++) {
      if (weights[i] > 0) {
        int g = rows.code(i);
        double apart = rows.values()[i] - mean;
        slope[i] =
            2 * weights[i] * (covariance[g] / share[g] - between / variance * apart) / variance;
      }
    }
    return new Evaluated(between / variance, slope);
  }

  /** Σ wᵢwⱼ K(sᵢ,sⱼ) L̃(gᵢ,gⱼ), with the groups' kernel centred. */
  private static Evaluated hsic(double[] weights, Predictions rows) {
    double[] share = shares(weights, rows);
    double[] scores = rows.values();
    double squares = Arrays.stream(share).map(s -> s * s).sum();
    double value = 0;
    double[] slope = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int g = rows.code(i);
      for (int j = 0; j <= i; j++) {
        int other = rows.code(j);
        double centred = (g == other ? 1 : 0) - share[g] - share[other] + squares;
        double far = (scores[i] - scores[j]) / WIDTH;
        double term = weights[i] * weights[j] * centred * Sigmoid.expOfNegative(-far * far / 2);
        value += i == j ? term : 2 * term;
        double pull = -2 * term * far / WIDTH;
        slope[i] += pull;
        slope[j] -= pull;
      }
    }
    return new Evaluated(value, slope);
  }
}
