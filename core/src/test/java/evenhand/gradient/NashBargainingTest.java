package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.gradient.Aggregation.Agreed;
import evenhand.gradient.Aggregation.Failed;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class NashBargainingTest extends GradientAggregatorContract {

  @Override
  GradientAggregator aggregator(int players) {
    return NashBargaining.defaults();
  }

  /**
   * 1/√(1 + c)/‖gᵢ‖ with the cosine c = -22/√(18·38), in Python 3.11; the unit step is that of
   * NashMTL in TorchJD 46962c2, tests/unit/aggregation/test_values.py.
   */
  @Test
  void goldenValues() {
    double[] weights = agreed(TORCHJD);
    double[] step = Gradients.sum(weights, TORCHJD);

    assertThat(weights)
        .containsExactly(new double[] {0.591461152229, 0.407071482884}, within(1e-12));
    assertThat(step)
        .containsExactly(new double[] {0.076584287, 0.998532636, 0.998532636}, within(1e-8));
    assertThat(Arrays.stream(step).map(v -> v / Math.sqrt(2)).toArray())
        .containsExactly(new double[] {0.0542, 0.7061, 0.7061}, within(1e-4));
  }

  @Test
  void existsExactlyWhereTheConflictCanBeResolved() {
    int failures = 0;
    for (int seed = 0; seed < 2000; seed++) {
      double[][] vectors = Gradients.random(seed);
      Aggregation result = weigh(vectors);
      if (result instanceof Agreed agreed) {
        double[] step = Gradients.sum(agreed.weights(), vectors);
        for (double[] vector : vectors) {
          assertThat(Gradients.dot(vector, step)).isPositive();
        }
      } else {
        failures++;
        assertCertified((Failed) result, vectors);
      }
    }
    assertThat(failures).isBetween(400, 1600);
  }

  /** Shares that make the normalised gradients cancel leave no direction for all (Gordan). */
  private static void assertCertified(Failed failed, double[][] vectors) {
    assertThat(failed.failure()).isInstanceOf(Failure.ParetoStationary.class);
    Failure.ParetoStationary stationary = (Failure.ParetoStationary) failed.failure();
    double[] shares = stationary.shares();
    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    double[] normalized = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      assertThat(shares[i]).isNotNegative();
      normalized[i] = shares[i] / Gradients.norm(vectors[i]);
    }
    assertThat(Gradients.norm(Gradients.sum(normalized, vectors))).isLessThan(1.1e-6);
  }

  @Test
  void isTheOnlyMinimumAtAnyRank() {
    for (int seed = 0; seed < 300; seed++) {
      double[][] vectors = Gradients.reconcilable(seed);
      Gramian gramian = Gramian.of(vectors);
      double[] weights = agreed(vectors);
      double least = potential(gramian, weights);
      SplittableRandom random = new SplittableRandom(seed);
      for (int draw = 0; draw < 20; draw++) {
        double[] other =
            Arrays.stream(weights).map(w -> w * Math.exp(random.nextGaussian())).toArray();
        assertThat(potential(gramian, other)).isGreaterThan(least);
      }
      assertThat(residual(gramian, weights)).isLessThanOrEqualTo(1e-12);
    }
  }

  private static double potential(Gramian gramian, double[] weights) {
    return gramian.squaredNorm(weights) / 2 - Arrays.stream(weights).map(Math::log).sum();
  }

  /** max |(C·a)ᵢ - 1/aᵢ|, as a share of the largest aᵢ where that is above 1. */
  private static double residual(Gramian gramian, double[] weights) {
    double[] a = new double[weights.length];
    for (int i = 0; i < a.length; i++) {
      a[i] = weights[i] * gramian.norm(i);
    }
    double[] products = gramian.normalized().times(a);
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(products[i] - 1 / a[i]));
    }
    return worst / Math.max(1, Arrays.stream(a).max().orElseThrow());
  }

  @Test
  void theStepMaximisesTheProductOfGainsAndHasLengthRootK() {
    for (int seed = 0; seed < 100; seed++) {
      double[][] vectors = Gradients.reconcilable(seed);
      double[] weights = agreed(vectors);
      double[] step = Gradients.sum(weights, vectors);
      assertThat(Gradients.dot(step, step)).isCloseTo(vectors.length, within(1e-8));
      for (int i = 0; i < vectors.length; i++) {
        double gain = Gradients.dot(vectors[i], step);
        assertThat(gain * weights[i]).isCloseTo(1, within(1e-8));
      }
      double best = logOfGains(vectors, step);
      SplittableRandom random = new SplittableRandom(seed);
      for (int draw = 0; draw < 500; draw++) {
        double scale = Math.exp(-draw / 60.0);
        double[] other = Arrays.stream(step).map(v -> v + scale * random.nextGaussian()).toArray();
        assertThat(logOfGains(vectors, other)).isLessThanOrEqualTo(best + 1e-9);
      }
    }
  }

  /** Of the unit step; -∞ where somebody gains nothing. */
  private static double logOfGains(double[][] vectors, double[] step) {
    double sum = 0;
    for (double[] vector : vectors) {
      double gain = Gradients.dot(vector, step) / Gradients.norm(step);
      sum += gain > 0 ? Math.log(gain) : Double.NEGATIVE_INFINITY;
    }
    return sum;
  }

  @Test
  void everyPlayerMayChooseHerOwnUnit() {
    for (int seed = 0; seed < 200; seed++) {
      double[][] vectors = Gradients.reconcilable(seed);
      SplittableRandom random = new SplittableRandom(seed);
      double[] units =
          random.doubles(vectors.length, -6, 6).map(power -> Math.pow(10, power)).toArray();
      Gramian gramian = Gramian.of(vectors).scaled(units);

      double[] weights = agreed(vectors);
      Aggregation scaled = aggregator(0).weigh(gramian, random);

      double[] expected = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        expected[i] = weights[i] / units[i];
      }
      assertThat(scaled).isInstanceOf(Agreed.class);
      double[] actual = ((Agreed) scaled).weights();
      for (int i = 0; i < weights.length; i++) {
        assertThat(actual[i]).isCloseTo(expected[i], within(1e-9 * expected[i]));
      }
    }
  }

  @Test
  void twoPlayersHaveAClosedForm() {
    for (double degrees : new double[] {0, 10, 60, 90, 120, 170, 179, 179.9, 179.99, 179.9998}) {
      double angle = Math.toRadians(degrees);
      double[][] vectors = {{2, 0}, {3 * Math.cos(angle), 3 * Math.sin(angle)}};
      double shares = 1 / Math.sqrt(1 + Math.cos(angle));

      double[] weights = agreed(vectors);

      double tolerance = degrees < 179.5 ? 1e-10 : 1e-3;
      assertThat(weights[0] * 2 / shares).isCloseTo(1, within(tolerance));
      assertThat(weights[1] * 3 / shares).isCloseTo(1, within(tolerance));
    }
  }

  @Test
  void alignedAndOrthogonalPlayersHaveClosedForms() {
    double[][] aligned = new double[5][3];
    double[][] orthogonal = new double[5][5];
    for (int i = 0; i < 5; i++) {
      aligned[i] = new double[] {2, 1, -2};
      orthogonal[i][i] = i + 1;
    }

    double share = 1 / (3 * Math.sqrt(5));
    assertThat(agreed(aligned))
        .containsExactly(new double[] {share, share, share, share, share}, within(1e-12));
    assertThat(agreed(orthogonal))
        .containsExactly(new double[] {1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0}, within(1e-12));
  }

  /** Lᵢ(x) = gᵢ·x + Cᵢ/2·‖x‖² are Cᵢ-smooth with equality, so that the bound is sharp for them. */
  @Test
  void everyPlayerImprovesBelowTheBoundOnTheStep() {
    for (int seed = 0; seed < 300; seed++) {
      double[][] vectors = Gradients.reconcilable(seed);
      double[] weights = agreed(vectors);
      double[] step = Gradients.sum(weights, vectors);
      double[] bends = new SplittableRandom(seed).doubles(vectors.length, 0.1, 10).toArray();
      double bound = Double.POSITIVE_INFINITY;
      for (int i = 0; i < weights.length; i++) {
        bound = Math.min(bound, 2 / (bends[i] * weights.length * weights[i]));
      }
      double worstBelow = Double.NEGATIVE_INFINITY;
      double worstAbove = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < weights.length; i++) {
        double gain = Gradients.dot(vectors[i], step);
        double bend = bends[i] / 2 * Gradients.dot(step, step);
        worstBelow = Math.max(worstBelow, -0.999 * bound * gain + Math.pow(.999 * bound, 2) * bend);
        worstAbove =
            Math.max(worstAbove, -1.001 * bound * gain + Math.pow(1.001 * bound, 2) * bend);
      }
      assertThat(worstBelow).isNegative();
      assertThat(worstAbove).isPositive();
    }
  }

  @Test
  void irreconcilablePlayersAreToldSoWithACertificate() {
    double[][] triangle = new double[3][];
    for (int i = 0; i < 3; i++) {
      double angle = 2 * Math.PI * i / 3;
      triangle[i] = new double[] {(i + 1) * Math.cos(angle), (i + 1) * Math.sin(angle)};
    }
    Aggregation result = weigh(triangle);

    assertThat(result).isInstanceOf(Failed.class);
    assertCertified((Failed) result, triangle);
    Failure.ParetoStationary failure = (Failure.ParetoStationary) ((Failed) result).failure();
    assertThat(failure.shares())
        .containsExactly(new double[] {1 / 3d, 1 / 3d, 1 / 3d}, within(1e-6));
    assertThat(failure.reason()).startsWith("No step improves all players: with the shares [0.33");
  }

  @Test
  void aZeroGradientIsNamed() {
    Aggregation result = weigh(new double[][] {{1, 2}, {0, 0}});

    assertThat(result).isEqualTo(new Failed(new Failure.ZeroGradient(1)));
    assertThat(((Failed) result).failure().reason()).isEqualTo("The gradient of player 1 is zero.");
  }

  @Test
  void tooFewIterationsAreToldSo() {
    Aggregation result =
        new NashBargaining(1e-6, 1).weigh(Gramian.of(TORCHJD), new SplittableRandom(1));

    assertThat(result).isInstanceOf(Failed.class);
    assertThat(((Failed) result).failure()).isInstanceOf(Failure.NotConverged.class);
    assertThat(((Failed) result).failure().reason()).startsWith("After 1 iterations the residual");
  }

  @Test
  void fewIterationsAreEnough() {
    for (int seed = 0; seed < 300; seed++) {
      Gramian gramian = Gramian.of(Gradients.reconcilable(seed));
      assertThat(new NashBargaining(1e-6, 20).weigh(gramian, new SplittableRandom(1)))
          .isInstanceOf(Agreed.class);
    }
    double angle = Math.toRadians(179.9);
    Gramian opposed = Gramian.of(new double[][] {{1, 0}, {Math.cos(angle), Math.sin(angle)}});
    assertThat(new NashBargaining(1e-6, 40).weigh(opposed, new SplittableRandom(1)))
        .isInstanceOf(Agreed.class);
  }

  @Test
  void manyPlayersOfLowRank() {
    double[][] vectors = Gradients.random(5, 50, 7);
    for (double[] vector : vectors) {
      vector[0] = Math.abs(vector[0]) + 0.01;
    }

    assertThat(residual(Gramian.of(vectors), agreed(vectors))).isLessThanOrEqualTo(1e-12);
  }

  @Test
  void refusesOptionsWithoutMeaning() {
    assertThatThrownBy(() -> new NashBargaining(0, 10))
        .hasMessage("need 0 < closest < 1 and iterations >= 1, got 0.0 and 10");
  }

  @Test
  void stepsWorsenNobody() {
    assertStepsWorsenNobody();
  }
}
