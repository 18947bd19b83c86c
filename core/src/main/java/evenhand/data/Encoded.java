package evenhand.data;

import java.util.List;

/**
 * A table's features, and what of the table the encoding had not seen in training.
 *
 * @param matrix one row per row of the table, one column per feature name of the encoding
 * @param unseen the columns with values that training rows did not show, in the encoding's order
 */
public record Encoded(Matrix matrix, List<Unseen> unseen) {

  public Encoded {
    unseen = List.copyOf(unseen);
  }

  /**
   * Values of one column that training rows did not show; they are encoded as zeros.
   *
   * @param rows number of rows with a category that is new
   * @param missingRows number of rows with a missing value in a column that was never missing
   * @param examples of the new categories, in the table's order, at most {@value #MAX_EXAMPLES}
   * @param sort what they are
   */
  public record Unseen(String column, int rows, int missingRows, List<String> examples, Sort sort) {

    public static final int MAX_EXAMPLES = 5;

    /** What is the matter with such values. */
    public enum Sort {
      /** No training row has them. */
      NEW,
      /** They are no numbers in a column of numbers, or no dates in one of dates. */
      UNREADABLE
    }

    /** Values that training rows did not show. */
    public Unseen(String column, int rows, int missingRows, List<String> examples) {
      this(column, rows, missingRows, examples, Sort.NEW);
    }

    public Unseen {
      examples = List.copyOf(examples);
    }

    /** For a person: how many rows of which table hold what is new. */
    public String sentence(String origin) {
      int all = rows + missingRows;
      String where =
          all == 1
              ? "1 row of column %s holds".formatted(column)
              : "%d rows of column %s hold".formatted(all, column);
      if (sort == Sort.UNREADABLE) {
        return "%s: %s what can't be read there, such as %s; it counts as missing"
            .formatted(origin, where, examples.get(0));
      }
      if (examples.isEmpty()) {
        return "%s: %s no value, where every training row has one; a number or date counts as the mean, a category is encoded as zeros"
            .formatted(origin, where);
      }
      String example = examples.get(0);
      return "%s: %s a value that no training row has, such as %s; it is encoded as zeros"
          .formatted(origin, where, example);
    }
  }
}
