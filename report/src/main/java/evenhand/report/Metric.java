package evenhand.report;

import evenhand.metric.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a metric is presented: its words and its definition.
 *
 * @param id such as {@code selection_rate}
 * @param title such as {@code selection rate}
 * @param definition one line; ŷ is the decision, y the outcome, s the score; empty for a metric not
 *     known here
 */
record Metric(String id, String title, String definition) {

  private static final String RECALL = "recall:";

  private static final Map<String, String> TITLES =
      Map.of(
          "f1", "F1",
          "auc", "AUC",
          "brier", "Brier score",
          "ece", "ECE",
          "mae", "MAE",
          "mse", "MSE",
          "tprd", "TPRD",
          "max_fnr", "largest FNR");

  /** Of what is no {@link Statistic}. */
  private static final Map<String, String> DEFINITIONS =
      Map.ofEntries(
          Map.entry("f1", "2 · precision · recall / (precision + recall)"),
          Map.entry("balanced_accuracy", "(P(ŷ=1 | y=1) + P(ŷ=0 | y=0)) / 2"),
          Map.entry("mean_score", "mean of s"),
          Map.entry("auc", "P(s of a positive > s of a negative) + ½ P(equal)"),
          Map.entry("log_loss", "mean of −ln(probability given to y)"),
          Map.entry("brier", "mean of (s − y)²"),
          Map.entry("ece", "Σ over 10 equal-width bins of share × |mean s − mean y|"),
          Map.entry("mean", "mean of ŷ"),
          Map.entry("mae", "mean of |ŷ − y|"),
          Map.entry("mse", "mean of (ŷ − y)²"),
          Map.entry("tprd", "largest − smallest recall of the classes"),
          Map.entry("max_fnr", "largest false negative rate of the classes"));

  static Metric of(String id) {
    if (id.startsWith(RECALL)) {
      String name = id.substring(RECALL.length());
      return new Metric(id, "recall of " + name, "P(ŷ=y | y=" + name + ")");
    }
    String title = TITLES.getOrDefault(id, id.replace('_', ' '));
    String definition =
        Arrays.stream(Statistic.values())
            .filter(statistic -> statistic.id().equals(id))
            .findFirst()
            .map(Statistic::formula)
            .orElseGet(() -> DEFINITIONS.getOrDefault(id, ""));
    return new Metric(id, title, definition);
  }

  static List<Metric> of(Stream<String> ids) {
    return ids.distinct().map(Metric::of).toList();
  }
}
