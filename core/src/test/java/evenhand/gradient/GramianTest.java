package evenhand.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class GramianTest {

  @Test
  void holdsTheProductsOfAllPairs() {
    Gramian gramian = Gramian.of(new double[][] {{3, 4}, {4, -3}, {0, 0}, {-6, -8}});

    assertThat(gramian.size()).isEqualTo(4);
    assertThat(gramian.product(0, 3)).isEqualTo(-50);
    assertThat(gramian.norm(3)).isEqualTo(10);
    assertThat(gramian.cosine(0, 3)).isEqualTo(-1);
    assertThat(gramian.cosine(0, 1)).isZero();
    assertThat(gramian.cosine(0, 2)).isZero();
    assertThat(gramian.normalized().product(2, 2)).isZero();
    assertThat(gramian.normalized().product(3, 3)).isEqualTo(1);
  }

  @Test
  void stepsAreSeenThroughTheirProducts() {
    for (int seed = 0; seed < 50; seed++) {
      double[][] vectors = Gradients.random(seed);
      double[] weights = Gradients.random(seed + 1000, 1, vectors.length)[0];
      double[] step = Gradients.sum(weights, vectors);
      Gramian gramian = Gramian.of(vectors);

      double squared = Gradients.dot(step, step);
      assertThat(gramian.squaredNorm(weights)).isCloseTo(squared, within(1e-9 * (1 + squared)));
      for (int i = 0; i < vectors.length; i++) {
        double product = Gradients.dot(vectors[i], step);
        assertThat(gramian.times(weights)[i]).isCloseTo(product, within(1e-9 * (1 + squared)));
      }
    }
  }

  @Test
  void floatsAreAddedUpInDouble() {
    float[] vector = new float[1 << 16];
    java.util.Arrays.fill(vector, 0.1f);
    double expected = vector.length * ((double) 0.1f * 0.1f);

    assertThat(Gramian.of(new float[][] {vector}).product(0, 0)).isCloseTo(expected, within(1e-8));
  }

  @Test
  void scalesRowsAndColumns() {
    Gramian scaled = Gramian.of(new double[][] {{1, 2}, {3, 4}}).scaled(new double[] {2, -1});

    assertThat(scaled).isEqualTo(Gramian.of(new double[][] {{2, 4}, {-3, -4}}));
  }

  @Test
  void refusesWhatIsNoGramian() {
    assertThatThrownBy(() -> Gramian.of(new double[][] {{1, Double.NaN}, {1, 1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the product of vectors 0 and 0 is NaN");
    assertThatThrownBy(() -> Gramian.ofProducts(new double[][] {{1, 2}, {-2, 1}}))
        .hasMessage("a Gramian is symmetric, [0][1] is 2.0 and [1][0] is -2.0");
    assertThatThrownBy(() -> Gramian.ofProducts(new double[][] {{-1}}))
        .hasMessage("vector 0 has the squared norm -1.0");
    assertThatThrownBy(() -> Gramian.ofProducts(new double[][] {{1, 0}}))
        .hasMessage("a Gramian is square, row 0 of 1 has 2");
    assertThatThrownBy(() -> Gramian.of(new double[0][]))
        .hasMessage("a Gramian needs at least one vector");
  }
}
