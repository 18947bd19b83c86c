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

final class GroupCalibratorTest {

  private static final GroupCalibrator CALIBRATOR =
      new GroupCalibrator(List.of(CalibrationMethod.BETA), 400, 0.95, 1);

  /** Rows of several groups one after another, each with its own departure from calibration. */
  private static final class People {

    private final List<ScoredRows> parts = new ArrayList<>();
    private final List<String> race = new ArrayList<>();
    private final List<String> sex = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(11);

    People add(String ofRace, String ofSex, int rows, double intercept) {
      parts.add(Scored.rows(rows, 1, intercept, random));
      for (int i = 0; i < rows; i++) {
        race.add(ofRace);
        sex.add(ofSex);
      }
      return this;
    }

    ScoredRows rows() {
      return ScoredRows.of(
          parts.stream().flatMapToDouble(part -> Arrays.stream(part.scores())).toArray(),
          parts.stream().flatMapToInt(part -> Arrays.stream(part.labels())).toArray(),
          Scale.PROBABILITY);
    }

    List<Groups> groups() {
      return List.of(Groups.of("race", race), Groups.of("sex", sex));
    }

    GroupMap map(String name) {
      return CALIBRATOR.fit(rows(), groups()).groups().stream()
          .filter(group -> group.name().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private static People people() {
    return new People()
        .add("White", "F", 4000, 0)
        .add("White", "M", 4000, 0)
        .add("Black", "M", 900, 1)
        .add("Black", "F", 120, 1)
        .add("Asian", "F", 150, -2)
        .add("Asian", "M", 20, -2);
  }

  @Test
  void largeGroupsGetTheirOwn() {
    GroupMap black = people().map("Black");
    assertThat(black.source()).isEqualTo(GroupMap.Source.OWN);
    assertThat(black.reason()).isEqualTo("1,020 rows: beta, as asked");
    assertThat(black.map().of(0.5)).isCloseTo(1 / (1 + Math.exp(-1)), within(0.06));
  }

  @Test
  void smallGroupsLikeTheirParentGetTheParents() {
    GroupMap blackWomen = people().map("Black&F");
    assertThat(blackWomen.source()).isEqualTo(GroupMap.Source.PARENT);
    assertThat(blackWomen.map()).isEqualTo(people().map("Black").map());
    assertThat(blackWomen.reason())
        .startsWith("120 rows, fewer than 400, and no difference from Black is shown (p 0.")
        .endsWith(": the map of Black");
  }

  @Test
  void smallGroupsUnlikeTheirParentAreShrunkTowardsIt() {
    GroupMap asian = people().map("Asian");
    assertThat(asian.source()).isEqualTo(GroupMap.Source.SHRUNK);
    assertThat(asian.pValue().orElseThrow()).isLessThan(1e-6);
    assertThat(asian.ownShare().orElseThrow()).isBetween(0.3, 1.0);
    double everyone = CALIBRATOR.fit(people().rows(), people().groups()).everyone().map().of(0.5);
    assertThat(asian.map().of(0.5)).isBetween(0.08, everyone - 0.1);
    assertThat(asian.reason()).contains("but different from everyone");
  }

  @Test
  void tinyGroupsAlwaysGetTheParents() {
    GroupMap men = people().map("Asian&M");
    assertThat(men.source()).isEqualTo(GroupMap.Source.PARENT);
    assertThat(men.map()).isEqualTo(people().map("Asian").map());
    assertThat(men.reason()).isEqualTo("20 rows, fewer than 30: the map of Asian");
  }

  @Test
  void rowsOfUnknownGroupsGetEveryonesMapAndAreCounted() {
    GroupMaps maps = CALIBRATOR.fit(people().rows(), people().groups());
    double[] scores = {0.4, 0.4, 0.4};
    List<Groups> groups =
        List.of(
            Groups.of("race", List.of("Black", "Martian", "Martian")),
            Groups.of("sex", List.of("M", "M", "F")));
    CalibratedScores found = maps.on(scores, groups);
    assertThat(found.unseenRows()).isEqualTo(2);
    assertThat(found.unseenGroups()).containsExactly("Martian&F", "Martian&M");
    assertThat(found.probabilities()[0]).isEqualTo(people().map("Black&M").map().of(0.4));
    assertThat(found.probabilities()[1]).isEqualTo(maps.everyone().map().of(0.4));
  }

  @Test
  void theTestOfDifferenceIsHonest() {
    SplittableRandom random = new SplittableRandom(12);
    int alarms = 0;
    int found = 0;
    for (int round = 0; round < 1000; round++) {
      Departure same =
          Departure.of(Scored.rows(100, 1, 0, random), new TemperatureMap(1, Scale.PROBABILITY));
      Departure steeper =
          Departure.of(Scored.rows(100, 2.5, 0, random), new TemperatureMap(1, Scale.PROBABILITY));
      alarms += same.pValue() < 0.05 ? 1 : 0;
      found += steeper.pValue() < 0.05 ? 1 : 0;
    }
    // 50 ± 4 standard errors of 7
    assertThat(alarms).isBetween(22, 78);
    assertThat(found).isGreaterThan(900);
  }

  @Test
  void shrinkingKeepsOrder() {
    SplittableRandom random = new SplittableRandom(13);
    for (int round = 0; round < 100; round++) {
      ScoredRows rows = Scored.rows(40, -1, 1, random);
      CalibrationMap parent = new TemperatureMap(1, Scale.PROBABILITY);
      Departure departure = Departure.of(rows, parent);
      CalibrationMap map = departure.map(parent, departure.shrunk(new double[] {1, 10}));
      for (int k = 1; k <= 50; k++) {
        assertThat(map.of(k / 50.0)).isGreaterThanOrEqualTo(map.of((k - 1) / 50.0));
      }
    }
  }

  @Test
  void choosesTheSimplestMethodThatIsNotWorse() {
    SplittableRandom random = new SplittableRandom(14);
    MethodChoice choice = new MethodChoice(List.of(CalibrationMethod.values()), 5, 1);
    assertThat(choice.on(Scored.rows(3000, 0.5, 0, random)))
        .isEqualTo(CalibrationMethod.TEMPERATURE);
    assertThat(choice.on(Scored.rows(3000, 1, 2, random)))
        .isIn(CalibrationMethod.BETA, CalibrationMethod.PLATT);
    assertThat(choice.on(Scored.rows(12, 0.5, 0, random))).isEqualTo(CalibrationMethod.IDENTITY);
    assertThat(choice.on(steps(random))).isEqualTo(CalibrationMethod.ISOTONIC);
  }

  @Test
  void changesNothingWhereScoresAreRight() {
    SplittableRandom random = new SplittableRandom(15);
    MethodChoice choice = new MethodChoice(List.of(CalibrationMethod.values()), 5, 1);
    int kept = 0;
    for (int i = 0; i < 40; i++) {
      CalibrationMethod chosen = choice.on(Scored.rows(1000, 1, 0, random));
      kept += chosen == CalibrationMethod.IDENTITY ? 1 : 0;
    }
    assertThat(kept).isGreaterThanOrEqualTo(37);
  }

  /** P(y=1) is 0.1 up to a score of 0.2, 0.5 up to 0.8, and 0.95 above. */
  private static ScoredRows steps(SplittableRandom random) {
    double[] scores = new double[8000];
    int[] labels = new int[8000];
    for (int i = 0; i < 8000; i++) {
      scores[i] = random.nextDouble();
      double p = scores[i] < 0.2 ? 0.1 : scores[i] < 0.8 ? 0.5 : 0.95;
      labels[i] = random.nextDouble() < p ? 1 : 0;
    }
    return ScoredRows.of(scores, labels, Scale.PROBABILITY);
  }

  @Test
  void refusesAMinimumTooSmallToTest() {
    assertThatThrownBy(() -> new GroupCalibrator(List.of(CalibrationMethod.PLATT), 29, 0.95, 1))
        .isInstanceOf(DataException.class)
        .hasMessage("the fewest rows for a group's own calibration must be at least 30, was 29");
  }
}
