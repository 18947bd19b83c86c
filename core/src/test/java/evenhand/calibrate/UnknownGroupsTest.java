package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class UnknownGroupsTest {

  @Test
  void mixesTheGroupsMapsByTheirShares() {
    SplittableRandom random = new SplittableRandom(21);
    int n = 20_000;
    double[] scores = new double[n];
    int[] labels = new int[n];
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      scores[i] = random.nextDouble();
      codes[i] = random.nextDouble() < scores[i] ? 1 : 0;
      labels[i] = random.nextDouble() < (codes[i] == 1 ? 0.9 : 0.2) ? 1 : 0;
    }
    ScoredRows rows = ScoredRows.of(scores, labels, Scale.PROBABILITY);
    List<Groups> groups = List.of(new Groups("sex", List.of("F", "M"), codes));
    GroupMaps maps =
        new GroupCalibrator(List.of(CalibrationMethod.PLATT), 200, 0.95, 1).fit(rows, groups);
    CalibrationMap mixture = UnknownGroups.mixture(maps, rows, groups);
    for (double score : new double[] {0.2, 0.5, 0.8}) {
      assertThat(mixture.of(score)).isCloseTo(0.2 + 0.7 * score, within(0.03));
    }
    assertThat(CalibrationMap.fromJson(mixture.toJson())).isEqualTo(mixture);
  }

  @Test
  void staysWithinTheMapsItMixes() {
    SplittableRandom random = new SplittableRandom(22);
    for (int round = 0; round < 50; round++) {
      ScoredRows rows = Scored.any(random);
      List<Groups> groups =
          List.of(Scored.groups("a", rows.size(), List.of("x", "y", "z"), random));
      GroupMaps maps =
          new GroupCalibrator(List.of(CalibrationMethod.ISOTONIC), 30, 0.95, 1).fit(rows, groups);
      CalibrationMap mixture = UnknownGroups.mixture(maps, rows, groups);
      for (double score : rows.scores()) {
        double low = 1;
        double high = 0;
        for (GroupMap group : maps.applied()) {
          low = Math.min(low, group.map().of(score));
          high = Math.max(high, group.map().of(score));
        }
        assertThat(mixture.of(score)).isBetween(low - 1e-12, high + 1e-12);
      }
    }
  }
}
