package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.metric.Holm;
import evenhand.metric.Rate;
import evenhand.metric.Tally;
import evenhand.metric.TwoProportions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PairTestsTest {

  private static final AuditOptions OPTIONS = AuditOptions.defaults();

  /**
   * Groups a, b, c of 100 rows and d of 10; 40, 55, 80 and 5 of them accepted; labels alternate.
   */
  private static Tally tally() {
    int[] accepted = {40, 55, 80, 5};
    int[] codes = IntStream.range(0, 310).map(i -> i / 100).toArray();
    int[] labels = IntStream.range(0, 310).map(i -> i % 2).toArray();
    int[] decisions =
        IntStream.range(0, 310).map(i -> i % 100 < accepted[codes[i]] ? 1 : 0).toArray();
    return Tally.of(labels, decisions, new Groups("g", List.of("a", "b", "c", "d"), codes));
  }

  private static List<PairTest> tests(List<String> names, Tally tally) {
    int[] all = IntStream.range(0, names.size()).toArray();
    return new PairTests(names, all, CellTable.of(tally), OPTIONS)
        .of(PairTests.STATISTICS.stream().map(CellReading::of).toList());
  }

  @Test
  void testsEveryPairOfSufficientGroups() {
    List<PairTest> tests = tests(List.of("a", "b", "c", "d"), tally());
    assertThat(tests).hasSize(4 * 3);
    assertThat(tests.stream().map(PairTest::metric).distinct())
        .containsExactly(
            "selection_rate", "true_positive_rate", "false_positive_rate", "error_rate");
    List<PairTest> selected = tests.subList(0, 3);
    assertThat(selected).extracting(PairTest::first).containsExactly("a", "a", "b");
    assertThat(selected).extracting(PairTest::second).containsExactly("b", "c", "c");
    assertThat(selected.get(0).difference()).isCloseTo(-0.15, within(1e-12));
    TwoProportions test = TwoProportions.of(new Rate(40, 100), new Rate(55, 100));
    assertThat(selected.get(0).z()).isEqualTo(test.z());
    assertThat(selected.get(0).pValue()).isEqualTo(test.pValue());
  }

  @Test
  void adjustsWithinEachStatistic() {
    List<PairTest> tests = tests(List.of("a", "b", "c", "d"), tally());
    for (int from = 0; from < tests.size(); from += 3) {
      List<PairTest> one = tests.subList(from, from + 3);
      assertThat(one.stream().mapToDouble(PairTest::adjusted).toArray())
          .containsExactly(Holm.adjusted(one.stream().mapToDouble(PairTest::pValue).toArray()));
    }
  }

  @Test
  void weightsCountForNoMoreRowsThanTheyAreWorth() {
    Groups groups =
        new Groups("g", List.of("a", "b"), IntStream.range(0, 200).map(i -> i / 100).toArray());
    int[] labels = IntStream.range(0, 200).map(i -> i % 2).toArray();
    double[] decisions =
        IntStream.range(0, 200).mapToDouble(i -> i % 5 < i / 100 + 2 ? 1 : 0).toArray();
    double[] weights = new double[200];
    Arrays.fill(weights, 10);
    double plain = pValue(Tally.of(labels, decisions, Optional.empty(), List.of(groups)).get(0));
    Tally tenfold = Tally.of(labels, decisions, Optional.of(weights), List.of(groups)).get(0);
    assertThat(pValue(tenfold)).isCloseTo(plain, within(1e-12));
    for (int i = 0; i < 200; i++) {
      weights[i] = i % 10 == 0 ? 91 : 1;
    }
    Tally uneven = Tally.of(labels, decisions, Optional.of(weights), List.of(groups)).get(0);
    assertThat(pValue(uneven)).isGreaterThan(plain);
  }

  private static double pValue(Tally tally) {
    return tests(List.of("a", "b"), tally).get(0).pValue();
  }

  @Test
  void tooManyGroupsAreNotTested() {
    int k = PairTests.MOST_GROUPS + 1;
    List<String> names = IntStream.range(0, k).mapToObj(g -> "g" + g).toList();
    int[] codes = IntStream.range(0, 40 * k).map(i -> i % k).toArray();
    Tally tally = Tally.of(new int[40 * k], new int[40 * k], new Groups("g", names, codes));
    assertThat(tests(names, tally)).isEmpty();
  }
}
