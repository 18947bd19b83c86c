package evenhand.calibrate;

import evenhand.metric.MeanMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Chooses among methods by cross-validated log loss: the first whose loss is not worse than the
 * smallest by more than the standard error of the difference. To change nothing is given up only
 * for what is better by more than {@value #SURELY} standard errors.
 *
 * @param candidates the simplest first, at least one
 * @param folds at least 2
 * @param seed of the folds
 */
record MethodChoice(List<CalibrationMethod> candidates, int folds, long seed) {

  private static final double SURELY = 1.96;

  MethodChoice {
    candidates = List.copyOf(candidates);
  }

  /** One candidate, or the first where a label has too few rows, is chosen without a look. */
  CalibrationMethod on(ScoredRows rows) {
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    int[] count = new int[2];
    for (int i = 0; i < rows.size(); i++) {
      count[rows.labels()[i]] += rows.weights()[i] > 0 ? 1 : 0;
    }
    if (Math.min(count[0], count[1]) < 2 * folds) {
      return candidates.get(0);
    }
    List<double[]> losses = losses(rows, folds(rows));
    int best = 0;
    double[] means = new double[losses.size()];
    for (int m = 0; m < means.length; m++) {
      means[m] = difference(rows, losses.get(m), new double[rows.size()])[0];
      best = means[m] < means[best] ? m : best;
    }
    for (int m = 0; m < best; m++) {
      double[] worse = difference(rows, losses.get(m), losses.get(best));
      double errors = candidates.get(m) == CalibrationMethod.IDENTITY ? SURELY : 1;
      if (worse[0] <= errors * worse[1]) {
        return candidates.get(m);
      }
    }
    return candidates.get(best);
  }

  /** The same number of rows of each label in every fold, as near as can be. */
  private int[] folds(ScoredRows rows) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] fold = new int[rows.size()];
    for (int label = 0; label <= 1; label++) {
      int wanted = label;
      int[] chosen =
          IntStream.range(0, fold.length).filter(i -> rows.labels()[i] == wanted).toArray();
      for (int i = chosen.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int swapped = chosen[i];
        chosen[i] = chosen[other];
        chosen[other] = swapped;
      }
      for (int i = 0; i < chosen.length; i++) {
        fold[chosen[i]] = i % folds;
      }
    }
    return fold;
  }

  private List<double[]> losses(ScoredRows rows, int[] fold) {
    List<double[]> losses = new ArrayList<>();
    candidates.forEach(candidate -> losses.add(new double[rows.size()]));
    for (int f = 0; f < folds; f++) {
      int held = f;
      ScoredRows fit =
          rows.select(IntStream.range(0, fold.length).filter(i -> fold[i] != held).toArray());
      for (int m = 0; m < candidates.size(); m++) {
        CalibrationMap map = candidates.get(m).calibrator().fit(fit);
        for (int i = 0; i < fold.length; i++) {
          if (fold[i] == f) {
            losses.get(m)[i] = MeanMetric.LOG_LOSS.of(rows.labels()[i], map.of(rows.scores()[i]));
          }
        }
      }
    }
    return losses;
  }

  /** The mean of the difference and its standard error. */
  private static double[] difference(ScoredRows rows, double[] losses, double[] others) {
    double total = 0;
    double sum = 0;
    for (int i = 0; i < losses.length; i++) {
      total += rows.weights()[i];
      sum += rows.weights()[i] * (losses[i] - others[i]);
    }
    double mean = sum / total;
    double squares = 0;
    for (int i = 0; i < losses.length; i++) {
      double part = rows.weights()[i] * (losses[i] - others[i] - mean);
      squares += part * part;
    }
    return new double[] {mean, Math.sqrt(squares) / total};
  }
}
