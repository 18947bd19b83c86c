package evenhand.threshold;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded random scored rows. */
final class ThresholdSamples {

  private ThresholdSamples() {}

  /**
   * @param groups of one attribute {@code g}; every label comes in every group
   * @param levels distinct scores at most
   */
  static ThresholdSample of(SplittableRandom random, int rows, int groups, int levels) {
    double[] scores = new double[rows];
    int[] labels = new int[rows];
    int[] codes = new int[rows];
    double[] weights = new double[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = i < 2 * groups ? i / 2 : random.nextInt(groups);
      double truth = random.nextDouble() + 0.15 * codes[i];
      labels[i] = i < 2 * groups ? i % 2 : random.nextDouble() < truth ? 1 : 0;
      double score = 0.6 * truth + 0.4 * random.nextDouble() - 0.2;
      scores[i] = Math.rint(score * levels) / levels;
      weights[i] = 1 + random.nextInt(3);
    }
    List<String> names = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      names.add("g" + g);
    }
    return new ThresholdSample(scores, labels, weights, List.of(new Groups("g", names, codes)));
  }

  /** The same with a second attribute {@code h} of two groups. */
  static ThresholdSample crossed(SplittableRandom random, int rows, int groups, int levels) {
    ThresholdSample one = of(random, rows, groups, levels);
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = i < 4 * groups ? i / (2 * groups) : random.nextInt(2);
    }
    return new ThresholdSample(
        one.scores(),
        one.labels(),
        one.weights(),
        List.of(one.groups().get(0), new Groups("h", List.of("a", "b"), codes)));
  }
}
