package evenhand.reweight;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.List;
import java.util.SplittableRandom;

/** Samples of two groups for tests. */
final class Samples {

  private Samples() {}

  /** One feature, all 0. */
  static Sample of(int[] labels, int[] groups) {
    return Sample.of(
        new DenseMatrix(labels.length, 1, new float[labels.length]),
        labels,
        List.of(new Groups("group", List.of("a", "b"), groups)));
  }

  /**
   * What counts is the same in both groups, but one in three labels of 1 in group b is called 0.
   * The second feature tells the group.
   */
  static Sample biased(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] features = new float[2 * rows];
    int[] labels = new int[rows];
    int[] groups = new int[rows];
    double[] weights = new double[rows];
    for (int i = 0; i < rows; i++) {
      groups[i] = random.nextInt(3) == 0 ? 1 : 0;
      features[2 * i] = (float) random.nextGaussian();
      features[2 * i + 1] = groups[i];
      boolean good = features[2 * i] + 0.5 * random.nextGaussian() > 0;
      labels[i] = good && !(groups[i] == 1 && random.nextInt(3) == 0) ? 1 : 0;
      weights[i] = 1 + random.nextInt(3);
    }
    return new Sample(
        new DenseMatrix(rows, 2, features),
        labels,
        weights,
        weights,
        List.of(new Groups("group", List.of("a", "b"), groups)));
  }
}
