package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Column;
import evenhand.data.Table;
import evenhand.tables.LendingGenerator.Noise;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LendingTruthTest {

  private static final int CUT = 620;

  /** Each within five standard deviations of a proportion of as many rows. */
  @Test
  void ratesOfALargeTableAreTheTrueOnes() {
    for (LendingGenerator model :
        List.of(
            LendingGenerator.defaults(),
            new LendingGenerator(0.2, -0.3, -0.4, 0.7, new Noise(1.2, 0.1)))) {
      Table table = model.table("t", 200_000, 3);
      for (String group : List.of("A", "B")) {
        Counts counts = Counts.of(table, group);

        assertThat(counts.rate(counts.approved, counts.rows))
            .isEqualTo(model.truth().baseRate(group), within(counts.error(counts.rows)));
        assertThat(counts.rate(counts.accepted, counts.rows))
            .isEqualTo(model.truth().selectionRate(group, CUT), within(counts.error(counts.rows)));
        assertThat(counts.rate(counts.both, counts.approved))
            .isEqualTo(
                model.truth().truePositiveRate(group, CUT), within(counts.error(counts.approved)));
        assertThat(counts.rate(counts.accepted - counts.both, counts.rows - counts.approved))
            .isEqualTo(
                model.truth().falsePositiveRate(group, CUT),
                within(counts.error(counts.rows - counts.approved)));
        assertThat(counts.rate(counts.accepted + counts.approved - 2 * counts.both, counts.rows))
            .isEqualTo(model.truth().errorRate(group, CUT), within(counts.error(counts.rows)));
      }
    }
  }

  @Test
  void ageGroupsDoNotDiffer() {
    Table table = LendingGenerator.defaults().table("t", 100_000, 4);
    double[] rates = new double[3];
    int[] rows = new int[3];
    Column.Categorical age = (Column.Categorical) table.column("age_group");
    for (int row = 0; row < table.rows(); row++) {
      rows[age.codes()[row]]++;
      rates[age.codes()[row]] += "yes".equals(table.column("approved").text(row)) ? 1 : 0;
    }

    // five standard deviations of a difference of proportions of 16,000 rows each
    assertThat(rates[0] / rows[0]).isEqualTo(rates[1] / rows[1], within(0.027));
    assertThat(rates[0] / rows[0]).isEqualTo(rates[2] / rows[2], within(0.027));
  }

  /**
   * scipy 1.17.1: norm.sf, and quad of norm.pdf(x) * norm.sf((k - r*x) / sqrt(1 - r*r)) from h to
   * infinity for both above h and k, with h = 0.25 or 0.75 and k = 19.5/80 or 19.5/80 + 0.4, each
   * over sqrt(1.25, and r = 1/1.25.
   */
  @Test
  void ratesAreThoseOfScipy() {
    LendingTruth truth = LendingGenerator.defaults().truth();

    assertThat(truth.baseRate("A")).isEqualTo(0.41153163687906075, within(1e-12));
    assertThat(truth.baseRate("B")).isEqualTo(0.25116747718025106, within(1e-12));
    assertThat(truth.selectionRate("A", CUT)).isEqualTo(0.4137080779577163, within(1e-12));
    assertThat(truth.selectionRate("B", CUT)).isEqualTo(0.282379410355873, within(1e-12));
    assertThat(truth.truePositiveRate("A", CUT)).isEqualTo(0.7599757958278108, within(1e-11));
    assertThat(truth.truePositiveRate("B", CUT)).isEqualTo(0.7250935465892053, within(1e-11));
    assertThat(truth.falsePositiveRate("A", CUT)).isEqualTo(0.17155381841909287, within(1e-11));
    assertThat(truth.falsePositiveRate("B", CUT)).isEqualTo(0.13388773922619124, within(1e-11));
  }

  /** Sheppard: P(X > 0, Y > 0) of standard normals is 1/4 + asin(correlation)/2π. */
  @Test
  void jointProbabilitiesAtZeroAreSheppards() {
    // the cut 601 accepts unrounded scores from 600.5 on; this bias puts group B's bar there at 0
    LendingGenerator model = new LendingGenerator(0.5, 0, 0, -0.5 / 80, new Noise(1, Math.sqrt(3)));
    double both = 0.25 + Math.asin(1 / (Math.sqrt(2) * 2)) / (2 * Math.PI);

    assertThat(model.truth().truePositiveRate("B", 601)).isEqualTo(2 * both, within(1e-12));
  }

  @Test
  void gapsAreDifferencesAndAlikeGroupsHaveNone() {
    LendingTruth truth = LendingGenerator.defaults().truth();
    LendingTruth alike = new LendingGenerator(0.4, 0.25, 0, 0, new Noise(0.5, 0.5)).truth();

    assertThat(truth.selectionRateGap(CUT)).isPositive();
    assertThat(truth.truePositiveRateGap(CUT))
        .isEqualTo(truth.truePositiveRate("A", CUT) - truth.truePositiveRate("B", CUT));
    assertThat(alike.baseRateGap()).isZero();
    assertThat(alike.selectionRateGap(CUT)).isZero();
    assertThat(alike.truePositiveRateGap(CUT)).isZero();
  }

  @Test
  void otherGroupsAndCutsAreRefused() {
    LendingTruth truth = LendingGenerator.defaults().truth();

    assertThatThrownBy(() -> truth.baseRate("C"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the groups are A and B, not C");
    assertThatThrownBy(() -> truth.selectionRate("A", 300))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a cut of the score must be in (300, 850], was 300");
  }

  private static final class Counts {

    private int rows;
    private int approved;
    private int accepted;
    private int both;

    static Counts of(Table table, String group) {
      Counts counts = new Counts();
      double[] score = table.numeric("credit_score").values();
      for (int row = 0; row < table.rows(); row++) {
        if (group.equals(table.column("group").text(row))) {
          boolean approved = "yes".equals(table.column("approved").text(row));
          boolean accepted = score[row] >= CUT;
          counts.rows++;
          counts.approved += approved ? 1 : 0;
          counts.accepted += accepted ? 1 : 0;
          counts.both += approved && accepted ? 1 : 0;
        }
      }
      return counts;
    }

    double rate(int hits, int trials) {
      return (double) hits / trials;
    }

    double error(int trials) {
      return 5 * Math.sqrt(0.25 / trials);
    }
  }
}
