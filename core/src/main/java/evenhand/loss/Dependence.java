package evenhand.loss;

import evenhand.data.Groups;
import evenhand.learner.Sigmoid;
import java.util.Arrays;

/**
 * How much the scores P(y=1) tell about the group, whatever the label.
 *
 * @param measure of dependence
 * @param attribute whose groups must not show
 */
public record Dependence(Measure measure, String attribute) implements Loss {

  /** Measures that are ≥ 0, and 0 where scores and groups are independent. */
  public enum Measure {
    /**
     * Σ over groups of the squared covariance between the score and belonging to the group; 0 also
     * where only the means are even. Zafar et al., "Fairness constraints", AISTATS 2017, equation
     * 2, for scores.
     */
    COVARIANCE,
    /**
     * The Hilbert-Schmidt independence criterion, biased, with a Gaussian kernel of width {@link
     * #WIDTH} on the scores and equality of groups: sees any difference of the distributions, at a
     * cost that grows with the square of the batch. Gretton et al., ALT 2005, equation 9.
     */
    HSIC
  }

  /** Of the Gaussian kernel, in units of probability. */
  static final double WIDTH = 0.1;

  @Override
  public Evaluated on(Batch batch, double[] logits) {
    double total = Arrays.stream(batch.parityWeights()).sum();
    if (total == 0) {
      return Evaluated.nothing(logits.length);
    }
    double[] scores = Arrays.stream(logits).map(Sigmoid::of).toArray();
    double[] weights = Arrays.stream(batch.parityWeights()).map(w -> w / total).toArray();
    Groups groups = batch.groups(attribute);
    Evaluated byScore =
        measure == Measure.COVARIANCE
            ? covariance(weights, groups, scores)
            : hsic(weights, groups, scores);
    double[] slope = byScore.slope();
    for (int i = 0; i < slope.length; i++) {
      slope[i] *= scores[i] * (1 - scores[i]);
    }
    return new Evaluated(byScore.value(), slope);
  }

  private static Evaluated covariance(double[] weights, Groups groups, double[] scores) {
    int k = groups.names().size();
    double[] share = new double[k];
    double[] joint = new double[k];
    double mean = 0;
    for (int i = 0; i < scores.length; i++) {
      share[groups.codes()[i]] += weights[i];
      joint[groups.codes()[i]] += weights[i] * scores[i];
      mean += weights[i] * scores[i];
    }
    double value = 0;
    double common = 0;
    double[] covariance = new double[k];
    for (int g = 0; g < k; g++) {
      covariance[g] = joint[g] - share[g] * mean;
      value += covariance[g] * covariance[g];
      common += 2 * covariance[g] * share[g];
    }
    double[] slope = new double[scores.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = weights[i] * (2 * covariance[groups.codes()[i]] - common);
    }
    return new Evaluated(value, slope);
  }

  /** Σ wᵢwⱼ K(sᵢ,sⱼ) L̃(gᵢ,gⱼ), with the groups' kernel centred. */
  private static Evaluated hsic(double[] weights, Groups groups, double[] scores) {
    double[] share = new double[groups.names().size()];
    for (int i = 0; i < scores.length; i++) {
      share[groups.codes()[i]] += weights[i];
    }
    double squares = Arrays.stream(share).map(s -> s * s).sum();
    double value = 0;
    double[] slope = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      int g = groups.codes()[i];
      for (int j = 0; j <= i; j++) {
        int other = groups.codes()[j];
        double centred = (g == other ? 1 : 0) - share[g] - share[other] + squares;
        double far = (scores[i] - scores[j]) / WIDTH;
        double term = weights[i] * weights[j] * centred * StrictMath.exp(-far * far / 2);
        value += i == j ? term : 2 * term;
        double pull = -2 * term * far / WIDTH;
        slope[i] += pull;
        slope[j] -= pull;
      }
    }
    return new Evaluated(value, slope);
  }
}
