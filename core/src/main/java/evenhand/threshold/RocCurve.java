package evenhand.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a threshold accepts: for every number of distinct scores accepted from the top, the accepted
 * weight of each label. Tied rows are one step.
 *
 * @param scores distinct, decreasing, shape [m]
 * @param negatives accepted weight of label 0 with the i highest scores accepted, shape [m + 1]
 * @param positives the same of label 1
 */
@SuppressWarnings("ArrayRecordComponent")
record RocCurve(double[] scores, double[] negatives, double[] positives) {

  static RocCurve of(JointCells.Sorted rows) {
    int n = rows.scores().length;
    double[] scores = new double[n];
    double[] negatives = new double[n + 1];
    double[] positives = new double[n + 1];
    double negative = 0;
    double positive = 0;
    int m = 0;
    for (int i = 0; i < n; i++) {
      if ((rows.slots()[i] & 1) == 1) {
        positive += rows.weights()[i];
      } else {
        negative += rows.weights()[i];
      }
      if (i + 1 == n || rows.scores()[i + 1] != rows.scores()[i]) {
        scores[m++] = rows.scores()[i];
        negatives[m] = negative;
        positives[m] = positive;
      }
    }
    return new RocCurve(
        Arrays.copyOf(scores, m), Arrays.copyOf(negatives, m + 1), Arrays.copyOf(positives, m + 1));
  }

  /** m: the number of distinct scores; the points are 0 to m. */
  int last() {
    return scores.length;
  }

  /**
   * The threshold of a point that is neither 0 nor {@link #last}: half-way to the next score, so
   * that new rows fall on the nearer side.
   */
  double threshold(int point) {
    double accepted = scores[point - 1];
    double middle = scores[point] + (accepted - scores[point]) / 2;
    return middle > scores[point] && middle <= accepted ? middle : accepted;
  }

  /**
   * At most so many points, evenly spread over the thresholds; none where a label has no weight.
   */
  List<GroupThresholds.RocPoint> points(int most) {
    List<GroupThresholds.RocPoint> points = new ArrayList<>();
    if (negatives[last()] > 0 && positives[last()] > 0) {
      int steps = Math.min(most - 1, last());
      for (int step = 0; step <= steps; step++) {
        int point = (int) ((long) last() * step / steps);
        points.add(
            new GroupThresholds.RocPoint(
                negatives[point] / negatives[last()], positives[point] / positives[last()]));
      }
    }
    return points;
  }

  /** The points at the corners of the convex hull, upper and lower, each once. */
  int[] hull() {
    int[] upper = chain(1);
    int[] lower = chain(-1);
    int[] all = Arrays.copyOf(upper, upper.length + lower.length);
    System.arraycopy(lower, 0, all, upper.length, lower.length);
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /** Andrew's monotone chain: the curve is sorted by both coordinates already. */
  private int[] chain(int side) {
    int[] kept = new int[negatives.length];
    int count = 0;
    for (int point = 0; point < negatives.length; point++) {
      while (count >= 2 && side * turn(kept[count - 2], kept[count - 1], point) >= 0) {
        count--;
      }
      kept[count++] = point;
    }
    return Arrays.copyOf(kept, count);
  }

  private double turn(int a, int b, int c) {
    return (negatives[b] - negatives[a]) * (positives[c] - positives[a])
        - (positives[b] - positives[a]) * (negatives[c] - negatives[a]);
  }
}
