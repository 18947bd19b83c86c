package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenhand.data.Groups;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DecisionCountsTest {

  private static final Groups TWO = new Groups("g", List.of("a", "b"), new int[] {0, 1, 1, 0, 1});

  private static DecisionCounts of(Optional<double[]> weights) {
    return DecisionCounts.of(new double[] {1, 0, 0.5, 0, 1}, weights, List.of(TWO)).get(0);
  }

  @Test
  void countsWhoWasAccepted() {
    DecisionCounts counts = of(Optional.empty());
    assertThat(counts.rows(1)).isEqualTo(3);
    assertThat(counts.cells(0)).containsExactly(1, 1);
    assertThat(counts.cells(1)).containsExactly(1.5, 1.5);
    assertThat(counts.squares(1)).isEqualTo(counts.cells(1));
    assertThat(counts.rate(1)).isEqualTo(new Rate(1.5, 3));
  }

  @Test
  void weightsCountAsTheyWeigh() {
    DecisionCounts counts = of(Optional.of(new double[] {2, 1, 3, 4, 0}));
    assertThat(counts.cells(0)).containsExactly(4, 2);
    assertThat(counts.cells(1)).containsExactly(2.5, 1.5);
    assertThat(counts.squares(1)).containsExactly(5.5, 4.5);
  }

  @Test
  void addsUp() {
    DecisionCounts known = DecisionCounts.of(new long[] {4, 2}, new long[] {1, 2});
    DecisionCounts sum = known.plus(of(Optional.empty()));
    assertThat(sum.rows(0)).isEqualTo(6);
    assertThat(sum.rate(0)).isEqualTo(new Rate(2, 6));
    assertThat(sum.rate(1)).isEqualTo(new Rate(3.5, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DecisionCounts.of(new long[] {1}, new long[] {2}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> known.plus(DecisionCounts.of(new long[] {1}, new long[] {1})));
  }
}
