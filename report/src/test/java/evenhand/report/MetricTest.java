package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.metric.CellMetric;
import evenhand.metric.MeanMetric;
import evenhand.metric.Statistic;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MetricTest {

  private static Stream<String> measured() {
    return Stream.of(
            Arrays.stream(Statistic.values()).map(Statistic::id),
            Arrays.stream(CellMetric.values()).map(CellMetric::id),
            Arrays.stream(MeanMetric.values()).map(MeanMetric::id),
            Stream.of("auc", "ece", "tprd", "max_fnr", "recall:a_b"))
        .flatMap(ids -> ids);
  }

  @ParameterizedTest
  @MethodSource("measured")
  void everythingAnAuditMeasuresIsDefined(String id) {
    assertThat(Metric.of(id).definition()).isNotBlank();
    assertThat(Metric.of(id).title()).isNotBlank();
  }

  @Test
  void aRateIsDefinedWhereItIsMeasured() {
    assertThat(Metric.of("precision").definition()).isEqualTo(Statistic.PRECISION.formula());
  }

  @Test
  void namesOfClassesStayAsTheyAre() {
    assertThat(Metric.of("recall:a_b").title()).isEqualTo("recall of a_b");
  }

  @Test
  void whatIsNotKnownKeepsItsName() {
    assertThat(Metric.of("some_metric").title()).isEqualTo("some metric");
    assertThat(Metric.of("some_metric").definition()).isEmpty();
  }
}
