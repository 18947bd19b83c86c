package evenhand.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which rows of a table are worth keeping, by the weights that a training learned for them.
 *
 * @param rows one a row of the table, in its order
 * @param configuration every option that has an effect
 */
public record Condensed(List<Row> rows, Map<String, String> configuration) {

  public Condensed {
    rows = List.copyOf(rows);
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
  }

  /**
   * @param worth empty for a row that was trusted, which nothing weighs
   */
  public record Row(boolean kept, Optional<Worth> worth) {}

  /**
   * @param weight moving average of the row's weight over the mean of its step, ≥ 0
   * @param contribution the same of its weight times its loss, ≥ 0
   * @param forgotten how often the row was told right and then wrong; of one never told right, how
   *     often it was shown
   */
  public record Worth(double weight, double contribution, int forgotten) {}

  /** Numbers of the rows that are kept, from 0, rising. */
  public int[] kept() {
    return IntStream.range(0, rows.size()).filter(i -> rows.get(i).kept()).toArray();
  }

  /** How many rows were trusted and not weighed. */
  public int trusted() {
    return (int) rows.stream().filter(row -> row.worth().isEmpty()).count();
  }
}
