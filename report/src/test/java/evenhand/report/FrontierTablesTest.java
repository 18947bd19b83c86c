package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.Table;
import org.junit.jupiter.api.Test;

final class FrontierTablesTest {

  @Test
  void theFrontierHasARowAMemberAndPart() {
    Table table = FrontierTables.frontier(Frontiers.chosen());
    assertThat(table.rows()).isEqualTo(12);
    assertThat(table.names())
        .containsExactly(
            "part",
            "method",
            "strength",
            "seed",
            "accuracy",
            "accuracy_low",
            "accuracy_high",
            "gap",
            "gap_low",
            "gap_high",
            "on_frontier_share",
            "knee",
            "chosen");
    assertThat(table.column("part").text(0)).isEqualTo("training");
    assertThat(table.column("gap").text(1)).isEqualTo("0.02");
    assertThat(table.column("chosen").text(1)).isEqualTo("yes");
    assertThat(table.column("knee").text(2)).isEqualTo("yes");
  }

  @Test
  void alternativesHaveARowACandidateAndEmptyFieldsWhereNothingWasMeasured() {
    Table table = FrontierTables.alternatives(Frontiers.chosen());
    assertThat(table.rows()).isEqualTo(8);
    assertThat(table.column("validation_status").text(5)).isEqualTo("dominated");
    assertThat(table.column("reason").text(5)).isEqualTo("not chosen, number 5");
    assertThat(table.column("test_accuracy").isMissing(7)).isTrue();
    assertThat(table.column("test_gap").text(0)).startsWith("0.009");
  }
}
