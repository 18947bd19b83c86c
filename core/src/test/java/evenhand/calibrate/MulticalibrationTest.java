package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MulticalibrationTest {

  private static double squaredError(double[] probabilities, ScoredRows rows) {
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double off = rows.labels()[i] - probabilities[i];
      sum += rows.weights()[i] * off * off;
    }
    return sum;
  }

  @Test
  void neverRaisesTheSquaredErrorOnItsRowsAndRepeatsItself() {
    SplittableRandom random = new SplittableRandom(31);
    for (int round = 0; round < 60; round++) {
      ScoredRows rows = Scored.any(random);
      List<Groups> groups =
          List.of(
              Scored.groups("a", rows.size(), List.of("x", "y"), random),
              Scored.groups("b", rows.size(), List.of("u", "v", "w"), random));
      double[] before = rows.probabilities();
      Multicalibration by = new Multicalibration(0.05, 2, 1 + random.nextInt(5), 1000);
      Multicalibration.Result result = by.fit(before, rows, groups);
      assertThat(squaredError(result.probabilities(), rows))
          .isLessThanOrEqualTo(squaredError(before, rows) + 1e-9);
      assertThat(Arrays.stream(result.probabilities()).boxed()).allMatch(p -> p >= 0 && p <= 1);
      assertThat(result.repair().on(before, groups)).containsExactly(result.probabilities());
      if (result.finished()) {
        assertThat(SubgroupAudit.of(result.probabilities(), rows, groups, by).off()).isZero();
      }
    }
  }

  /** Only those who are both are off: neither attribute alone shows it in full. */
  @Test
  void findsAndRepairsAnIntersection() {
    SplittableRandom random = new SplittableRandom(32);
    int n = 40_000;
    ScoredRows drawn = Scored.rows(n, 1, 0, random);
    Groups a = Scored.groups("a", n, List.of("x", "y"), random);
    Groups b = Scored.groups("b", n, List.of("u", "v"), random);
    int[] labels = drawn.labels().clone();
    for (int i = 0; i < n; i++) {
      if (a.codes()[i] == 1 && b.codes()[i] == 1 && random.nextDouble() < 0.4) {
        labels[i] = 1;
      }
    }
    ScoredRows rows = ScoredRows.of(drawn.scores(), labels, Scale.PROBABILITY);
    Multicalibration by = new Multicalibration(0.04, 2, 200, 1000);
    SubgroupAudit before = SubgroupAudit.of(rows.scores(), rows, List.of(a, b), by);
    assertThat(before.worst().get(0).subgroup()).isEqualTo("y&v");
    assertThat(before.significant()).isPositive();
    Multicalibration.Result result = by.fit(rows.scores(), rows, List.of(a, b));
    assertThat(result.finished()).isTrue();
    SubgroupAudit after = SubgroupAudit.of(result.probabilities(), rows, List.of(a, b), by);
    assertThat(after.off()).isZero();
  }

  @Test
  void calibratedScoresRaiseNoAlarm() {
    SplittableRandom random = new SplittableRandom(33);
    int alarms = 0;
    for (int round = 0; round < 100; round++) {
      ScoredRows rows = Scored.rows(2000, 1, 0, random);
      List<Groups> groups =
          List.of(
              Scored.groups("a", 2000, List.of("x", "y"), random),
              Scored.groups("b", 2000, List.of("u", "v", "w"), random));
      Multicalibration by = new Multicalibration(0.05, 2, 5, 1);
      alarms += SubgroupAudit.of(rows.scores(), rows, groups, by).significant() > 0 ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(12); // 5 expected at most, and 3 standard errors
  }

  /** docs/performance.md has the seconds of 100,000 rows. */
  @Test
  void tenBinaryAttributesAreNotTooMany() {
    SplittableRandom random = new SplittableRandom(34);
    int n = 20_000;
    ScoredRows rows = Scored.rows(n, 0.7, 0.3, random);
    List<Groups> groups = new ArrayList<>();
    for (int d = 0; d < 10; d++) {
      groups.add(Scored.groups("a" + d, n, List.of("n", "y"), random));
    }
    Multicalibration by = new Multicalibration(0.05, 10, 200, 10_000);
    Multicalibration.Result result = by.fit(rows.scores(), rows, groups);
    assertThat(result.subgroups()).isEqualTo(59_049);
    assertThat(result.finished()).isTrue();
    assertThat(squaredError(result.probabilities(), rows))
        .isLessThan(squaredError(rows.scores(), rows));
  }

  @Test
  void refusesTooManySubgroups() {
    List<Groups> groups = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(35);
    for (int d = 0; d < 19; d++) {
      groups.add(Scored.groups("a" + d, 100, List.of("n", "y"), random));
    }
    ScoredRows rows = Scored.rows(100, 1, 0, random);
    assertThatThrownBy(() -> new Multicalibration(0.1, 19, 1, 10).fit(rows.scores(), rows, groups))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("name fewer attributes or a lower order");
    assertThat(Subgroups.affordable(groups, 3)).isEqualTo(3);
    assertThat(Subgroups.affordable(groups, 19)).isBetween(4, 10);
  }

  /**
   * 12 of 40 rows where 0.05 each is promised: P(Poisson(2) ≥ 12) is 1.4e-6
   * (scipy.stats.poisson.sf).
   */
  @Test
  void rareLabelsAreTestedByPoissonsTail() {
    double[] promised = new double[40];
    Arrays.fill(promised, 0.05);
    int[] labels = new int[40];
    Arrays.fill(labels, 0, 12, 1);
    ScoredRows rows = ScoredRows.of(promised, labels, Scale.PROBABILITY);
    Groups all = new Groups("a", List.of("x"), new int[40]);
    SubgroupAudit audit =
        SubgroupAudit.of(promised, rows, List.of(all), new Multicalibration(0.1, 0, 30, 1));
    assertThat(audit.worst().get(0).pValue()).isCloseTo(2 * 1.3646151596e-6, within(1e-12));
    assertThat(audit.off()).isEqualTo(1);
  }
}
