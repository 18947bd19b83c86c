package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.Measurement;
import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.parity.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AxesTest {

  private static final AuditOptions QUICK = AuditOptions.defaults().withReplicates(100);

  private static double[][][] cells(Votes votes, List<Groups> attributes) {
    double[][][] cells = new double[attributes.size()][][];
    for (int a = 0; a < cells.length; a++) {
      cells[a] = new double[attributes.get(a).names().size()][4];
      for (int i = 0; i < votes.labels().length; i++) {
        cells[a][attributes.get(a).codes()[i]][
            2 * votes.labels()[i] + (int) votes.decisions()[i]]++;
      }
    }
    return cells;
  }

  @Test
  void gapsFromCellsAreThoseOfTheAudit() {
    Votes votes = Votes.random(7, 900);
    SplittableRandom random = new SplittableRandom(8);
    int[] codes = random.ints(900, 0, 3).toArray();
    List<Groups> attributes =
        List.of(votes.groups(), new Groups("race", List.of("x", "y", "z"), codes));
    Audit audit = Audit.of(votes.outcomes(), attributes, QUICK);
    List<String> parities = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      parities.add(parity.id());
      if (parity != Parity.BOUNDED_GROUP_LOSS) {
        parities.addAll(List.of(parity.id() + ":to_overall", parity.id() + ":ratio"));
      }
    }
    for (String parity : parities) {
      Axes axes = Axes.of(Merit.ACCURACY, parity, List.of("sex", "race"));
      Measurement audited = axes.gapOf(audit);
      assertThat(axes.gapOf(cells(votes, attributes)).orElseThrow())
          .as(parity)
          .isCloseTo(audited.value().orElseThrow(), within(1e-12));
      assertThat(audited.low().orElseThrow()).isLessThanOrEqualTo(audited.value().orElseThrow());
      assertThat(audited.high().orElseThrow())
          .isGreaterThanOrEqualTo(audited.value().orElseThrow());
    }
  }

  @Test
  void ofSeveralAttributesTheWorstCounts() {
    Votes votes = Votes.random(7, 900);
    int[] halves = new int[900];
    for (int i = 450; i < 900; i++) {
      halves[i] = 1;
    }
    List<Groups> attributes =
        List.of(votes.groups(), new Groups("half", List.of("first", "second"), halves));
    Audit audit = Audit.of(votes.outcomes(), attributes, QUICK);
    double sex = gap("demographic_parity@sex", audit);
    double half = gap("demographic_parity@half", audit);
    assertThat(sex).isNotEqualTo(half);
    assertThat(gap("demographic_parity", audit)).isEqualTo(Math.max(sex, half));
    assertThat(gap("demographic_parity:ratio", audit))
        .isEqualTo(
            Math.min(
                gap("demographic_parity:ratio@sex", audit),
                gap("demographic_parity:ratio@half", audit)));
  }

  private static double gap(String parity, Audit audit) {
    return Axes.of(Merit.ACCURACY, parity, List.of("sex", "half"))
        .gapOf(audit)
        .value()
        .orElseThrow();
  }

  @Test
  void aGroupWithoutEvidenceLeavesNoGapAndSaysWhy() {
    Votes votes = Votes.random(9, 100);
    int[] codes = new int[100];
    codes[0] = 1;
    Audit audit =
        Audit.of(
            votes.outcomes(), List.of(new Groups("sex", List.of("many", "one"), codes)), QUICK);
    Measurement gap = Axes.of(Merit.ACCURACY, "demographic_parity", List.of("sex")).gapOf(audit);
    assertThat(gap.value()).isEmpty();
    assertThat(gap.reason().orElseThrow()).contains("one: 1 row, fewer than 30");
  }

  @Test
  void pointsAreTurnedThereAndBack() {
    Axes axes = Axes.of(Merit.ERROR_RATE, "demographic_parity:ratio", List.of("sex"));
    Point point = axes.point(0.2, 0.9);
    assertThat(point.merit()).isEqualTo(-0.2);
    assertThat(point.gap()).isCloseTo(0.1, within(1e-12));
    assertThat(axes.meritAt(point)).isEqualTo(0.2);
    assertThat(axes.gapAt(point)).isCloseTo(0.9, within(1e-12));
    assertThat(axes.parity()).isEqualTo("demographic_parity:ratio");
    assertThat(axes.gapWord()).isEqualTo("ratio");
  }

  @Test
  void refusesWhatCantBeCompared() {
    assertThatThrownBy(() -> Axes.of(Merit.ACCURACY, "demographic_parity", List.of()))
        .isInstanceOf(DataException.class)
        .hasMessage("a gap needs groups; name the group columns with --group");
    assertThatThrownBy(() -> Axes.of(Merit.ACCURACY, "demographic_parity@age", List.of("sex")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("names no group");
    assertThatThrownBy(() -> Axes.of(Merit.ACCURACY, "evenness", List.of("sex")))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("there is no parity evenness");
  }
}
