package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PriceGridTest {

  private static Sample sample(int groups) {
    int[] labels = new int[12 * groups];
    int[] codes = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      codes[i] = i % groups;
      labels[i] = i / groups % 2;
    }
    List<String> names = List.of("a", "b", "c", "d").subList(0, groups);
    return Sample.of(
        new DenseMatrix(labels.length, 1, new float[labels.length]),
        labels,
        List.of(new Groups("group", names, codes)));
  }

  private static List<double[]> grid(int groups, String requirement, int points, long seed) {
    return PriceGrid.of(
        Toys.problem(sample(groups), requirement), new GridSearch.Options(points, 2), seed);
  }

  @Test
  void twoGroupsHaveOneSignedAxis() {
    List<double[]> grid = grid(2, "demographic_parity:to_overall<=0.1", 31, 1);

    assertThat(grid).hasSize(31);
    assertThat(grid.get(0)).containsOnly(0);
    for (double[] prices : grid.subList(1, 31)) {
      assertThat(Arrays.stream(prices).filter(p -> p > 0).count()).isEqualTo(1);
    }
    assertThat(grid.stream().filter(prices -> prices[0] > 0)).hasSize(15);
  }

  @Test
  void oppositePricesNeverMeet() {
    for (double[] prices : grid(2, "equalized_odds<=0.1", 41, 1)) {
      assertThat(prices[0] * prices[1]).isZero();
      assertThat(prices[2] * prices[3]).isZero();
    }
  }

  @Test
  void manyAxesAreSampledFromTheSeed() {
    List<double[]> one = grid(4, "demographic_parity:to_overall<=0.1", 50, 1);
    List<double[]> again = grid(4, "demographic_parity:to_overall<=0.1", 50, 1);
    List<double[]> other = grid(4, "demographic_parity:to_overall<=0.1", 50, 2);

    assertThat(one).hasSize(50);
    assertThat(one.get(0)).containsOnly(0);
    assertThat(one).usingRecursiveComparison().isEqualTo(again);
    assertThat(one.get(20)).isNotEqualTo(other.get(20));
    for (int j = 0; j < 8; j++) {
      int inequality = j;
      assertThat(one.stream().filter(prices -> prices[inequality] > 0)).hasSizeGreaterThan(10);
    }
    assertThat(one).allMatch(prices -> Arrays.stream(prices).allMatch(p -> p >= 0));
  }
}
