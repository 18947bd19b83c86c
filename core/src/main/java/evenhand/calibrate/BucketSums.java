package evenhand.calibrate;

/** What the rows of every cell and score bucket add up to, as their values change. */
final class BucketSums {

  /** Buckets of equal width; the last one holds 1 too. */
  static final int BUCKETS = 10;

  /** Rows, Σw, Σw(y−p), Σwp, Σw²p(1−p) of bucket b of cell c at [10c + b]. */
  final long[] rows;

  final double[] weight;
  final double[] surplus;
  final double[] expected;
  final double[] variance;

  private final double[] values;
  private final int[] labels;
  private final double[] weights;
  private final int[][] members;

  BucketSums(double[] values, int[] labels, double[] weights, int[][] members) {
    int size = BUCKETS * members.length;
    this.rows = new long[size];
    this.weight = new double[size];
    this.surplus = new double[size];
    this.expected = new double[size];
    this.variance = new double[size];
    this.values = values;
    this.labels = labels;
    this.weights = weights;
    this.members = members;
    for (int c = 0; c < members.length; c++) {
      fill(c);
    }
  }

  static int bucket(double value) {
    return Math.min(BUCKETS - 1, (int) (value * BUCKETS));
  }

  /** Adds one cell's rows up again. */
  void fill(int cell) {
    for (int at = BUCKETS * cell; at < BUCKETS * (cell + 1); at++) {
      rows[at] = 0;
      weight[at] = 0;
      surplus[at] = 0;
      expected[at] = 0;
      variance[at] = 0;
    }
    for (int row : members[cell]) {
      double p = values[row];
      double w = weights[row];
      int at = BUCKETS * cell + bucket(p);
      rows[at] += w > 0 ? 1 : 0;
      weight[at] += w;
      surplus[at] += w * (labels[row] - p);
      expected[at] += w * p;
      variance[at] += w * w * p * (1 - p);
    }
  }

  /** Of one bucket of several cells. */
  Sum of(int[] cells, int bucket) {
    long count = 0;
    double all = 0;
    double more = 0;
    double mean = 0;
    double spread = 0;
    for (int cell : cells) {
      int at = BUCKETS * cell + bucket;
      count += rows[at];
      all += weight[at];
      more += surplus[at];
      mean += expected[at];
      spread += variance[at];
    }
    return new Sum(count, all, more, mean, spread);
  }

  /**
   * Sums over the rows of one subgroup in one bucket.
   *
   * @param rows that have weight
   */
  record Sum(long rows, double weight, double surplus, double expected, double variance) {

    /** Mean label minus mean score. */
    double gap() {
      return weight == 0 ? 0 : surplus / weight;
    }
  }
}
