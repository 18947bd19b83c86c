package evenhand.reduce;

import evenhand.data.Matrix;
import evenhand.learner.WeightedLearner;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trees of a fixed depth, grown greedily by weighted Gini impurity: a learner far from exact. */
record ShallowTrees(int depth) implements WeightedLearner {

  private static final int CUTS = 15;

  private record Split(int column, float at, Node low, Node high) {}

  private record Node(double share, Optional<Split> split) {}

  private record Rows(float[][] values, float[][] cuts, int[] labels, double[] weights) {}

  @Override
  public String name() {
    return "trees";
  }

  @Override
  public Fitting on(Matrix features, long seed) {
    float[][] values = values(features);
    float[][] cuts = new float[features.columns()][CUTS];
    for (int j = 0; j < cuts.length; j++) {
      float[] column = new float[values.length];
      for (int i = 0; i < column.length; i++) {
        column[i] = values[i][j];
      }
      Arrays.sort(column);
      for (int q = 0; q < CUTS; q++) {
        cuts[j][q] = column[(q + 1) * column.length / (CUTS + 1)];
      }
    }
    int[] all = IntStream.range(0, values.length).toArray();
    return (labels, weights) -> {
      Node root = grow(new Rows(values, cuts, labels, weights), all, depth);
      return matrix -> Arrays.stream(values(matrix)).mapToDouble(row -> share(root, row)).toArray();
    };
  }

  private static float[][] values(Matrix matrix) {
    float[][] values = new float[matrix.rows()][matrix.columns()];
    for (int i = 0; i < values.length; i++) {
      matrix.copyRow(i, values[i]);
    }
    return values;
  }

  private static double share(Node node, float[] row) {
    Node at = node;
    while (at.split().isPresent()) {
      Split split = at.split().get();
      at = row[split.column()] <= split.at() ? split.low() : split.high();
    }
    return at.share();
  }

  private static Node grow(Rows rows, int[] chosen, int depth) {
    double all = 0;
    double ones = 0;
    for (int i : chosen) {
      all += rows.weights()[i];
      ones += rows.weights()[i] * rows.labels()[i];
    }
    double share = all > 0 ? Math.min(1, ones / all) : 0;
    double best = all * share * (1 - share) - 1e-12;
    int column = -1;
    int cut = -1;
    for (int j = 0; j < rows.cuts().length && depth > 0; j++) {
      double[][] sums = sums(rows, chosen, j);
      double low = 0;
      double lowOnes = 0;
      for (int q = 0; q < CUTS; q++) {
        low += sums[0][q];
        lowOnes += sums[1][q];
        double high = all - low;
        if (low > 0 && high > 0) {
          double highOnes = ones - lowOnes;
          double impurity = lowOnes * (1 - lowOnes / low) + highOnes * (1 - highOnes / high);
          if (impurity < best) {
            best = impurity;
            column = j;
            cut = q;
          }
        }
      }
    }
    if (column < 0) {
      return new Node(share, Optional.empty());
    }
    int by = column;
    float at = rows.cuts()[column][cut];
    int[] low = Arrays.stream(chosen).filter(i -> rows.values()[i][by] <= at).toArray();
    int[] high = Arrays.stream(chosen).filter(i -> rows.values()[i][by] > at).toArray();
    Node lower = grow(rows, low, depth - 1);
    Node higher = grow(rows, high, depth - 1);
    return new Node(share, Optional.of(new Split(by, at, lower, higher)));
  }

  /** Weight, and weight of label 1, between neighbouring cuts of a column. */
  private static double[][] sums(Rows rows, int[] chosen, int column) {
    double[][] sums = new double[2][CUTS + 1];
    for (int i : chosen) {
      int at = Arrays.binarySearch(rows.cuts()[column], rows.values()[i][column]);
      int band = Math.min(CUTS, at >= 0 ? at : -at - 1);
      sums[0][band] += rows.weights()[i];
      sums[1][band] += rows.weights()[i] * rows.labels()[i];
    }
    return sums;
  }
}
