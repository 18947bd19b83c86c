package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.papers.NashClaim.Change;
import evenhand.papers.NashClaim.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NashClaimTest {

  private static final Change UP = Change.of(new double[] {80, 82}, new double[] {85, 87.1});
  private static final Change DOWN = Change.of(new double[] {10, 12}, new double[] {5, 7.1});
  private static final Change NOISE = Change.of(new double[] {0, 0}, new double[] {-1, 2});

  private static NashClaim claim(Change overall, Change gap) {
    return new NashClaim("student, honest", NashMethod.FORML, overall, gap);
  }

  @Test
  void upIsBetterOverallAndDownIsLessDisparity() {
    assertThat(claim(UP, DOWN).betterOverall()).isEqualTo(Verdict.CONFIRMED);
    assertThat(claim(UP, DOWN).lessDisparity()).isEqualTo(Verdict.CONFIRMED);
    assertThat(claim(DOWN, UP).betterOverall()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(claim(DOWN, UP).lessDisparity()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(claim(NOISE, NOISE).betterOverall()).isEqualTo(Verdict.UNDECIDED);
    assertThat(claim(NOISE, NOISE).lessDisparity()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aSingleRunDecidesNothing() {
    Change one = Change.of(new double[] {80}, new double[] {90});

    assertThat(claim(one, one).betterOverall()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void tellsPointsAndPercent() {
    assertThat(claim(UP, DOWN))
        .hasToString(
            "student, honest: bargaining before forml changed balanced accuracy by +5.05 ± 0.05"
                + " points (+6 %) and the max gap by −4.95 ± 0.05 points (−45 %); better overall"
                + " is confirmed, less disparity is confirmed.");
    assertThat(NOISE).hasToString("+0.50 ± 1.50 points (from 0)");
  }

  @Test
  void countsVerdicts() {
    assertThat(NashClaim.summary(List.of(claim(UP, DOWN), claim(UP, UP), claim(NOISE, DOWN))))
        .isEqualTo(
            "of 3, better overall is confirmed in 2, undecided in 1, contradicted in 0; less"
                + " disparity is confirmed in 2, undecided in 0, contradicted in 1; both are"
                + " confirmed in 1.");
  }
}
