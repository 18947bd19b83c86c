package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CredibilityTest {

  @Test
  void areWhatTheySay() {
    double[] rows = {100, 25, 4};

    assertThat(new Credibility.Full().of(rows)).containsExactly(1, 1, 1);
    assertThat(new Credibility.Shrunk(100).of(rows)).containsExactly(0.5, 25.0 / 125, 4.0 / 104);
    assertThat(Credibility.Adaptive.SIZE.of(rows)).containsExactly(1, 0.25, 0.04);
    assertThat(Credibility.Adaptive.STANDARD_ERROR.of(rows)).containsExactly(1, 0.5, 0.2);
  }

  @Test
  void growWithTheRowsAndStayWithinZeroAndOne() {
    for (Credibility each :
        List.of(
            new Credibility.Full(),
            new Credibility.Shrunk(30),
            Credibility.Adaptive.SIZE,
            Credibility.Adaptive.STANDARD_ERROR)) {
      SplittableRandom random = new SplittableRandom(4);
      for (int round = 0; round < 100; round++) {
        double[] rows = random.doubles(5, 1e-3, 1e4).sorted().toArray();

        assertThat(each.of(rows)).isSorted();
        assertThat(each.of(rows)[0]).isPositive();
        assertThat(each.of(rows)[4]).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void refusesANegativePrior() {
    assertThatThrownBy(() -> new Credibility.Shrunk(-1))
        .hasMessage("the rows of a prior must be at least 0 and finite, were -1.0");
  }
}
