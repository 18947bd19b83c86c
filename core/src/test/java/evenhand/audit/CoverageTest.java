package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.CoverageStudy.Measure;
import evenhand.audit.CoverageStudy.Method;
import evenhand.audit.CoverageStudy.Outcome;
import evenhand.audit.CoverageStudy.Setting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short slice of {@link CoverageStudy} with a fixed seed. */
final class CoverageTest {

  private static final int SAMPLES = 200;
  private static final int REPLICATES = 200;

  /** Three standard errors of a share of 200 samples that is truly 0.95. */
  private static final double FEWEST = 0.95 - 3 * Math.sqrt(0.95 * 0.05 / SAMPLES);

  private static Map<Method, Outcome> run(Setting setting) {
    return new CoverageStudy(setting, SAMPLES / 3, REPLICATES, 7).run();
  }

  @ParameterizedTest
  @CsvSource({
    "SELECTION_DIFFERENCE, 2, 50, 0",
    "SELECTION_DIFFERENCE, 2, 500, 0.03",
    "SELECTION_DIFFERENCE, 2, 500, 0.3",
    "SELECTION_DIFFERENCE, 5, 500, 0",
    "SELECTION_DIFFERENCE, 5, 5000, 0.03",
    "SELECTION_RATIO, 2, 500, 0",
    "SELECTION_RATIO, 5, 50, 0.03",
    "SELECTION_RATIO, 5, 500, 0",
    "EQUALIZED_ODDS, 2, 500, 0",
    "EQUALIZED_ODDS, 5, 500, 0.03"
  })
  void intervalsHoldTheTrueGap(Measure measure, int groups, int rows, double gap) {
    Setting setting = new Setting(measure, groups, rows, 0.3, gap);
    Outcome ours = new CoverageStudy(setting, SAMPLES, REPLICATES, 7).ours();
    assertThat(ours.coverage()).isGreaterThanOrEqualTo(FEWEST);
  }

  /** Why none of the textbook's three is taken: of even groups they do not find the 0. */
  @Test
  void resamplingTheGapItselfMissesEvenGroups() {
    Map<Method, Outcome> outcomes = run(new Setting(Measure.SELECTION_DIFFERENCE, 5, 500, 0.3, 0));
    assertThat(outcomes.get(Method.PERCENTILE).coverage()).isLessThan(0.1);
    assertThat(outcomes.get(Method.BIAS_CORRECTED).coverage()).isLessThan(0.1);
    assertThat(outcomes.get(Method.BASIC).coverage()).isLessThan(0.9);
  }

  /** Where all methods agree, ours is no wider: two groups far apart. */
  @Test
  void isAsNarrowAsThePercentileIntervalOfALargeGap() {
    Map<Method, Outcome> outcomes =
        run(new Setting(Measure.SELECTION_DIFFERENCE, 2, 500, 0.3, 0.3));
    assertThat(outcomes.get(Method.OURS).width())
        .isLessThan(1.1 * outcomes.get(Method.PERCENTILE).width());
  }
}
