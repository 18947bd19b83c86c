package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.parity.Parity;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PoolingTest {

  private static final List<Credibility> ALL =
      List.of(
          new Credibility.Shrunk(7),
          Credibility.Adaptive.SIZE,
          Credibility.Adaptive.STANDARD_ERROR);

  /** Marginals of four cells: a crossing of two by two. */
  private static final List<List<Integer>> CROSSED =
      List.of(List.of(0, 0), List.of(0, 1), List.of(1, 0), List.of(1, 1));

  /** Every parity's rates, pooled, keep the contract of losses. */
  @TestFactory
  Stream<DynamicTest> pooledRatesHaveTheirSlope() {
    return Arrays.stream(Parity.values())
        .flatMap(
            parity ->
                ALL.stream()
                    .map(
                        credibility ->
                            new FairnessLoss(
                                parity,
                                Penalty.PAIRWISE_SQUARES,
                                Smoothing.defaults(),
                                Batches.ATTRIBUTE,
                                new Pooling(credibility, CROSSED))))
        .map(loss -> DynamicTest.dynamicTest(loss.toString(), () -> FairnessLossTest.check(loss)));
  }

  @Nested
  final class PooledGroupLossTest extends LossContract {

    @Override
    Loss loss() {
      return new BoundedGroupLoss(
          BoundedGroupLoss.How.RANGE,
          Batches.ATTRIBUTE,
          new Pooling(new Credibility.Shrunk(5), List.of()));
    }
  }

  @Test
  void sharesAddUpToOneAndTheParentSharesAnAttribute() {
    double[][] shares =
        new Pooling(new Credibility.Shrunk(10), CROSSED)
            .shares(new int[] {0, 1, 3}, new double[] {10, 20, 30});

    for (double[] row : shares) {
      assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-15));
    }
    // Cell 0 shares both attributes with itself, one with cell 1, none with cell 3.
    assertThat(shares[0]).containsExactly(0.5 + 0.25, 0.25, 0);
  }

  @Test
  void theParentOfASingleAttributesGroupIsEveryone() {
    double[][] shares =
        new Pooling(new Credibility.Shrunk(1e12), List.of())
            .shares(new int[] {0, 1}, new double[] {30, 10});

    assertThat(shares[1][0]).isCloseTo(0.75, within(1e-9));
    assertThat(shares[1][1]).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void marginalsAreReadOffTheRows() {
    Groups sex = new Groups("sex", List.of("F", "M"), new int[] {0, 1, 1, 0});
    Groups race = new Groups("race", List.of("A", "B"), new int[] {0, 0, 1, 1});
    Groups both = Groups.cross(List.of(sex, race));

    Pooling pooling =
        Pooling.of(new Credibility.Full(), both.attribute(), List.of(sex, race, both));

    assertThat(pooling.marginals()).isEqualTo(CROSSED);
    assertThat(Pooling.of(new Credibility.Full(), "sex", List.of(sex, race, both)).marginals())
        .isEmpty();
  }

  /**
   * The worst gap of 203 rows, whose third group is three people: whatever becomes of these three,
   * a shrunk loss moves by at most 3/(3 + 50) and what they are of everyone, and their slopes add
   * up to no more.
   */
  @Test
  void threePeopleCannotSteer() {
    int[] codes = IntStream.range(0, 203).map(i -> i < 100 ? 0 : i < 200 ? 1 : 2).toArray();
    double[] ones = new double[203];
    Arrays.fill(ones, 1);
    Batch batch =
        new Batch(
            new SplittableRandom(1).ints(203, 0, 2).toArray(),
            ones,
            ones,
            List.of(new Groups(Batches.ATTRIBUTE, List.of("a", "b", "few"), codes)));
    double most = 3.0 / 53 + 3.0 / 203;
    double freely = 0;
    for (int seed = 0; seed < 50; seed++) {
      double[] logits = Batches.logits(seed, 203);
      double[] moved = logits.clone();
      for (int i = 200; i < 203; i++) {
        moved[i] = seed % 2 == 0 ? 30 : -30;
      }

      assertThat(
              Math.abs(shrunk(50).on(batch, moved).value() - shrunk(50).on(batch, logits).value()))
          .isLessThanOrEqualTo(most);
      double pull = 0;
      double[] slope = shrunk(50).on(batch, logits).slope();
      for (int i = 200; i < 203; i++) {
        pull += Math.abs(slope[i]);
      }
      assertThat(pull).isLessThanOrEqualTo(most / 4);
      freely =
          Math.max(
              freely,
              Math.abs(shrunk(0).on(batch, moved).value() - shrunk(0).on(batch, logits).value()));
    }
    assertThat(freely).isGreaterThan(5 * most);
  }

  private static FairnessLoss shrunk(double prior) {
    return new FairnessLoss(
        Parity.DEMOGRAPHIC_PARITY,
        Penalty.WORST,
        Smoothing.defaults(),
        Batches.ATTRIBUTE,
        new Pooling(new Credibility.Shrunk(prior), List.of()));
  }

  @Test
  void weightsOfAnotherUnitAreTheSamePeople() {
    Batch batch = Batches.random(3, 40, 4);
    double[] heavy = Arrays.stream(batch.parityWeights()).map(w -> 1000 * w).toArray();
    double[] logits = Batches.logits(3, 40);

    assertThat(
            shrunk(9).on(new Batch(batch.labels(), heavy, heavy, batch.groups()), logits).value())
        .isCloseTo(shrunk(9).on(batch, logits).value(), within(1e-13));
  }
}
