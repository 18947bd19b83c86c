package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SharedDrawsTest {

  @Test
  void countsRowsThatChanceCannotTellApart() {
    double[] draws = {0.1, 0.1, 0.3, 0.4, 0.4, 0.4, 0.5, 0.5};
    double[] acceptance = {0.5, 0.5, 0.5, 0.2, 0.2, 0.7, 1, 0};
    assertThat(SharedDraws.remark("t.csv", draws, acceptance, "their values"))
        .contains(
            "t.csv: of 6 rows on which chance decides, 5 share their draw with others, and what is expected of them is not kept: rows are told apart by their values");
    assertThat(SharedDraws.remark("t.csv", draws, new double[8], "their values")).isEmpty();
  }
}
