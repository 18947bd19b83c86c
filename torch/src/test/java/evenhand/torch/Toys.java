package evenhand.torch;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.List;
import java.util.SplittableRandom;

/** Small samples with two groups whose base rates differ. */
final class Toys {

  private Toys() {}

  /** Two informative columns, of which the second tells the group; labels are noisy. */
  static Sample sample(long seed, int rows) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[2 * rows];
    int[] labels = new int[rows];
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = random.nextDouble() < 0.4 ? 1 : 0;
      double merit = random.nextDouble(-1, 1);
      values[2 * i] = (float) merit;
      values[2 * i + 1] = (float) (codes[i] + random.nextDouble(-0.3, 0.3));
      labels[i] = merit + 0.8 * codes[i] + random.nextDouble(-0.6, 0.6) > 0.3 ? 1 : 0;
    }
    return Sample.of(
        new DenseMatrix(rows, 2, values),
        labels,
        List.of(new Groups("group", List.of("a", "b"), codes)));
  }

  static MlpLearner learner(int epochs) {
    return new MlpLearner(new MlpOptions(List.of(16), 0, epochs, 64, 1e-2, 0));
  }
}
