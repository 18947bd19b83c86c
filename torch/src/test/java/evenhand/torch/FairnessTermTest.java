package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Sample;
import evenhand.loss.Batch;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Loss;
import evenhand.loss.NeuralInformation;
import evenhand.loss.Penalty;
import evenhand.loss.Pooling;
import evenhand.loss.Smoothing;
import evenhand.parity.Parity;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FairnessTermTest {

  private static final Sample SAMPLE = Toys.sample(3, 400);
  private static final Batch BATCH = Batch.of(SAMPLE);
  private static final Requirement REQUIREMENT = Requirement.parse("equalized_odds<=0.05@group");
  private static final FairnessLoss LOSS =
      new FairnessLoss(
          Parity.EQUALIZED_ODDS, Penalty.SQUARES, Smoothing.defaults(), "group", Pooling.NONE);

  /** Where every batch is alike, earlier ones change neither the value nor the slope. */
  @Test
  void aMemoryOfTheSameRowsChangesNothing() {
    double[] logits = logits(1);
    FairnessTerm.Bound remembering = rates(0.9);
    Loss.Evaluated alone = LOSS.on(BATCH, logits);
    for (int batch = 0; batch < 5; batch++) {
      Loss.Evaluated evaluated = remembering.on(BATCH, logits);

      assertThat(evaluated.value()).isCloseTo(alone.value(), within(1e-12));
      for (int i = 0; i < logits.length; i++) {
        assertThat(evaluated.slope()[i]).isCloseTo(alone.slope()[i], within(1e-12));
      }
    }
  }

  /** The value of small batches is nearer to that of all rows, by a memory of ten of them. */
  @Test
  void aMemoryDoesNotJumpFromBatchToBatch() {
    double[] logits = logits(2);
    double all = LOSS.on(BATCH, logits).value();
    FairnessTerm.Bound remembering = rates(0.9);
    FairnessTerm.Bound forgetful = rates(0);
    SplittableRandom random = new SplittableRandom(1);
    double remembered = 0;
    double forgotten = 0;
    for (int step = 0; step < 60; step++) {
      int[] rows = random.ints(20, 0, 400).toArray();
      double[] some = IntStream.of(rows).mapToDouble(i -> logits[i]).toArray();
      double one = Math.abs(remembering.on(BATCH.select(rows), some).value() - all);
      double other = Math.abs(forgetful.on(BATCH.select(rows), some).value() - all);
      remembered += step < 20 ? 0 : one;
      forgotten += step < 20 ? 0 : other;
    }

    assertThat(remembered).isLessThan(forgotten / 2);
  }

  /** Logits that tell the group have information, and lose some along the slope. */
  @Test
  void informationFallsAlongItsSlope() {
    FairnessTerm.Bound term =
        new FairnessTerm.Information(NeuralInformation.Options.defaults())
            .on(Requirement.parse("demographic_parity<=0@group"), Pooling.NONE, task());
    double[] logits = logits(3);
    for (int i = 0; i < logits.length; i++) {
      logits[i] += 2 * SAMPLE.groups("group").codes()[i];
    }
    Loss.Evaluated before = Loss.Evaluated.nothing(1);
    for (int step = 0; step < 200; step++) {
      before = term.on(BATCH, logits);
    }
    double[] moved = logits.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= 100 * before.slope()[i];
    }

    assertThat(before.value()).isGreaterThan(0.15);
    assertThat(term.on(BATCH, moved).value()).isLessThan(before.value() - 0.03);
  }

  private static FairnessTerm.Bound rates(double memory) {
    return new FairnessTerm.Rates(Penalty.SQUARES, Smoothing.defaults(), memory)
        .on(REQUIREMENT, Pooling.NONE, task());
  }

  private static Method.Task task() {
    return new Method.Task(SAMPLE, Optional.empty(), List.of(REQUIREMENT), Toys.learner(1), 1);
  }

  private static double[] logits(long seed) {
    return new SplittableRandom(seed).doubles(400, -2, 2).toArray();
  }
}
