package evenhand.learners;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Random features and labels that depend on them. */
final class Samples {

  private Samples() {}

  /** Columns alternate between normal values and one-hot flags; about half of all values are 0. */
  static CsrMatrix features(int rows, int columns, SplittableRandom random) {
    int[] offsets = new int[rows + 1];
    int[] indices = new int[rows * columns];
    float[] values = new float[rows * columns];
    int at = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (random.nextBoolean()) {
          indices[at] = j;
          values[at++] = j % 2 == 0 ? (float) random.nextGaussian() : 1;
        }
      }
      offsets[i + 1] = at;
    }
    return new CsrMatrix(
        rows, columns, offsets, Arrays.copyOf(indices, at), Arrays.copyOf(values, at));
  }

  /** Few distinct values, all of them in every third of the rows: −2, −1, 0 (not stored), 1, 2. */
  static CsrMatrix steps(int rows, int columns, SplittableRandom random) {
    CsrMatrix features = features(rows, columns, random);
    float[] values = features.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(2) == 0 ? random.nextInt(1, 3) : -random.nextInt(1, 3);
    }
    return features;
  }

  /** Labels drawn from a logistic model with an interaction in it. */
  static int[] labels(DenseMatrix features, SplittableRandom random) {
    int[] labels = new int[features.rows()];
    float[] row = new float[features.columns()];
    for (int i = 0; i < labels.length; i++) {
      features.copyRow(i, row);
      double margin = 2 * row[0] - row[1] + 3 * row[0] * row[row.length - 1];
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
    }
    return labels;
  }

  static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  static double[] weights(int rows, double spread, SplittableRandom random) {
    return random.doubles(rows).map(u -> Math.exp(spread * (u - 1))).toArray();
  }
}
