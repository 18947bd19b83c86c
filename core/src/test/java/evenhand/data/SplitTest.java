package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SplitTest {

  private static int[] draw(int n, int k, SplittableRandom random) {
    return IntStream.range(0, n).map(i -> random.nextInt(k)).toArray();
  }

  private static Groups groups(int n, SplittableRandom random) {
    return new Groups("g", List.of("a", "b", "c"), draw(n, 3, random));
  }

  @Test
  void everyRowIsOnOneSideInOrder() {
    SplittableRandom random = new SplittableRandom(1);
    for (int sample = 0; sample < 50; sample++) {
      int n = random.nextInt(200);
      Split split =
          Split.stratified(
              draw(n, 2, random), List.of(groups(n, random)), random.nextDouble(), sample);
      assertThat(split.training()).isSorted();
      assertThat(split.heldOut()).isSorted();
      assertThat(
              IntStream.concat(IntStream.of(split.training()), IntStream.of(split.heldOut()))
                  .sorted()
                  .toArray())
          .isEqualTo(IntStream.range(0, n).toArray());
    }
  }

  @Test
  void everyCellGivesItsShareButForOneRow() {
    SplittableRandom random = new SplittableRandom(2);
    for (int sample = 0; sample < 50; sample++) {
      int n = 300;
      int[] labels = draw(n, 2, random);
      Groups groups = groups(n, random);
      double share = random.nextDouble();
      Split split = Split.stratified(labels, List.of(groups), share, sample);
      double[] owed = new double[6];
      for (int i = 0; i < n; i++) {
        owed[2 * groups.codes()[i] + labels[i]] += share;
      }
      for (int row : split.heldOut()) {
        owed[2 * groups.codes()[row] + labels[row]]--;
      }
      for (double rest : owed) {
        assertThat(Math.abs(rest)).isLessThanOrEqualTo(1);
      }
      assertThat(split.heldOut()).hasSize((int) Math.round(share * n));
    }
  }

  @Test
  void theSeedDecides() {
    SplittableRandom random = new SplittableRandom(3);
    int[] labels = draw(200, 2, random);
    List<Groups> groups = List.of(groups(200, random));
    Split split = Split.stratified(labels, groups, 0.25, 9);
    assertThat(Split.stratified(labels, groups, 0.25, 9)).isEqualTo(split);
    assertThat(Split.stratified(labels, groups, 0.25, 10)).isNotEqualTo(split);
  }

  /** Every row of a cell has the same chance: 2000 splits of 8 rows, half of them held out. */
  @Test
  void everyRowIsHeldOutAsOften() {
    int[] held = new int[8];
    for (int seed = 0; seed < 2000; seed++) {
      for (int row : Split.stratified(new int[8], List.of(), 0.5, seed).heldOut()) {
        held[row]++;
      }
    }
    // five standard errors: √(2000 · 0.25) = 22
    assertThat(IntStream.of(held).boxed()).allMatch(times -> Math.abs(times - 1000) < 5 * 22.4);
  }

  @Test
  void nothingIsHeldOutOfAShareOfZero() {
    Split split = Split.stratified(new int[] {0, 1, 1}, List.of(), 0, 1);
    assertThat(split.heldOut()).isEmpty();
    assertThat(split.training()).containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void refusesWhatIsNoShare(double share) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Split.stratified(new int[2], List.of(), share, 1))
        .withMessage("the share of rows to hold out must be in [0, 1), was " + share);
  }

  @Test
  void rareLabelsAreOnBothSides() {
    for (int positives : new int[] {2, 3, 15}) {
      int[] labels = new int[3000];
      List<String> names = new java.util.ArrayList<>();
      for (int i = 0; i < labels.length; i++) {
        labels[i] = i % (labels.length / positives) == 1 ? 1 : 0;
        names.add("g" + i % 7);
      }
      Split split = Split.stratified(labels, List.of(Groups.of("g", names)), 0.2, 3);
      assertThat(java.util.Arrays.stream(split.training()).filter(row -> labels[row] == 1).count())
          .isPositive();
      assertThat(java.util.Arrays.stream(split.heldOut()).filter(row -> labels[row] == 1).count())
          .isPositive();
      assertThat(split.heldOut().length).isBetween(597, 603);
    }
  }
}
