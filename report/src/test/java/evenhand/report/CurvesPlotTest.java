package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CurvesPlotTest {

  @Test
  void drawsEveryCurveInAColourOfItsOwn() {
    CurvesPlot.Curve one =
        new CurvesPlot.Curve("one", List.of(1.0, 5.0), List.of(80.0, 85.0), List.of(0.2, 0.1));
    CurvesPlot.Curve other =
        new CurvesPlot.Curve("other", List.of(2.0, 6.0), List.of(79.0, 84.0), List.of(0.2, 0.1));
    Plot plot = CurvesPlot.of("gap", "accuracy", 75, List.of(one, other));

    assertThat(plot.svg()).isNotEqualTo(CurvesPlot.of("gap", "accuracy", 75, List.of(one)).svg());
    assertThat(plot.png())
        .isEqualTo(CurvesPlot.of("gap", "accuracy", 75, List.of(one, other)).png());
  }
}
