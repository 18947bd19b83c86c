package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DenseMatrix;
import evenhand.data.Sample;
import evenhand.parity.Parity;
import evenhand.parity.Requirement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class FairnessLossTest {

  @Nested
  final class DemographicParityTest extends LossContract {

    @Override
    Loss loss() {
      return loss(Parity.DEMOGRAPHIC_PARITY, Penalty.SQUARES);
    }

    private Loss loss(Parity parity, Penalty penalty) {
      return new FairnessLoss(parity, penalty, Smoothing.defaults(), Batches.ATTRIBUTE);
    }
  }

  /** Every parity with every penalty and curve keeps the contract. */
  @TestFactory
  Stream<DynamicTest> everyCombinationHasItsSlope() {
    return Arrays.stream(Parity.values())
        .flatMap(
            parity ->
                Arrays.stream(Penalty.values())
                    .flatMap(
                        penalty ->
                            Arrays.stream(Smoothing.Curve.values())
                                .map(
                                    curve ->
                                        new FairnessLoss(
                                            parity,
                                            penalty,
                                            new Smoothing(curve, 0.7),
                                            Batches.ATTRIBUTE))))
        .map(loss -> DynamicTest.dynamicTest(loss.toString(), () -> check(loss)));
  }

  static void check(FairnessLoss loss) {
    LossContract contract =
        new LossContract() {
          @Override
          Loss loss() {
            return loss;
          }
        };
    contract.slopeIsTheCentralDifference();
    contract.slopeIsTheCentralDifferenceWhereGroupsAreMissing();
    contract.theOrderOfRowsDoesNotMatter();
    contract.staysFiniteAtExtremeLogits();
    contract.rowsOfNoWeightAreAsGoodAsAbsent();
  }

  @Test
  void ofCertainDecisionsTheWorstGapIsTheOneThatIsRequired() {
    for (Parity parity :
        new Parity[] {
          Parity.DEMOGRAPHIC_PARITY,
          Parity.EQUAL_OPPORTUNITY,
          Parity.ERROR_RATE_PARITY,
          Parity.ACCURACY_PARITY
        }) {
      Batch batch = Batches.random(5, 60, 3);
      double[] logits = Arrays.stream(Batches.logits(5, 60)).map(z -> z * 1e6).toArray();
      double[] decisions = Arrays.stream(logits).map(z -> z >= 0 ? 1 : 0).toArray();
      Sample sample =
          new Sample(
              new DenseMatrix(60, 0, new float[0]),
              batch.labels(),
              batch.weights(),
              batch.parityWeights(),
              batch.groups());
      double gap =
          Arrays.stream(Requirement.parse(parity.id() + "<=0").on(sample).violation(decisions))
              .max()
              .orElseThrow();

      assertThat(
              new FairnessLoss(parity, Penalty.WORST, Smoothing.defaults(), Batches.ATTRIBUTE)
                  .on(batch, logits)
                  .value())
          .isCloseTo(gap, within(1e-12));
    }
  }

  @Test
  void aBatchOfOneGroupSaysNothing() {
    Batch batch = Batches.random(1, 8, 1);

    Loss.Evaluated evaluated =
        new FairnessLoss(
                Parity.EQUALIZED_ODDS,
                Penalty.PAIRWISE_SQUARES,
                Smoothing.defaults(),
                Batches.ATTRIBUTE)
            .on(batch, Batches.logits(1, 8));

    assertThat(evaluated.value()).isZero();
    assertThat(evaluated.slope()).containsOnly(0);
  }

  @Test
  void whatIsRememberedStandsForTheRowsSeen() {
    FairnessLoss loss =
        new FairnessLoss(
            Parity.EQUALIZED_ODDS, Penalty.SQUARES, Smoothing.defaults(), Batches.ATTRIBUTE);
    Batch whole = Batches.random(2, 40, 3);
    double[] logits = Batches.logits(2, 40);
    int[] first = java.util.stream.IntStream.range(0, 25).toArray();
    int[] second = java.util.stream.IntStream.range(25, 40).toArray();
    FairnessLoss.Memory memory =
        loss.remember(
            whole.select(first), Arrays.copyOf(logits, 25), FairnessLoss.Memory.none(), 1);

    Loss.Evaluated later =
        loss.on(whole.select(second), Arrays.copyOfRange(logits, 25, 40), memory);

    Loss.Evaluated all = loss.on(whole, logits);
    assertThat(later.value()).isCloseTo(all.value(), within(1e-14));
    for (int i = 0; i < 15; i++) {
      assertThat(later.slope()[i]).isCloseTo(all.slope()[25 + i], within(1e-14));
    }
  }
}
