package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.gradient.Aggregation.Agreed;
import evenhand.gradient.Aggregation.Failed;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every {@link GradientAggregator} keeps. */
abstract class GradientAggregatorContract {

  /** The gradients of TorchJD's table of values. */
  static final double[][] TORCHJD = {{-4, 1, 1}, {6, 1, 1}};

  abstract GradientAggregator aggregator(int players);

  /** Up to how many players the order in which they are listed plays no part. */
  int playersWithoutOrder() {
    return Integer.MAX_VALUE;
  }

  final double[] agreed(double[][] vectors) {
    Aggregation result = weigh(vectors);
    assertThat(result).isInstanceOf(Agreed.class);
    return ((Agreed) result).weights();
  }

  final Aggregation weigh(double[][] vectors) {
    return aggregator(vectors.length).weigh(Gramian.of(vectors), new SplittableRandom(1));
  }

  @Test
  void givesOneFiniteWeightAPlayerOrAReason() {
    int agreed = 0;
    for (int seed = 0; seed < 300; seed++) {
      double[][] vectors = Gradients.random(seed);
      Aggregation result = weigh(vectors);
      if (result instanceof Agreed done) {
        agreed++;
        assertThat(done.weights()).hasSize(vectors.length);
        assertThat(done.weights()).matches(w -> Arrays.stream(w).allMatch(Double::isFinite));
      } else if (result instanceof Failed failed) {
        assertThat(failed.failure().reason()).endsWith(".").doesNotContain("NaN");
      }
    }
    assertThat(agreed).isGreaterThan(50);
  }

  @Test
  void theSameProductsAndRandomNumbersGiveTheSameBytes() {
    for (int seed = 0; seed < 50; seed++) {
      double[][] vectors = Gradients.reconcilable(seed);
      GradientAggregator aggregator = aggregator(vectors.length);
      Gramian gramian = Gramian.of(vectors);

      Aggregation first = aggregator.weigh(gramian, new SplittableRandom(seed));
      Aggregation second = aggregator.weigh(gramian, new SplittableRandom(seed));

      assertThat(second).usingRecursiveComparison().isEqualTo(first);
    }
  }

  @Test
  void reversingAllGradientsKeepsTheWeights() {
    for (int seed = 0; seed < 50; seed++) {
      double[][] vectors = Gradients.random(seed);
      double[][] reversed =
          Arrays.stream(vectors)
              .map(vector -> Arrays.stream(vector).map(value -> -value).toArray())
              .toArray(double[][]::new);

      assertThat(weigh(reversed)).usingRecursiveComparison().isEqualTo(weigh(vectors));
    }
  }

  @Test
  void oneUnitForAllKeepsTheDirection() {
    for (int seed = 0; seed < 100; seed++) {
      double[][] vectors = Gradients.reconcilable(seed);
      for (double unit : new double[] {1e-6, 3, 1e6}) {
        double[][] scaled =
            Arrays.stream(vectors)
                .map(vector -> Arrays.stream(vector).map(value -> unit * value).toArray())
                .toArray(double[][]::new);
        if (weigh(vectors) instanceof Agreed one && weigh(scaled) instanceof Agreed other) {
          double[] step = Gradients.sum(one.weights(), vectors);
          double[] same = Gradients.sum(other.weights(), vectors);
          double cosine = Gradients.dot(step, same) / (Gradients.norm(step) * Gradients.norm(same));
          assertThat(cosine).isCloseTo(1, within(1e-9));
        }
      }
    }
  }

  @Test
  void theListingOfPlayersDoesNotMatter() {
    for (int seed = 0; seed < 100; seed++) {
      double[][] vectors = Gradients.reconcilable(seed);
      vectors = Arrays.copyOf(vectors, Math.min(playersWithoutOrder(), vectors.length));
      double[][] backwards = new double[vectors.length][];
      for (int i = 0; i < vectors.length; i++) {
        backwards[i] = vectors[vectors.length - 1 - i];
      }
      if (weigh(vectors) instanceof Agreed one && weigh(backwards) instanceof Agreed other) {
        double[] step = Gradients.sum(one.weights(), vectors);
        assertThat(Gradients.sum(other.weights(), backwards))
            .containsExactly(step, within(1e-6 * Math.max(1, Gradients.norm(step))));
      }
    }
  }

  @Test
  void aSinglePlayerGetsHerGradient() {
    double[] weights = agreed(new double[][] {{3, 4}});

    assertThat(weights).hasSize(1);
    assertThat(weights[0]).isPositive();
  }

  /** For those that promise it: every player's product with the step is ≥ 0. */
  final void assertStepsWorsenNobody() {
    int agreed = 0;
    for (int seed = 0; seed < 500; seed++) {
      double[][] vectors = Gradients.random(seed);
      if (weigh(vectors) instanceof Agreed done) {
        agreed++;
        double[] step = Gradients.sum(done.weights(), vectors);
        for (double[] vector : vectors) {
          assertThat(Gradients.dot(vector, step)).isGreaterThan(-1e-9);
        }
      }
    }
    assertThat(agreed).isGreaterThan(100);
  }
}
