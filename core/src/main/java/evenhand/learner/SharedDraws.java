package evenhand.learner;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows on which chance decides, and which it can't tell apart. */
public final class SharedDraws {

  private SharedDraws() {}

  /**
   * A sentence where rows that are accepted with a probability between 0 and 1 have their draw in
   * common with others, for all of those get the same decision.
   *
   * @param origin of the rows
   * @param draws shape [n]
   * @param acceptance probabilities, shape [n]
   * @param told what tells rows apart, and what would do it better
   */
  public static Optional<String> remark(
      String origin, double[] draws, double[] acceptance, String told) {
    Map<Double, Integer> rows = new HashMap<>();
    int chance = 0;
    for (int i = 0; i < draws.length; i++) {
      if (acceptance[i] > 0 && acceptance[i] < 1) {
        chance++;
        rows.merge(draws[i], 1, Integer::sum);
      }
    }
    int shared = rows.values().stream().filter(count -> count > 1).mapToInt(count -> count).sum();
    return shared == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s: of %,d rows on which chance decides, %,d share their draw with others, and what is expected of them is not kept: rows are told apart by %s",
                origin,
                chance,
                shared,
                told));
  }
}
