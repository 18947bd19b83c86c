package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link Loss} keeps. */
abstract class LossContract {

  private static final double STEP = 1e-5;

  abstract Loss loss();

  /** Of a loss that has kinks, how many of the slopes checked may lie on one. */
  int kinks() {
    return 0;
  }

  @Test
  void slopeIsTheCentralDifference() {
    int off = 0;
    for (int seed = 0; seed < 30; seed++) {
      Batch batch = Batches.random(seed, 24, 4);
      off += differing(batch, Batches.logits(seed, 24));
    }
    assertThat(off).isLessThanOrEqualTo(kinks());
  }

  @Test
  void slopeIsTheCentralDifferenceWhereGroupsAreMissing() {
    int off = 0;
    for (int seed = 0; seed < 30; seed++) {
      Batch batch = Batches.random(seed, 5, 4);
      off += differing(batch, Batches.logits(seed, 5));
    }
    assertThat(off).isLessThanOrEqualTo(kinks());
  }

  private int differing(Batch batch, double[] logits) {
    Loss.Evaluated here = loss().on(batch, logits);
    assertThat(here.value()).isFinite();
    int off = 0;
    for (int i = 0; i < logits.length; i++) {
      double[] moved = logits.clone();
      moved[i] = logits[i] + STEP;
      double above = loss().on(batch, moved).value();
      moved[i] = logits[i] - STEP;
      double below = loss().on(batch, moved).value();
      double expected = (above - below) / (2 * STEP);
      off += Math.abs(here.slope()[i] - expected) <= 1e-7 + 1e-6 * Math.abs(expected) ? 0 : 1;
    }
    return off;
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    for (int seed = 0; seed < 10; seed++) {
      Batch batch = Batches.random(seed, 20, 3);
      double[] logits = Batches.logits(seed, 20);
      int[] order = Batches.order(seed, 20);
      double[] shuffled = new double[20];
      for (int i = 0; i < 20; i++) {
        shuffled[i] = logits[order[i]];
      }

      Loss.Evaluated one = loss().on(batch, logits);
      Loss.Evaluated other = loss().on(batch.select(order), shuffled);

      assertThat(other.value()).isCloseTo(one.value(), within(1e-12));
      for (int i = 0; i < 20; i++) {
        assertThat(other.slope()[i]).isCloseTo(one.slope()[order[i]], within(1e-12));
      }
    }
  }

  @Test
  void staysFiniteAtExtremeLogits() {
    Batch batch = Batches.random(1, 12, 3);
    SplittableRandom random = new SplittableRandom(1);
    double[] logits = random.doubles(12, -800, 800).toArray();

    Loss.Evaluated far = loss().on(batch, logits);

    assertThat(far.value()).isFinite();
    for (double slope : far.slope()) {
      assertThat(slope).isFinite();
    }
  }

  @Test
  void rowsOfNoWeightAreAsGoodAsAbsent() {
    Batch batch = Batches.random(3, 16, 3);
    double[] logits = Batches.logits(3, 16);
    int[] first = new int[10];
    for (int i = 0; i < 10; i++) {
      first[i] = i;
    }
    double[] weights = batch.weights().clone();
    double[] parityWeights = batch.parityWeights().clone();
    for (int i = 10; i < 16; i++) {
      weights[i] = 0;
      parityWeights[i] = 0;
    }

    double masked =
        loss()
            .on(new Batch(batch.labels(), weights, parityWeights, batch.groups()), logits)
            .value();

    assertThat(masked)
        .isCloseTo(
            loss().on(batch.select(first), java.util.Arrays.copyOf(logits, 10)).value(),
            within(1e-12));
  }
}
