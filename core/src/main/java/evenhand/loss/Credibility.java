package evenhand.loss;

import java.util.Arrays;

/**
 * How far the rate of a group is its own: the share of it in the rate that is compared, in [0, 1];
 * the rest is its parent's. Credibility Z of Bühlmann, "Experience rating and credibility", ASTIN
 * Bulletin 4, 1967.
 */
public sealed interface Credibility {

  /**
   * @param rows that count in the rate of each group, effective number, shape [m], each &gt; 0
   * @return shape [m], each in [0, 1]
   */
  double[] of(double[] rows);

  /** Every rate as it is. */
  record Full() implements Credibility {

    @Override
    public double[] of(double[] rows) {
      double[] ones = new double[rows.length];
      Arrays.fill(ones, 1);
      return ones;
    }
  }

  /**
   * As if every group had some more rows, with the rate of its parent: n / (n + prior).
   *
   * @param prior how many, ≥ 0
   */
  record Shrunk(double prior) implements Credibility {

    public Shrunk {
      if (!(prior >= 0 && prior < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the rows of a prior must be at least 0 and finite, were " + prior);
      }
    }

    @Override
    public double[] of(double[] rows) {
      return Arrays.stream(rows).map(n -> n / (n + prior)).toArray();
    }
  }

  /** The largest group's is full, the others' less. */
  enum Adaptive implements Credibility {
    /** n over the largest group's n. */
    SIZE {
      @Override
      double relative(double rows) {
        return rows;
      }
    },
    /** The largest group's standard error over the group's own, were their variances the same. */
    STANDARD_ERROR {
      @Override
      double relative(double rows) {
        return Math.sqrt(rows);
      }
    };

    abstract double relative(double rows);

    @Override
    public double[] of(double[] rows) {
      double most = relative(Arrays.stream(rows).max().orElse(1));
      return Arrays.stream(rows).map(n -> relative(n) / most).toArray();
    }
  }
}
