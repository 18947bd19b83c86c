package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.loss.BoundedGroupLoss.How;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Loss;
import evenhand.loss.Penalty;
import evenhand.loss.RowLoss;
import evenhand.loss.Smoothing;
import evenhand.parity.Requirement;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoalTest {

  static Stream<Goal> goals() {
    return Stream.of(
        new Goal.Mean(),
        new Goal.OfGroups(How.WORST),
        new Goal.OfGroups(How.RANGE),
        new Goal.OfGroups(How.PAIRWISE),
        new Goal.OfParity(
            new FairnessLoss(
                Requirement.parse("equalized_odds<=0.1@g").parity(),
                Penalty.SQUARES,
                new Smoothing(Smoothing.Curve.SIGMOID, 1),
                "g")));
  }

  @ParameterizedTest
  @MethodSource("goals")
  void slopesAreCentralDifferences(Goal goal) {
    SplittableRandom random = new SplittableRandom(2);
    Examples rows = rows(random, 3);
    double[] logits = random.doubles(rows.size(), -2, 2).toArray();
    Loss.Evaluated at = goal.on(rows, logits, RowLoss.CROSS_ENTROPY);

    for (int i = 0; i < logits.length; i++) {
      double[] moved = logits.clone();
      moved[i] += 1e-6;
      double above = goal.on(rows, moved, RowLoss.CROSS_ENTROPY).value();
      moved[i] -= 2e-6;
      double below = goal.on(rows, moved, RowLoss.CROSS_ENTROPY).value();
      assertThat(at.slope()[i]).isCloseTo((above - below) / 2e-6, within(1e-8));
    }
  }

  @Test
  void aGroupWithoutRowsIsLeftOut() {
    SplittableRandom random = new SplittableRandom(2);
    Examples rows = rows(random, 2);
    double[] logits = random.doubles(rows.size(), -2, 2).toArray();

    for (How how : How.values()) {
      Loss.Evaluated value = new Goal.OfGroups(how).on(rows, logits, RowLoss.CROSS_ENTROPY);
      assertThat(value.value()).isFinite();
      assertThat(value.slope()).doesNotContain(Double.NaN);
    }
  }

  @Test
  void groupsLossesBecomeOneNumber() {
    Examples rows =
        new Examples(
            new DenseMatrix(3, 1, new float[3]),
            new int[] {1, 1, 1},
            2,
            new Groups("g", List.of("a", "b", "c"), new int[] {0, 1, 2}));
    double[] logits = {3, 0, -1};
    double[] each = RowLoss.CROSS_ENTROPY.on(rows.labels(), logits).values();

    assertThat(new Goal.OfGroups(How.WORST).on(rows, logits, RowLoss.CROSS_ENTROPY).value())
        .isEqualTo(each[2]);
    assertThat(new Goal.OfGroups(How.RANGE).on(rows, logits, RowLoss.CROSS_ENTROPY).value())
        .isCloseTo(each[2] - each[0], within(1e-12));
    assertThat(new Goal.OfGroups(How.PAIRWISE).on(rows, logits, RowLoss.CROSS_ENTROPY).value())
        .isCloseTo(2 * (each[2] - each[0]) / 3, within(1e-12));
  }

  /** Of three groups, of which the last may be empty. */
  private static Examples rows(SplittableRandom random, int present) {
    return new Examples(
        new DenseMatrix(12, 1, new float[12]),
        random.ints(12, 0, 2).toArray(),
        2,
        new Groups("g", List.of("a", "b", "c"), random.ints(12, 0, present).toArray()));
  }
}
