package evenhand.loss;

import evenhand.data.Groups;
import evenhand.learner.Sigmoid;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The cross entropy of the groups, each the weighted mean of its rows, made into one number.
 *
 * <p>Agarwal, Dudík and Wu, "Fair regression", ICML 2019, section 2; Sagawa et al.,
 * "Distributionally robust neural networks", ICLR 2020, equation 4, for the worst.
 *
 * @param how the groups' losses become one
 * @param attribute whose groups are compared
 * @param pooling of the losses of groups with few rows
 */
public record BoundedGroupLoss(How how, String attribute, Pooling pooling) implements Loss {

  /** From the losses of groups to a number. */
  public enum How {
    /** The largest. */
    WORST,
    /** Largest minus smallest. */
    RANGE,
    /** Mean over the pairs of groups of the absolute difference. */
    PAIRWISE;

    /**
     * The value is linear in the groups' losses with these weights, wherever it has a slope.
     *
     * @param losses shape [k]; NaN where a group has no row that counts, which gets weight 0
     */
    public double[] weights(double[] losses) {
      double[] weights = new double[losses.length];
      int highest = -1;
      int lowest = -1;
      int present = 0;
      for (int g = 0; g < losses.length; g++) {
        if (!Double.isNaN(losses[g])) {
          present++;
          highest = highest < 0 || losses[g] > losses[highest] ? g : highest;
          lowest = lowest < 0 || losses[g] < losses[lowest] ? g : lowest;
        }
      }
      if (present > 0) {
        switch (this) {
          case WORST -> weights[highest] = 1;
          case RANGE -> {
            weights[highest] += 1;
            weights[lowest] -= 1;
          }
          case PAIRWISE -> addPairs(losses, present * (present - 1) / 2.0, weights);
        }
      }
      return weights;
    }

    private static void addPairs(double[] losses, double pairs, double[] weights) {
      for (int g = 0; g < losses.length; g++) {
        for (int other = 0; other < losses.length; other++) {
          if (losses[g] > losses[other]) {
            weights[g] += 1 / pairs;
            weights[other] -= 1 / pairs;
          }
        }
      }
    }
  }

  /** Every group's loss as it is. */
  public BoundedGroupLoss(How how, String attribute) {
    this(how, attribute, Pooling.NONE);
  }

  @Override
  public Evaluated on(Batch batch, double[] logits) {
    Groups groups = batch.groups(attribute);
    double[] losses = means(batch, groups, logits);
    double[] total = totals(batch, groups);
    double[] weights = pooled(losses, total, Pooling.rowsPerWeight(batch.weights()));
    double value = 0;
    for (int g = 0; g < losses.length; g++) {
      if (weights[g] != 0) {
        value += weights[g] * losses[g];
      }
    }
    double[] slope = new double[logits.length];
    for (int i = 0; i < slope.length; i++) {
      int g = groups.codes()[i];
      if (weights[g] != 0) {
        double p = Sigmoid.of(logits[i]);
        slope[i] = weights[g] * batch.weights()[i] / total[g] * (p - batch.labels()[i]);
      }
    }
    return new Evaluated(value, slope);
  }

  /** Weights of the groups' own losses, shape [k], 0 for groups without rows. */
  private double[] pooled(double[] losses, double[] total, double rowsPerWeight) {
    int[] present =
        IntStream.range(0, losses.length).filter(g -> !Double.isNaN(losses[g])).toArray();
    double[] own = Arrays.stream(present).mapToDouble(g -> losses[g]).toArray();
    double[] rows = Arrays.stream(present).mapToDouble(g -> total[g] * rowsPerWeight).toArray();
    double[][] shares = pooling.shares(present, rows);
    double[] byOwn = Pooling.transposedTimes(shares, how.weights(Pooling.times(shares, own)));
    double[] weights = new double[losses.length];
    for (int at = 0; at < present.length; at++) {
      weights[present[at]] = byOwn[at];
    }
    return weights;
  }

  /** Mean loss of each group, shape [k], in nats; NaN where a group has no row that counts. */
  static double[] means(Batch batch, Groups groups, double[] logits) {
    double[] sum = new double[groups.names().size()];
    for (int i = 0; i < logits.length; i++) {
      sum[groups.codes()[i]] += batch.weights()[i] * CrossEntropy.of(logits[i], batch.labels()[i]);
    }
    double[] total = totals(batch, groups);
    for (int g = 0; g < sum.length; g++) {
      sum[g] /= total[g];
    }
    return sum;
  }

  private static double[] totals(Batch batch, Groups groups) {
    double[] total = new double[groups.names().size()];
    for (int i = 0; i < batch.size(); i++) {
      total[groups.codes()[i]] += batch.weights()[i];
    }
    return total;
  }
}
