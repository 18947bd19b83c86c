package evenhand.data;

import evenhand.data.ColumnReading.Dates;
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

  /** What becomes of a value that is not what its column holds. */
  enum Unreadable {
    /** It is refused with its row. */
    REFUSED,
    /** It counts as missing, and is counted: the training table had such values too. */
    MISSING
  }

  /**
   * A numeric column, as (value − mean) / deviation; a missing value counts as the mean. A column
   * constant over the training rows has deviation 0 and is encoded as 0, whatever the value.
   *
   * @param mean over the training rows where the value is present; 0 where there are none
   * @param deviation population standard deviation over the same rows, finite, ≥ 0
   * @param unreadable what becomes of a text that is no number
   * @param decimal the sign before the decimals of numbers in texts
   */
  record Standardised(
      String column,
      double mean,
      double deviation,
      Missing missing,
      Unreadable unreadable,
      DecimalSign decimal)
      implements ColumnEncoding {

    /** A column that holds numbers alone. */
    public Standardised(String column, double mean, double deviation, Missing missing) {
      this(column, mean, deviation, missing, Unreadable.REFUSED, DecimalSign.POINT);
    }

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

  /**
   * A column of dates: the day and the year as standardised numbers, parts of it as 1 for the row's
   * and 0 for the others. A missing value counts as the mean day and has no part.
   *
   * @param reading how its texts are dates, and the parts
   * @param dayMean of days since 1970 with their fraction, over the training rows with a date
   * @param dayDeviation population standard deviation over the same rows, finite, ≥ 0
   * @param yearMean of the years
   * @param yearDeviation 0 where there is one year only: then the year is no feature
   */
  record Dated(
      String column,
      Dates reading,
      double dayMean,
      double dayDeviation,
      double yearMean,
      double yearDeviation,
      Missing missing)
      implements ColumnEncoding {

    public Dated {
      for (double value : new double[] {dayMean, dayDeviation, yearMean, yearDeviation}) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("column %s: need finite moments".formatted(column));
        }
      }
      if (dayDeviation < 0 || yearDeviation < 0) {
        throw new IllegalArgumentException("column %s: need deviations ≥ 0".formatted(column));
      }
    }

    /** Whether the year is a feature. */
    boolean hasYear() {
      return yearDeviation > 0;
    }

    @Override
    public List<String> names() {
      List<String> names = new ArrayList<>(List.of(column + " day"));
      if (hasYear()) {
        names.add(column + " year");
      }
      for (DatePart part : reading.parts()) {
        part.names().forEach(value -> names.add(column + "=" + value));
      }
      if (missing == Missing.SEEN) {
        names.add(missingName(column));
      }
      return List.copyOf(names);
    }

    @Override
    public boolean isConstant() {
      return dayDeviation == 0 && missing == Missing.UNSEEN;
    }
  }

  private static String missingName(String column) {
    return column + " is missing";
  }
}
