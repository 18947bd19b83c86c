package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CholeskyTest {

  @Test
  void solvesRandomSystems() {
    SplittableRandom random = new SplittableRandom(1);
    for (int size = 1; size <= 30; size++) {
      double[] root = random.doubles((long) size * size, -1, 1).toArray();
      double[] matrix = new double[size * size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          for (int k = 0; k < size; k++) {
            matrix[i * size + j] += root[i * size + k] * root[j * size + k];
          }
        }
        matrix[i * size + i] += 1;
      }
      double[] expected = random.doubles(size, -1, 1).toArray();
      double[] vector = new double[size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          vector[i] += matrix[i * size + j] * expected[j];
        }
      }

      Cholesky.of(size, matrix).solve(vector);

      assertThat(vector).containsExactly(expected, within(1e-11));
    }
  }

  @Test
  void leavesOutADirectionThatRoundingTookAway() {
    double[] singular = {1, 1, 1, 1};
    double[] vector = {2, 2};

    Cholesky.of(2, singular).solve(vector);

    assertThat(vector).containsExactly(new double[] {2, 0}, within(1e-12));
  }
}
