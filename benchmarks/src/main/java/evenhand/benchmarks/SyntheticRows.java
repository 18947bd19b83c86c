package evenhand.benchmarks;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Rows of five numbers, one of which tells the group apart, with labels that depend on them. */
final class SyntheticRows {

  private static final int COLUMNS = 5;

  private SyntheticRows() {}

  /**
   * @param groups how many; later ones are smaller and have fewer labels 1
   */
  static Sample sample(int rows, int groups, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * COLUMNS];
    int[] labels = new int[rows];
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      double place = random.nextDouble();
      codes[i] = (int) (groups * place * place);
      double offset = (double) codes[i] / groups;
      double score = 0.6 - offset;
      for (int j = 0; j < COLUMNS; j++) {
        double value = 2 * random.nextDouble() - 1 + (j == 0 ? -offset : 0);
        values[i * COLUMNS + j] = (float) value;
        score += (j + 1) * 0.4 * value;
      }
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-2 * score)) ? 1 : 0;
    }
    List<String> names = IntStream.range(0, groups).mapToObj(g -> "g" + g).toList();
    return Sample.of(
        new DenseMatrix(rows, COLUMNS, values), labels, List.of(new Groups("group", names, codes)));
  }
}
