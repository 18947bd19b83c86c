package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.metric.Rate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FourFifthsTest {

  private static final double[] EACH_ONE = {1, 1, 1};

  private static FourFifths of(Rate... rates) {
    return FourFifths.of(List.of(rates), EACH_ONE);
  }

  @Test
  void comparesTheSmallestWithTheLargestRate() {
    FourFifths rule = of(new Rate(30, 100), new Rate(50, 100), new Rate(400, 1000));
    assertThat(rule.ratio().orElseThrow()).isCloseTo(0.6, within(1e-12));
    assertThat(rule.met()).hasValue(false);
    assertThat(rule.flippedBy()).as("40 of 100").hasValue(10);
  }

  @Test
  void exactlyFourFifthsIsMet() {
    FourFifths rule = of(new Rate(40, 100), new Rate(50, 100));
    assertThat(rule.met()).hasValue(true);
    assertThat(rule.flippedBy()).as("39 of 100 is not enough").hasValue(1);
  }

  @Test
  void twoPeopleInEitherGroup() {
    FourFifths rule = of(new Rate(39, 100), new Rate(51, 100));
    assertThat(rule.met()).hasValue(false);
    assertThat(rule.flippedBy()).as("40 and 50").hasValue(2);
  }

  @Test
  void weightedPeopleCountAsTheyWeigh() {
    List<Rate> rates = List.of(new Rate(39, 100), new Rate(50, 100));
    assertThat(FourFifths.of(rates, new double[] {1, 1}).flippedBy()).hasValue(1);
    assertThat(FourFifths.of(rates, new double[] {0.1, 0.1}).flippedBy())
        .as("a tenth each, a person for every tenth of 1")
        .hasValue(10);
  }

  @Test
  void nobodySelectedIsNoVerdict() {
    FourFifths rule = of(new Rate(0, 100), new Rate(0, 50));
    assertThat(rule.met()).isEmpty();
    assertThat(rule.ratio()).isEmpty();
    assertThat(rule.reason()).isPresent();
  }

  @Test
  void aGroupAloneCanNotBeFlipped() {
    assertThat(of(new Rate(3, 10)).flippedBy()).isEmpty();
  }

  /**
   * 200 tables of two or three small groups, seed 1: by trying every number of accepted in each.
   */
  @Test
  void findsTheFewestPeople() {
    SplittableRandom random = new SplittableRandom(1);
    int found = 0;
    for (int sample = 0; sample < 200; sample++) {
      int[] trials = random.ints(2 + random.nextInt(2), 5, 25).toArray();
      int[] hits = Arrays.stream(trials).map(n -> random.nextInt(n + 1)).toArray();
      if (Arrays.stream(hits).sum() == 0) {
        continue;
      }
      Rate[] rates =
          IntStream.range(0, hits.length)
              .mapToObj(g -> new Rate(hits[g], trials[g]))
              .toArray(Rate[]::new);
      FourFifths rule = FourFifths.of(List.of(rates), Arrays.copyOf(EACH_ONE, hits.length));
      assertThat(rule.flippedBy())
          .as(sample + ": " + Arrays.toString(rates))
          .isEqualTo(fewest(hits, trials, !rule.met().orElseThrow()));
      found += rule.flippedBy().isPresent() ? 1 : 0;
    }
    assertThat(found).isGreaterThan(150);
  }

  /** A table without anyone accepted has no verdict to flip to. */
  private static OptionalInt fewest(int[] hits, int[] trials, boolean met) {
    int best = Integer.MAX_VALUE;
    int[] tried = new int[hits.length];
    while (true) {
      int changed = 0;
      for (int g = 0; g < hits.length; g++) {
        changed += Math.abs(tried[g] - hits[g]);
      }
      if (changed < best && Arrays.stream(tried).sum() > 0 && isMet(tried, trials) == met) {
        best = changed;
      }
      int g = 0;
      while (g < tried.length && tried[g] == trials[g]) {
        tried[g++] = 0;
      }
      if (g == tried.length) {
        return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
      }
      tried[g]++;
    }
  }

  /** Without a division: 5 · smaller ≥ 4 · larger. */
  private static boolean isMet(int[] hits, int[] trials) {
    for (int low = 0; low < hits.length; low++) {
      for (int high = 0; high < hits.length; high++) {
        if (5 * hits[low] * trials[high] < 4 * hits[high] * trials[low]) {
          return false;
        }
      }
    }
    return true;
  }
}
