package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.GoldenTables;
import evenhand.data.Groups;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AucTest {

  private record Rows(int[] labels, double[] scores, double[] weights) {

    static Rows draw(int n, SplittableRandom random) {
      int[] labels = IntStream.range(0, n).map(i -> random.nextInt(2)).toArray();
      return new Rows(
          labels,
          IntStream.range(0, n)
              .mapToDouble(i -> (random.nextInt(16) + 4 * labels[i]) / 20.0)
              .toArray(),
          IntStream.range(0, n).mapToDouble(i -> random.nextInt(4) / 2.0).toArray());
    }

    /** The definition: over all pairs, ties half. */
    double auc(int[] codes, int group) {
      double won = 0;
      double pairs = 0;
      for (int i = 0; i < labels.length; i++) {
        for (int j = 0; j < labels.length; j++) {
          if (labels[i] == 1 && labels[j] == 0 && codes[i] == group && codes[j] == group) {
            double pair = weights[i] * weights[j];
            pairs += pair;
            won += scores[i] > scores[j] ? pair : scores[i] == scores[j] ? pair / 2 : 0;
          }
        }
      }
      return won / pairs;
    }
  }

  private static Groups groups(int n, int k, SplittableRandom random) {
    return new Groups(
        "g",
        IntStream.range(0, k).mapToObj(g -> "group " + g).toList(),
        IntStream.range(0, n).map(i -> random.nextInt(k)).toArray());
  }

  private static double[] ones(int n) {
    return IntStream.range(0, n).mapToDouble(i -> 1).toArray();
  }

  @Test
  void isTheShareOfPairsInOrder() {
    SplittableRandom random = new SplittableRandom(1);
    for (int sample = 0; sample < 30; sample++) {
      Rows rows = Rows.draw(90, random);
      Groups groups = groups(90, 3, random);
      Auc auc = new Auc(rows.labels, rows.scores, rows.weights);
      Estimates estimates = auc.of(groups);
      for (int g = 0; g < 3; g++) {
        assertThat(estimates.values().get(g).orElseThrow())
            .isCloseTo(rows.auc(groups.codes(), g), within(1e-12));
      }
      assertThat(auc.overall().orElseThrow()).isCloseTo(rows.auc(new int[90], 0), within(1e-12));
      assertThat(estimates.overall()).isEqualTo(auc.overall());
    }
  }

  /** scikit-learn 1.2.1, {@code roc_auc_score}: see {@link GoldenTables}. */
  @Test
  void agreesWithScikitLearn() {
    JsonNode golden = GoldenTables.json("tests.json").get("auc");
    assertThat(golden).hasSizeGreaterThan(5);
    for (JsonNode one : golden) {
      double[] scores = GoldenTables.numbers(one.get("score"));
      double most = DoubleStream.of(scores).max().orElseThrow();
      int[] labels =
          DoubleStream.of(GoldenTables.numbers(one.get("label"))).mapToInt(y -> (int) y).toArray();
      double[] weights =
          one.get("weight").isNull()
              ? ones(labels.length)
              : GoldenTables.numbers(one.get("weight"));
      double[] scaled = DoubleStream.of(scores).map(s -> s / Math.max(1, most)).toArray();
      assertThat(new Auc(labels, scaled, weights).overall().orElseThrow())
          .isCloseTo(one.get("auc").asDouble(), within(1e-9));
    }
  }

  /** DeLong's variance by its definition: S10 / m + S01 / n of the placements. */
  @Test
  void standardErrorIsDeLongs() {
    SplittableRandom random = new SplittableRandom(2);
    for (int sample = 0; sample < 20; sample++) {
      Rows rows = Rows.draw(60, random);
      double auc = 0;
      double[] placements = new double[60];
      long positives = IntStream.of(rows.labels).sum();
      for (int i = 0; i < 60; i++) {
        for (int j = 0; j < 60; j++) {
          if (rows.labels[i] != rows.labels[j]) {
            double sign = rows.labels[i] == 1 ? 1 : -1;
            double order = sign * Double.compare(rows.scores[i], rows.scores[j]);
            placements[i] += (1 + order) / 2;
          }
        }
        placements[i] /= rows.labels[i] == 1 ? 60 - positives : positives;
        auc += rows.labels[i] == 1 ? placements[i] / positives : 0;
      }
      double variance = 0;
      for (int i = 0; i < 60; i++) {
        double own = rows.labels[i] == 1 ? positives : 60 - positives;
        variance += (placements[i] - auc) * (placements[i] - auc) / (own * (own - 1));
      }
      Estimates estimates = new Auc(rows.labels, rows.scores, ones(60)).of(groups(60, 1, random));
      assertThat(estimates.standardErrors().get(0).orElseThrow())
          .isCloseTo(Math.sqrt(variance), within(1e-12));
    }
  }

  /** The errors of groups and of all rows go together as redrawing rows makes them. */
  @Test
  void errorsMatchABootstrapOfRowsWithinGroups() {
    SplittableRandom random = new SplittableRandom(3);
    int n = 600;
    Rows drawn = Rows.draw(n, random);
    Rows rows = new Rows(drawn.labels, drawn.scores, ones(n));
    Groups groups = groups(n, 2, random);
    Estimates estimates = new Auc(rows.labels, rows.scores, rows.weights).of(groups);
    int replicates = 2000;
    double[] own = new double[replicates];
    double[] all = new double[replicates];
    for (int r = 0; r < replicates; r++) {
      double[] again = redrawn(groups, random);
      Auc auc = new Auc(rows.labels, rows.scores, again);
      own[r] = auc.of(groups).values().get(0).orElseThrow();
      all[r] = auc.overall().orElseThrow();
    }
    double error = estimates.standardErrors().get(0).orElseThrow();
    double shared = estimates.shared()[0];
    assertThat(Math.sqrt(covariance(own, own))).isCloseTo(error, within(0.1 * error));
    double variance = 0;
    for (int g = 0; g < 2; g++) {
      variance += Math.pow(estimates.shared()[g], 2) + Math.pow(estimates.rest()[g], 2);
    }
    assertThat(Math.sqrt(covariance(all, all)))
        .isCloseTo(Math.sqrt(variance), within(0.1 * Math.sqrt(variance)));
    assertThat(covariance(own, all)).isCloseTo(error * shared, within(0.15 * error * shared));
  }

  /** How often each row comes when every group's rows are drawn anew. */
  private static double[] redrawn(Groups groups, SplittableRandom random) {
    double[] times = new double[groups.size()];
    for (int g = 0; g < groups.names().size(); g++) {
      int group = g;
      int[] members =
          IntStream.range(0, times.length).filter(i -> groups.codes()[i] == group).toArray();
      for (int draw = 0; draw < members.length; draw++) {
        times[members[random.nextInt(members.length)]]++;
      }
    }
    return times;
  }

  private static double covariance(double[] a, double[] b) {
    double meanA = IntStream.range(0, a.length).mapToDouble(i -> a[i]).average().orElseThrow();
    double meanB = IntStream.range(0, b.length).mapToDouble(i -> b[i]).average().orElseThrow();
    return IntStream.range(0, a.length)
        .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
        .average()
        .orElseThrow();
  }

  @Test
  void undefinedWithoutBothLabels() {
    Groups groups = new Groups("g", List.of("a", "b", "c"), new int[] {0, 0, 1, 1});
    Estimates estimates =
        new Auc(new int[] {0, 1, 1, 1}, new double[] {0.2, 0.4, 0.1, 0.9}, ones(4)).of(groups);
    assertThat(estimates.values().get(0)).hasValue(1);
    assertThat(estimates.standardErrors().get(0)).as("one row of each label").isEmpty();
    assertThat(estimates.values().get(1)).as("label 1 only").isEmpty();
    assertThat(estimates.values().get(2)).as("no rows").isEmpty();
  }

  /** An AUC of exactly 1 is not certain: of 20 pairs of rows it is worth about 20 trials. */
  @Test
  void perfectOrderStillHasAnError() {
    int[] labels = IntStream.range(0, 40).map(i -> i / 20).toArray();
    double[] scores = IntStream.range(0, 40).mapToDouble(i -> i / 40.0).toArray();
    Estimates estimates =
        new Auc(labels, scores, ones(40)).of(new Groups("g", List.of("all"), new int[40]));
    assertThat(estimates.values().get(0)).hasValue(1);
    assertThat(estimates.standardErrors().get(0).orElseThrow()).isBetween(0.03, 0.06);
  }
}
