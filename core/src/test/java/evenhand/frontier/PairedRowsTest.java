package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

final class PairedRowsTest {

  private static final Axes AXES = Axes.of(Merit.ACCURACY, "demographic_parity", List.of("sex"));
  private static final Votes FIRST = Votes.random(11, 1500);

  @Test
  void replicatesSpreadAroundWhatTheRowsShow() {
    Replicates drawn = Votes.paired(AXES, List.of(FIRST)).replicate(2000, 1);
    assertThat(drawn.count()).isEqualTo(2000);
    double[] cells = FIRST.cells();
    double accuracy = (cells[0] + cells[3]) / 1500;
    double mean =
        drawn.drawn().stream().mapToDouble(points -> points.get(0).merit()).average().orElseThrow();
    double variance =
        drawn.drawn().stream()
            .mapToDouble(points -> Math.pow(points.get(0).merit() - mean, 2))
            .average()
            .orElseThrow();
    double error = Math.sqrt(accuracy * (1 - accuracy) / 1500);
    // 2000 replicates: the mean within 4 of its standard errors, the spread within a tenth
    assertThat(mean).isCloseTo(accuracy, within(4 * error / Math.sqrt(2000)));
    assertThat(Math.sqrt(variance)).isBetween(0.9 * error, 1.1 * error);
  }

  @Test
  void candidatesThatDecideAlikeAreEqualInEveryReplicate() {
    Replicates drawn =
        Votes.paired(AXES, List.of(FIRST, FIRST.with(0.2, 3), FIRST)).replicate(200, 5);
    drawn.drawn().forEach(points -> assertThat(points.get(2)).isEqualTo(points.get(0)));
    assertThat(drawn.dominates(0, 2)).hasValue(0);
  }

  @Test
  void differencesOfTwinsAreSurerThanEither() {
    Votes twin = FIRST.with(0.01, 4);
    Replicates drawn = Votes.paired(AXES, List.of(FIRST, twin)).replicate(500, 6);
    Replicates.Differences apart = drawn.difference(0, 1, 0.95).orElseThrow();
    double alone = 2 * 1.96 * Math.sqrt(0.2 * 0.8 / 1500);
    assertThat(apart.merit().high() - apart.merit().low()).isLessThan(alone / 3);
  }

  @Test
  void sameSeedSameNumbersOnAnyNumberOfThreads() throws Exception {
    List<Votes> candidates = List.of(FIRST, FIRST.with(0.1, 1), FIRST.with(0.3, 2));
    Replicates here = Votes.paired(AXES, candidates).replicate(100, 9);
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      assertThat(one.submit(() -> Votes.paired(AXES, candidates).replicate(100, 9)).get())
          .isEqualTo(here);
    } finally {
      one.shutdown();
    }
    assertThat(Votes.paired(AXES, candidates).replicate(100, 10)).isNotEqualTo(here);
  }

  @Test
  void metricsOfScoresAreDrawnToo() {
    for (Merit merit : List.of(Merit.AUC, Merit.LOG_LOSS, Merit.BRIER, Merit.ECE)) {
      Axes axes = Axes.of(merit, "demographic_parity", List.of("sex"));
      Replicates drawn = Votes.paired(axes, List.of(FIRST)).replicate(100, 1);
      double value =
          merit.turned(
              merit
                  .ofScores(FIRST.labels(), FIRST.scores(), ones(FIRST.labels().length))
                  .orElseThrow());
      double mean =
          drawn.drawn().stream()
              .mapToDouble(points -> points.get(0).merit())
              .average()
              .orElseThrow();
      assertThat(mean).as(merit.id()).isCloseTo(value, within(0.02));
    }
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void refusesDecisionsThatAreProbabilities() {
    assertThatThrownBy(() -> PairedRows.bits(new double[] {1, 0.5}))
        .isInstanceOf(DataException.class)
        .hasMessage("the decision of row 2 is 0.5; candidates are compared on decisions of 0 or 1");
  }
}
