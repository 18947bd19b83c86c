package evenhand.reweight;

import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A scheme with all that it leaves open.
 *
 * @param scheme of the weights
 * @param by what is weighed alike, where the scheme leaves it open
 * @param beta of {@link Scheme#CLASS_BALANCED}, in [0, 1)
 * @param power to which each weight is raised, ≥ 0: 0 is uniform, 1 the scheme
 */
public record Reweighting(Scheme scheme, Cells by, double beta, double power) {

  public Reweighting {
    if (!(beta >= 0 && beta < 1 && power >= 0 && power < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "need 0 <= beta < 1 and a power >= 0, got " + beta + " and " + power);
    }
  }

  /** As published: proportional to groups, class-balanced by labels with β = 0.999. */
  public static Reweighting of(Scheme scheme) {
    return new Reweighting(
        scheme, scheme == Scheme.CLASS_BALANCED ? Cells.LABEL : Cells.GROUP, 0.999, 1);
  }

  /** Whether the weights look at groups. */
  public boolean needsGroups() {
    return switch (scheme) {
      case UNIFORM, RANDOM -> false;
      case PROPORTIONAL, CLASS_BALANCED -> by.needsGroups();
      case KAMIRAN_CALDERS -> true;
    };
  }

  /**
   * Weights of the same sum as the sample's own, which they multiply.
   *
   * @param groups of the sample's rows; only read by schemes that need them
   * @param seed only read by {@link Scheme#RANDOM}
   * @return shape [n], ≥ 0
   */
  public double[] weights(Sample sample, Groups groups, long seed) {
    double[] weights =
        switch (scheme) {
          case UNIFORM -> ones(sample.size());
          case RANDOM -> random(sample.size(), seed);
          case PROPORTIONAL -> byCell(sample, groups, true);
          case CLASS_BALANCED -> byCell(sample, groups, false);
          case KAMIRAN_CALDERS -> independent(sample, groups);
        };
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.pow(weights[i], power);
    }
    return scaled(weights, sample.weights());
  }

  /** w·s with the sum of s. */
  static double[] scaled(double[] weights, double[] own) {
    double[] scaled = new double[weights.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = weights[i] * own[i];
    }
    double factor = Arrays.stream(own).sum() / Arrays.stream(scaled).sum();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = new double[size];
    double sum = 0;
    while (sum == 0) {
      for (int i = 0; i < size; i++) {
        weights[i] = Math.max(0, random.nextGaussian());
        sum += weights[i];
      }
    }
    return weights;
  }

  private double[] byCell(Sample sample, Groups groups, boolean inverse) {
    Cells cells = by;
    int[] codes = groups.codes();
    double[] total = new double[cells.count(groups.names().size())];
    for (int i = 0; i < sample.size(); i++) {
      total[cells.of(code(codes, i), sample.labels()[i])] += sample.weights()[i];
    }
    double[] weights = new double[sample.size()];
    for (int i = 0; i < weights.length; i++) {
      double rows = total[cells.of(code(codes, i), sample.labels()[i])];
      // a cell of no weight has no say whatever it gets
      double weight = inverse ? 1 / rows : (1 - beta) / (1 - StrictMath.pow(beta, rows));
      weights[i] = rows > 0 ? weight : 0;
    }
    return weights;
  }

  private static int code(int[] codes, int row) {
    return codes.length == 0 ? 0 : codes[row];
  }

  private static double[] independent(Sample sample, Groups groups) {
    int k = groups.names().size();
    double[] byGroup = new double[k];
    double[] byLabel = new double[2];
    double[] both = new double[2 * k];
    for (int i = 0; i < sample.size(); i++) {
      int group = groups.codes()[i];
      int label = sample.labels()[i];
      double weight = sample.weights()[i];
      byGroup[group] += weight;
      byLabel[label] += weight;
      both[2 * group + label] += weight;
    }
    double[] weights = new double[sample.size()];
    for (int i = 0; i < weights.length; i++) {
      int group = groups.codes()[i];
      int label = sample.labels()[i];
      double joint = both[2 * group + label];
      weights[i] = joint > 0 ? byGroup[group] * byLabel[label] / joint : 0;
    }
    return weights;
  }
}
