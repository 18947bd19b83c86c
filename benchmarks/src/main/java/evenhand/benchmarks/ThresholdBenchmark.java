package evenhand.benchmarks;

import evenhand.data.DenseMatrix;
import evenhand.data.Sample;
import evenhand.learner.LogisticScorer;
import evenhand.parity.Condition;
import evenhand.threshold.GroupThresholds;
import evenhand.threshold.ThresholdOptions;
import evenhand.threshold.ThresholdSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times thresholds on 1 M scored rows of 2 and of 10 groups, beside sorting the scores alone, and
 * prints Markdown. Arguments: none, or a folder in which to leave the rows as CSV for a peer.
 */
public final class ThresholdBenchmark {

  private static final int ROWS = 1_000_000;
  private static final int REPETITIONS = 5;
  private static final List<String> REQUIREMENTS =
      List.of("demographic_parity<=0", "equal_opportunity<=0", "equalized_odds<=0");

  private ThresholdBenchmark() {}

  public static void main(String[] arguments) {
    System.out.println("| groups | requirement | decisions | sort ms | thresholds ms | accuracy |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    for (int groups : new int[] {2, 10}) {
      ThresholdSample rows = rows(groups);
      if (arguments.length > 0) {
        write(rows, Path.of(arguments[0]).resolve("scored-" + groups + ".csv"));
      }
      for (String text : REQUIREMENTS) {
        for (ThresholdOptions.Decisions decisions : ThresholdOptions.Decisions.values()) {
          row(rows, groups, Condition.parse(text), decisions);
        }
      }
    }
  }

  private static void row(
      ThresholdSample rows,
      int groups,
      Condition requirement,
      ThresholdOptions.Decisions decisions) {
    ThresholdOptions options = ThresholdOptions.defaults().withDecisions(decisions);
    double best = 0;
    double sorting = Double.POSITIVE_INFINITY;
    double fitting = Double.POSITIVE_INFINITY;
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      double[] scores = rows.scores().clone();
      long start = System.nanoTime();
      Arrays.sort(scores);
      long sorted = System.nanoTime();
      best = GroupThresholds.fit(rows, List.of(requirement), options).expected();
      fitting = Math.min(fitting, (System.nanoTime() - sorted) / 1e6);
      sorting = Math.min(sorting, (sorted - start) / 1e6);
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | `%s` | %s | %.0f | %.0f | %.6f |%n",
        groups,
        requirement,
        decisions.name().toLowerCase(Locale.ROOT),
        sorting,
        fitting,
        best);
  }

  /** Scored by the rule that made the labels, but for the groups' own part of it. */
  private static ThresholdSample rows(int groups) {
    Sample sample = SyntheticRows.sample(ROWS, groups, 1);
    DenseMatrix features = (DenseMatrix) sample.features();
    double[] coefficients = {0.8, 1.6, 2.4, 3.2, 4};
    double[] scores = new LogisticScorer(coefficients, 0.6).score(features);
    return ThresholdSample.of(scores, sample.labels(), sample.groups());
  }

  private static void write(ThresholdSample rows, Path file) {
    StringBuilder csv = new StringBuilder("score,label,group\n");
    for (int i = 0; i < rows.size(); i++) {
      csv.append(rows.scores()[i]).append(',').append(rows.labels()[i]).append(',');
      csv.append(rows.groups().get(0).codes()[i]).append('\n');
    }
    try {
      Files.writeString(file, csv, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
