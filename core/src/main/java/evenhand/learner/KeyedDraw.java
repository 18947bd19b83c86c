package evenhand.learner;

import evenhand.data.Column;
import evenhand.data.CsrMatrix;
import evenhand.data.DateOrder;
import evenhand.data.DateText;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import evenhand.data.NumberText;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A number in [0, 1) for every row that looks random and depends only on the row's features and a
 * key: it takes the chance out of a mixture without moving its expected rates. The same person gets
 * the same decision every time, whichever other rows are asked, and two with the same features get
 * the same one.
 *
 * @param key of the model; whoever does not know it can't foresee a draw
 */
public record KeyedDraw(long key) {

  /**
   * @return shape [features.rows()], each in [0, 1); the same for dense and sparse layouts
   */
  public double[] of(Matrix features) {
    double[] draws = new double[features.rows()];
    if (features instanceof CsrMatrix sparse) {
      for (int i = 0; i < draws.length; i++) {
        long state = mix(key);
        for (int at = sparse.offsets()[i]; at < sparse.offsets()[i + 1]; at++) {
          state = absorb(state, sparse.indices()[at], sparse.values()[at]);
        }
        draws[i] = unit(state);
      }
    } else if (features instanceof DenseMatrix dense) {
      for (int i = 0; i < draws.length; i++) {
        long state = mix(key);
        for (int j = 0; j < dense.columns(); j++) {
          state = absorb(state, j, dense.values()[i * dense.columns() + j]);
        }
        draws[i] = unit(state);
      }
    }
    return draws;
  }

  /**
   * The same for rows of a table.
   *
   * @param identities of the rows, from {@link #identities}
   * @return shape [n], each in [0, 1)
   */
  public double[] of(long[] identities) {
    long start = mix(key);
    double[] draws = new double[identities.length];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = unit(mix(start ^ identities[i]) + start);
    }
    return draws;
  }

  /**
   * What tells the rows of a table apart: a hash of every row's values and their columns' names, in
   * whatever order the columns stand; missing values leave no trace.
   *
   * @param columns each of n rows
   * @return shape [n]; equal for rows with equal values
   */
  public static long[] identities(List<Column> columns, int rows) {
    long[] identities = new long[rows];
    for (Column column : columns) {
      long name = hash(column.name());
      if (column instanceof Column.Numeric numeric) {
        for (int i = 0; i < rows; i++) {
          double value = numeric.values()[i] + 0.0; // −0.0 + 0.0 is 0.0
          identities[i] +=
              numeric.isMissing(i) ? 0 : mix(name ^ mix(Double.doubleToLongBits(value)));
        }
      } else if (column instanceof Column.Categorical categorical) {
        long[] levels = categorical.levels().stream().mapToLong(KeyedDraw::level).toArray();
        for (int i = 0; i < rows; i++) {
          identities[i] +=
              categorical.isMissing(i) ? 0 : mix(name ^ levels[categorical.codes()[i]]);
        }
      }
    }
    return identities;
  }

  /** Of what a text says: a number or a date is the same however it is written. */
  private static long level(String text) {
    if (NumberText.isNumber(text) && !NumberText.isCode(text)) {
      return mix(Double.doubleToLongBits(NumberText.of(text) + 0.0));
    }
    OptionalDouble seconds = DateText.seconds(text, DateOrder.YEAR_FIRST);
    return seconds.isPresent() ? mix(Double.doubleToLongBits(seconds.getAsDouble())) : hash(text);
  }

  private static long hash(String text) {
    long state = mix(text.length());
    for (int i = 0; i < text.length(); i++) {
      state = mix(state ^ text.charAt(i));
    }
    return state;
  }

  /**
   * Decisions of a classifier with these acceptance probabilities.
   *
   * @return shape [n], each 0 or 1: accepted where the row's draw is below its probability
   */
  public int[] decide(Matrix features, double[] acceptance) {
    return decide(of(features), acceptance);
  }

  /**
   * The same with draws at hand.
   *
   * @param draws shape [n], each in [0, 1)
   */
  public static int[] decide(double[] draws, double[] acceptance) {
    int[] decisions = new int[draws.length];
    for (int i = 0; i < draws.length; i++) {
      decisions[i] = draws[i] < acceptance[i] ? 1 : 0;
    }
    return decisions;
  }

  private static long absorb(long state, int column, float value) {
    if (value == 0) {
      return state;
    }
    return mix(state ^ (((long) column << 32) | (Float.floatToIntBits(value) & 0xFFFFFFFFL)))
        + state;
  }

  /** Stafford's variant 13 of the 64-bit finaliser (SplitMix64). */
  private static long mix(long z) {
    long mixed = z + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  private static double unit(long state) {
    return (mix(state) >>> 11) * 0x1.0p-53;
  }
}
