package evenhand.report;

import evenhand.metric.Statistic;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a metric is presented: its words, its definition and what its numbers are.
 *
 * @param id such as {@code selection_rate}
 * @param title such as {@code selection rate}
 * @param definition one line; ŷ is the decision, y the outcome, s the score; empty for a metric not
 *     known here
 * @param source what it is computed from
 */
record Metric(String id, String title, String definition, Source source) {

  /** What a metric is computed from; reports keep the three apart. */
  enum Source {
    OUTCOMES,
    DECISIONS,
    SCORES
  }

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

  private static final Map<String, String> OF_SCORES =
      Map.of(
          "mean_score", "mean of s",
          "auc", "P(s of a positive > s of a negative) + ½ P(equal)",
          "log_loss", "mean of −ln(probability given to y)",
          "brier", "mean of (s − y)²",
          "ece", "Σ over 10 equal-width bins of share × |mean s − mean y|");

  private static final Map<String, String> OF_RATES =
      Map.of(
          "f1", "2 · precision · recall / (precision + recall)",
          "balanced_accuracy", "(P(ŷ=1 | y=1) + P(ŷ=0 | y=0)) / 2");

  private static final Map<String, String> OF_NUMBERS =
      Map.of(
          "mean", "mean of ŷ",
          "mae", "mean of |ŷ − y|",
          "mse", "mean of (ŷ − y)²",
          "tprd", "largest − smallest recall of the classes",
          "max_fnr", "largest false negative rate of the classes");

  static Metric of(String id) {
    if (id.startsWith(RECALL)) {
      String name = id.substring(RECALL.length());
      return new Metric(id, "recall of " + name, "P(ŷ=y | y=" + name + ")", Source.DECISIONS);
    }
    String title = TITLES.getOrDefault(id, id.replace('_', ' '));
    for (Statistic statistic : Statistic.values()) {
      if (statistic.id().equals(id)) {
        Source source = statistic == Statistic.BASE_RATE ? Source.OUTCOMES : Source.DECISIONS;
        return new Metric(id, title, statistic.formula(), source);
      }
    }
    String ofScores = OF_SCORES.get(id);
    if (ofScores != null) {
      return new Metric(id, title, ofScores, Source.SCORES);
    }
    String definition = OF_RATES.getOrDefault(id, OF_NUMBERS.getOrDefault(id, ""));
    return new Metric(id, title, definition, Source.DECISIONS);
  }

  static List<Metric> of(Stream<String> ids) {
    return ids.distinct().map(Metric::of).toList();
  }
}
