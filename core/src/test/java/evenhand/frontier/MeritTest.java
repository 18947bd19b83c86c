package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeritTest {

  @Test
  void everyMeritIsAMetricOfTheAuditAndAgreesWithIt() {
    Votes votes = Votes.random(3, 500);
    BinaryOutcomes outcomes = votes.outcomes();
    Groups groups = votes.groups();
    Audit audit = Audit.of(outcomes, List.of(groups), AuditOptions.defaults().withReplicates(100));
    double[] ones = new double[outcomes.size()];
    Arrays.fill(ones, 1);
    for (Merit merit : Merit.values()) {
      double audited =
          audit.attributes().get(0).overall().metrics().get(merit.id()).value().orElseThrow();
      double own =
          merit.cells().isPresent()
              ? merit.cells().get().apply(votes.cells()).orElseThrow()
              : merit
                  .ofScores(outcomes.labels(), outcomes.scores().orElseThrow(), ones)
                  .orElseThrow();
      assertThat(own).as(merit.id()).isCloseTo(audited, within(1e-12));
    }
  }

  @Test
  void turnedIsHigherWhereBetter() {
    assertThat(Merit.ACCURACY.turned(0.8)).isEqualTo(0.8);
    assertThat(Merit.ERROR_RATE.turned(0.2)).isEqualTo(-0.2);
    assertThat(Merit.ERROR_RATE.worst()).hasValue(-1);
    assertThat(Merit.LOG_LOSS.worst()).isEmpty();
  }

  @Test
  void refusesWhatHasNoBetterEnd() {
    assertThat(Merit.named("balanced_accuracy")).isEqualTo(Merit.BALANCED_ACCURACY);
    assertThatThrownBy(() -> Merit.named("selection_rate"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "selection_rate is no metric that a gap can be traded against; they are accuracy, ");
  }
}
