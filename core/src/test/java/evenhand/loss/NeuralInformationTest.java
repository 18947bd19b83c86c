package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class NeuralInformationTest {

  /** Of a group with share p and logits N(±d/2, 1): the integral, by the trapezoidal rule. */
  private static double information(double share, double distance) {
    double sum = 0;
    double step = 1e-3;
    for (double z = -12; z <= 12; z += step) {
      double one = density(z - distance / 2);
      double other = density(z + distance / 2);
      double mixed = share * one + (1 - share) * other;
      sum += step * share * one * Math.log(one / mixed);
      sum += step * (1 - share) * other * Math.log(other / mixed);
    }
    return sum;
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Within .02 nats on new rows, after 600 batches of 256. */
  @Test
  void estimatesAKnownInformation() {
    for (double distance : new double[] {0.5, 1, 2}) {
      double known = information(0.3, distance);

      assertThat(learned(distance, 3)).as("distance %s", distance).isCloseTo(known, within(0.02));
    }
  }

  @Test
  void independenceIsNoInformation() {
    assertThat(learned(0, 5)).isBetween(-0.005, 0.005);
  }

  /** A difference of spread that leaves the means even: I(z; g) of N(0, 1) and N(0, 9). */
  @Test
  void seesASpread() {
    NeuralInformation estimate = new NeuralInformation(NeuralInformation.Options.defaults(), 2, 1);
    SplittableRandom random = new SplittableRandom(8);
    for (int batch = 0; batch < 600; batch++) {
      Drawn drawn = Drawn.spread(random, 256);
      estimate.learn(drawn.batch(), drawn.groups(), drawn.logits());
    }
    Drawn held = Drawn.spread(random, 20_000);

    double sum = 0;
    for (double z = -40; z <= 40; z += 1e-3) {
      double narrow = density(z);
      double wide = density(z / 3) / 3;
      double mixed = (narrow + wide) / 2;
      sum += narrow > 0 ? 0.5e-3 * narrow * Math.log(narrow / mixed) : 0;
      sum += 0.5e-3 * wide * Math.log(wide / mixed);
    }
    assertThat(estimate.on(held.batch(), held.groups(), held.logits()).value())
        .isCloseTo(sum, within(0.02));
  }

  private static double learned(double distance, long seed) {
    NeuralInformation estimate =
        new NeuralInformation(NeuralInformation.Options.defaults(), 2, seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int batch = 0; batch < 600; batch++) {
      Drawn drawn = Drawn.apart(random, 256, distance);
      estimate.learn(drawn.batch(), drawn.groups(), drawn.logits());
    }
    Drawn held = Drawn.apart(random, 20_000, distance);
    return estimate.on(held.batch(), held.groups(), held.logits()).value();
  }

  /** Without a memory of earlier denominators the slope is the estimate's own. */
  @Test
  void slopeIsTheCentralDifference() {
    for (int groups : new int[] {2, 4}) {
      for (int rows : new int[] {4, 24}) {
        NeuralInformation estimate =
            new NeuralInformation(new NeuralInformation.Options(8, 3, 0.05, 0), groups, 5);
        Batch batch = Batches.random(2, rows, groups);
        Groups partition = batch.groups(Batches.ATTRIBUTE);
        double[] logits = Batches.logits(2, rows);
        estimate.learn(batch, partition, logits);
        Loss.Evaluated here = estimate.on(batch, partition, logits);
        for (int i = 0; i < rows; i++) {
          double[] above = logits.clone();
          double[] below = logits.clone();
          above[i] += 1e-5;
          below[i] -= 1e-5;
          double expected =
              (estimate.on(batch, partition, above).value()
                      - estimate.on(batch, partition, below).value())
                  / 2e-5;

          assertThat(here.slope()[i]).isCloseTo(expected, within(1e-9));
        }
      }
    }
  }

  @Test
  void oneGroupSaysNothing() {
    NeuralInformation estimate = new NeuralInformation(NeuralInformation.Options.defaults(), 3, 1);
    Batch batch =
        new Batch(
            new int[2],
            new double[] {1, 1},
            new double[] {1, 1},
            List.of(new Groups(Batches.ATTRIBUTE, List.of("a", "b", "c"), new int[] {1, 1})));
    double[] logits = {0, 1};
    estimate.learn(batch, batch.groups().get(0), logits);

    assertThat(estimate.on(batch, batch.groups().get(0), logits).slope()).containsOnly(0);
  }

  @Test
  void staysFiniteAtExtremeLogits() {
    NeuralInformation estimate = new NeuralInformation(NeuralInformation.Options.defaults(), 4, 1);
    Batch batch = Batches.random(1, 24, 4);
    double[] logits = Arrays.stream(Batches.logits(1, 24)).map(z -> 300 * z).toArray();
    for (int step = 0; step < 2000; step++) {
      estimate.learn(batch, batch.groups().get(0), logits);
    }
    Loss.Evaluated far = estimate.on(batch, batch.groups().get(0), logits);

    assertThat(far.value()).isFinite();
    for (double slope : far.slope()) {
      assertThat(slope).isFinite();
    }
  }

  @Test
  void refusesNoUnits() {
    assertThatThrownBy(() -> new NeuralInformation.Options(0, 1, 0.1, 0.9))
        .hasMessage(
            "need units and steps of at least 1, a positive rate and a share kept in [0, 1), got 0, 1, 0.1 and 0.9");
  }

  private record Drawn(Batch batch, double[] logits) {

    static Drawn apart(SplittableRandom random, int rows, double distance) {
      double[] logits = new double[rows];
      int[] codes = new int[rows];
      for (int i = 0; i < rows; i++) {
        codes[i] = random.nextDouble() < 0.3 ? 1 : 0;
        logits[i] = random.nextGaussian() + (codes[i] - 0.5) * distance;
      }
      return of(logits, codes);
    }

    static Drawn spread(SplittableRandom random, int rows) {
      double[] logits = new double[rows];
      int[] codes = new int[rows];
      for (int i = 0; i < rows; i++) {
        codes[i] = random.nextInt(2);
        logits[i] = random.nextGaussian() * (codes[i] == 1 ? 3 : 1);
      }
      return of(logits, codes);
    }

    private static Drawn of(double[] logits, int[] codes) {
      double[] ones = new double[codes.length];
      Arrays.fill(ones, 1);
      return new Drawn(
          new Batch(
              new int[codes.length],
              ones,
              ones,
              List.of(new Groups(Batches.ATTRIBUTE, List.of("a", "b"), codes))),
          logits);
    }

    Groups groups() {
      return batch.groups(Batches.ATTRIBUTE);
    }
  }
}
