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
   */
  public record Unseen(String column, int rows, int missingRows, List<String> examples) {

    public static final int MAX_EXAMPLES = 5;

    public Unseen {
      examples = List.copyOf(examples);
    }

    /** For a person: how many rows of which table hold what is new. */
    public String sentence(String origin) {
      String example = examples.isEmpty() ? "a missing one" : examples.get(0);
      return "%s: %d rows of column %s hold a value that no training row has, such as %s; it is encoded as zeros"
          .formatted(origin, rows + missingRows, column, example);
    }
  }
}
