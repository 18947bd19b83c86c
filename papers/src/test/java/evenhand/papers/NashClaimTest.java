package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.papers.NashClaim.Change;
import evenhand.papers.NashClaim.Changes;
import evenhand.papers.NashClaim.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NashClaimTest {

  private static final Change UP = Change.of(new double[] {80, 82}, new double[] {85, 87.1});
  private static final Change DOWN = Change.of(new double[] {10, 12}, new double[] {5, 7.1});
  private static final Change NOISE = Change.of(new double[] {0, 0}, new double[] {-1, 2});

  @Test
  void upIsBetterOverallAndDownIsLessDisparity() {
    assertThat(new Changes(UP, DOWN).betterOverall()).isEqualTo(Verdict.CONFIRMED);
    assertThat(new Changes(UP, DOWN).lessDisparity()).isEqualTo(Verdict.CONFIRMED);
    assertThat(new Changes(DOWN, UP).betterOverall()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(new Changes(DOWN, UP).lessDisparity()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(new Changes(NOISE, NOISE).betterOverall()).isEqualTo(Verdict.UNDECIDED);
    assertThat(new Changes(NOISE, NOISE).lessDisparity()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aSingleRunDecidesNothing() {
    Change one = Change.of(new double[] {80}, new double[] {90});

    assertThat(new Changes(one, one).betterOverall()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void tellsPointsAndPercentAndWhereItWasPicked() {
    assertThat(
            new NashClaim(
                "student, honest",
                NashMethod.FORML,
                new Changes(UP, DOWN),
                1,
                2,
                new Changes(NOISE, DOWN)))
        .hasToString(
            "student, honest: bargaining before forml changed, at the epochs picked (1 of 2 of the"
                + " bargaining itself), balanced accuracy by +5.05 ± 0.05 points (+6 %) and the max"
                + " gap by −4.95 ± 0.05 points (−45 %); better overall is confirmed, less"
                + " disparity is confirmed. At the last epoch it changed balanced accuracy by +0.50"
                + " ± 1.50 points (from 0) and the max gap by −4.95 ± 0.05 points (−45 %); better"
                + " overall is undecided, less disparity is confirmed.");
  }

  @Test
  void countsVerdicts() {
    assertThat(
            Changes.summary(
                List.of(new Changes(UP, DOWN), new Changes(UP, UP), new Changes(NOISE, DOWN))))
        .isEqualTo(
            "of 3, better overall is confirmed in 2, undecided in 1, contradicted in 0; less"
                + " disparity is confirmed in 2, undecided in 0, contradicted in 1; both are"
                + " confirmed in 1.");
  }
}
