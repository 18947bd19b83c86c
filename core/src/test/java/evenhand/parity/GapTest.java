package evenhand.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GapTest {

  private static final double[] GROUPS = {0.2, 0.5, 0.4};
  private static final double OVERALL = 0.4;

  /** By hand: differences 0.3 and 0.2, ratios 0.2 / 0.5 and 0.2 / 0.4. */
  @ParameterizedTest
  @CsvSource({
    "BETWEEN_GROUPS, DIFFERENCE, 0.3",
    "TO_OVERALL, DIFFERENCE, 0.2",
    "BETWEEN_GROUPS, RATIO, 0.4",
    "TO_OVERALL, RATIO, 0.5",
    "WORST_GROUP, DIFFERENCE, 0.5"
  })
  void measures(Comparison comparison, Kind kind, double expected) {
    assertThat(Gap.of(GROUPS, OVERALL, comparison, kind).orElseThrow())
        .isCloseTo(expected, within(1e-12));
  }

  /** A ratio to overall looks at groups above it as well: 0.4 / 0.8 is smaller than 0.3 / 0.4. */
  @Test
  void ratioToOverallLooksBothWays() {
    assertThat(
            Gap.of(new double[] {0.3, 0.8}, 0.4, Comparison.TO_OVERALL, Kind.RATIO).orElseThrow())
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void ratioOfNothingToNothingIsUndefined() {
    double[] nothing = {0, 0};
    assertThat(Gap.of(nothing, 0, Comparison.BETWEEN_GROUPS, Kind.RATIO)).isEmpty();
    assertThat(Gap.of(nothing, 0, Comparison.TO_OVERALL, Kind.RATIO)).isEmpty();
    assertThat(Gap.of(nothing, 0, Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE)).hasValue(0);
    assertThat(Gap.of(new double[] {0, 0.4}, 0.1, Comparison.BETWEEN_GROUPS, Kind.RATIO))
        .hasValue(0);
  }

  @Test
  void orderOfGroupsDoesNotMatterAndEvenGroupsAreEven() {
    SplittableRandom random = new SplittableRandom(1);
    for (int sample = 0; sample < 200; sample++) {
      double[] groups = random.doubles(2 + random.nextInt(5), 0.01, 1).toArray();
      double[] reversed = new double[groups.length];
      for (int g = 0; g < groups.length; g++) {
        reversed[g] = groups[groups.length - 1 - g];
      }
      double overall = 0.01 + random.nextDouble();
      for (Comparison comparison : Comparison.values()) {
        for (Kind kind : Kind.values()) {
          assertThat(Gap.of(groups, overall, comparison, kind))
              .isEqualTo(Gap.of(reversed, overall, comparison, kind));
        }
      }
      double[] even = {overall, overall, overall};
      assertThat(Gap.of(even, overall, Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE)).hasValue(0);
      assertThat(Gap.of(even, overall, Comparison.TO_OVERALL, Kind.DIFFERENCE)).hasValue(0);
      assertThat(Gap.of(even, overall, Comparison.BETWEEN_GROUPS, Kind.RATIO)).hasValue(1);
      assertThat(Gap.of(even, overall, Comparison.TO_OVERALL, Kind.RATIO)).hasValue(1);
    }
  }

  /** No gap moves by more than the same gap of the values' moves: what intervals rest on. */
  @Test
  void movesByNoMoreThanTheGapOfTheMoves() {
    SplittableRandom random = new SplittableRandom(2);
    for (int sample = 0; sample < 500; sample++) {
      int k = 2 + random.nextInt(4);
      double[] before = random.doubles(k).toArray();
      double[] moves = random.doubles(k, -0.3, 0.3).toArray();
      double[] after = new double[k];
      for (int g = 0; g < k; g++) {
        after[g] = before[g] + moves[g];
      }
      double overall = random.nextDouble();
      double move = random.nextDouble() - 0.5;
      for (Comparison comparison :
          new Comparison[] {Comparison.BETWEEN_GROUPS, Comparison.TO_OVERALL}) {
        double moved =
            Gap.of(after, overall + move, comparison, Kind.DIFFERENCE).orElseThrow()
                - Gap.of(before, overall, comparison, Kind.DIFFERENCE).orElseThrow();
        assertThat(Math.abs(moved))
            .isLessThanOrEqualTo(
                Gap.of(moves, move, comparison, Kind.DIFFERENCE).orElseThrow() + 1e-12);
      }
    }
  }

  @Test
  void namesTheGroupsThatMakeIt() {
    assertThat(Gap.makers(GROUPS, OVERALL, Comparison.BETWEEN_GROUPS, Kind.RATIO))
        .containsExactly(1, 0);
    assertThat(Gap.makers(GROUPS, OVERALL, Comparison.TO_OVERALL, Kind.DIFFERENCE))
        .containsExactly(0);
    assertThat(Gap.makers(new double[] {0.3, 0.8}, 0.4, Comparison.TO_OVERALL, Kind.RATIO))
        .containsExactly(1);
    assertThat(Gap.makers(GROUPS, OVERALL, Comparison.WORST_GROUP, Kind.DIFFERENCE))
        .containsExactly(1);
    double[] even = {0.4, 0.4};
    assertThat(Gap.makers(even, 0.4, Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE)).isEmpty();
    assertThat(Gap.makers(even, 0.4, Comparison.TO_OVERALL, Kind.RATIO)).isEmpty();
  }
}
