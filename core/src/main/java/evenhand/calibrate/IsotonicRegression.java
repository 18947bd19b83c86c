package evenhand.calibrate;

import evenhand.metric.Ascending;
import java.util.Arrays;

/**
 * The never falling function of least squared error, by pooling adjacent violators; linear between
 * the ends of its steps and constant outside of the scores seen. Tied scores are one point with
 * their mean label. One class gives the constant 0 or 1, perfect separation a ramp from 0 to 1
 * between the two scores at the border: it believes its rows, so it wants many.
 *
 * <p>Zadrozny and Elkan, "Transforming classifier scores into accurate multiclass probability
 * estimates", KDD 2002; scikit-learn's {@code IsotonicRegression(out_of_bounds="clip")}.
 */
public record IsotonicRegression() implements Calibrator {

  @Override
  public CalibrationMap fit(ScoredRows rows) {
    return pooled(rows).map();
  }

  private static Blocks pooled(ScoredRows rows) {
    int[] order = Ascending.order(rows.scores());
    Blocks blocks = new Blocks(rows.size());
    for (int at = 0; at < order.length; ) {
      double score = rows.scores()[order[at]];
      double weight = 0;
      double ones = 0;
      for (; at < order.length && rows.scores()[order[at]] == score; at++) {
        weight += rows.weights()[order[at]];
        ones += rows.weights()[order[at]] * rows.labels()[order[at]];
      }
      if (weight > 0) {
        blocks.add(score, weight, ones);
      }
    }
    return blocks;
  }

  /** A stack of blocks with increasing means. */
  private static final class Blocks {

    private final double[] first;
    private final double[] last;
    private final double[] weight;
    private final double[] ones;
    private int size;

    Blocks(int most) {
      first = new double[most];
      last = new double[most];
      weight = new double[most];
      ones = new double[most];
    }

    /** Puts a score on top and pools while the block below has no smaller mean. */
    void add(double score, double scoreWeight, double scoreOnes) {
      first[size] = score;
      last[size] = score;
      weight[size] = scoreWeight;
      ones[size] = scoreOnes;
      while (size > 0 && ones[size - 1] * weight[size] >= ones[size] * weight[size - 1]) {
        last[size - 1] = last[size];
        weight[size - 1] += weight[size];
        ones[size - 1] += ones[size];
        size--;
      }
      size++;
    }

    IsotonicMap map() {
      double[] scores = new double[2 * size];
      double[] values = new double[2 * size];
      int knots = 0;
      double lowest = 0;
      for (int b = 0; b < size; b++) {
        lowest = Math.max(lowest, Math.min(1, ones[b] / weight[b]));
        for (double end : first[b] == last[b] ? new double[] {first[b]} : ends(b)) {
          scores[knots] = end + 0.0; // −0.0 is 0.0
          values[knots++] = lowest;
        }
      }
      return new IsotonicMap(Arrays.copyOf(scores, knots), Arrays.copyOf(values, knots));
    }

    private double[] ends(int block) {
      return new double[] {first[block], last[block]};
    }
  }
}
