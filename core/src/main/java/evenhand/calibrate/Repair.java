package evenhand.calibrate;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What multicalibration does to probabilities: steps, each of which moves the rows of one subgroup
 * in one bucket of current values. Plain data; the values of rows it was fitted to come out as they
 * were fitted.
 *
 * @param attributes the names of the attributes, in order
 * @param steps in order
 */
public record Repair(List<String> attributes, List<Step> steps) {

  static final int MOST_STEPS = 100_000;
  static final int MOST_ATTRIBUTES = 20;

  /**
   * One move.
   *
   * @param values of the attributes that a row must have; empty text for any
   * @param bucket of the current value: [bucket/10, (bucket+1)/10), the last one 1 too
   * @param shift added to the value, which is then clipped to [0, 1]
   */
  public record Step(List<String> values, int bucket, double shift) {

    public Step {
      values = List.copyOf(values);
      if (!(bucket >= 0 && bucket < BucketSums.BUCKETS && Math.abs(shift) <= 1)) {
        throw new IllegalArgumentException(
            "need a bucket in [0, 10) and a shift in [-1, 1], got " + bucket + ", " + shift);
      }
    }
  }

  public Repair {
    attributes = List.copyOf(attributes);
    steps = List.copyOf(steps);
    for (Step step : steps) {
      if (step.values.size() != attributes.size()) {
        throw new IllegalArgumentException(
            "a step names %d values of %d attributes"
                .formatted(step.values.size(), attributes.size()));
      }
    }
  }

  /**
   * @param probabilities shape [n], in [0, 1]
   * @param partitions of the n rows, in the order of the attributes
   * @return shape [n], in [0, 1]
   */
  double[] on(double[] probabilities, List<Groups> partitions) {
    double[] values = probabilities.clone();
    if (steps.isEmpty()) {
      return values;
    }
    Cells cells = Cells.of(partitions);
    int[][] members = cells.rows();
    for (int c = 0; c < members.length; c++) {
      List<String> names = cells.values(c);
      List<Step> own = new ArrayList<>();
      for (Step step : steps) {
        if (matches(step, names)) {
          own.add(step);
        }
      }
      for (int row : members[c]) {
        for (Step step : own) {
          if (BucketSums.bucket(values[row]) == step.bucket) {
            values[row] = moved(values[row], step.shift);
          }
        }
      }
    }
    return values;
  }

  static double moved(double value, double shift) {
    return Math.min(1, Math.max(0, value + shift));
  }

  private static boolean matches(Step step, List<String> names) {
    for (int a = 0; a < names.size(); a++) {
      if (!step.values.get(a).isEmpty() && !step.values.get(a).equals(names.get(a))) {
        return false;
      }
    }
    return true;
  }

  static List<String> values(Cells cells, int[] codes) {
    String[] values = new String[codes.length];
    Arrays.fill(values, "");
    for (int a = 0; a < codes.length; a++) {
      if (codes[a] >= 0) {
        values[a] = cells.attributes().get(a).names().get(codes[a]);
      }
    }
    return List.of(values);
  }
}
