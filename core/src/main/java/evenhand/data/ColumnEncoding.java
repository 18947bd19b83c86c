package evenhand.data;

import java.util.ArrayList;
import java.util.List;

/** How one column of a table becomes features. Plain data, fitted on training rows. */
public sealed interface ColumnEncoding {

  /** The column of the table. */
  String column();

  /** What training rows showed of missing values. */
  Missing missing();

  /** Names of the features, one for each, such as {@code workclass=Private}. */
  List<String> names();

  /** Whether every training row gave the same features, so that they tell nothing. */
  boolean isConstant();

  /** Number of features. */
  default int width() {
    return names().size();
  }

  /** Whether values were missing among the training rows. */
  enum Missing {
    /**
     * Some were: missing is a feature of its own, 1 where the value is missing, last of its column.
     */
    SEEN,
    /** None was: a missing value is encoded as zeros and counted as unseen. */
    UNSEEN
  }

  /**
   * A numeric column, as (value − mean) / deviation; a missing value counts as the mean. A column
   * constant over the training rows has deviation 0 and is encoded as 0, whatever the value.
   *
   * @param mean over the training rows where the value is present; 0 where there are none
   * @param deviation population standard deviation over the same rows, finite, ≥ 0
   */
  record Standardised(String column, double mean, double deviation, Missing missing)
      implements ColumnEncoding {

    public Standardised {
      if (!Double.isFinite(mean) || !Double.isFinite(deviation) || deviation < 0) {
        throw new IllegalArgumentException(
            "column %s: need a finite mean and a finite deviation ≥ 0, got %s and %s"
                .formatted(column, mean, deviation));
      }
    }

    @Override
    public List<String> names() {
      return missing == Missing.SEEN ? List.of(column, missingName(column)) : List.of(column);
    }

    @Override
    public boolean isConstant() {
      return deviation == 0;
    }
  }

  /**
   * A categorical column, as 1 for the row's level and 0 for the others; a level that training rows
   * did not show is 0 for all.
   *
   * @param levels of the training rows, distinct, sorted
   */
  record OneHot(String column, List<String> levels, Missing missing) implements ColumnEncoding {

    public OneHot {
      levels = List.copyOf(levels);
      for (int i = 1; i < levels.size(); i++) {
        if (levels.get(i - 1).compareTo(levels.get(i)) >= 0) {
          throw new IllegalArgumentException(
              "column %s: levels must be sorted and distinct, %s is followed by %s"
                  .formatted(column, levels.get(i - 1), levels.get(i)));
        }
      }
    }

    @Override
    public List<String> names() {
      List<String> names = new ArrayList<>(levels.size() + 1);
      for (String level : levels) {
        names.add(column + "=" + level);
      }
      if (missing == Missing.SEEN) {
        names.add(missingName(column));
      }
      return List.copyOf(names);
    }

    @Override
    public int width() {
      return levels.size() + (missing == Missing.SEEN ? 1 : 0);
    }

    @Override
    public boolean isConstant() {
      return width() <= 1;
    }
  }

  private static String missingName(String column) {
    return column + " is missing";
  }
}
