package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.torch.MlpLearner;
import evenhand.train.Condensed;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CondensationTest {

  private static final int ROWS = 400;

  /** Label 1 where the only feature is above 0; the first tenth of the labels is turned around. */
  private static Sample rows(int wrong, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[ROWS];
    int[] labels = new int[ROWS];
    int[] codes = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = (float) random.nextDouble(-2, 2);
      labels[i] = (values[i] > 0 ? 1 : 0) ^ (i < wrong ? 1 : 0);
      codes[i] = i % 2;
    }
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    return new Sample(
        new DenseMatrix(ROWS, 1, values),
        labels,
        ones,
        ones,
        List.of(new Groups("group", List.of("a", "b"), codes)));
  }

  private static Method.Task task(Optional<Sample> trusted) {
    MlpLearner learner =
        MlpLearner.of(Map.of("hidden", "8", "epochs", "20", "batch", "40", "rate", "0.01"));
    return new Method.Task(rows(40, 1), Optional.empty(), trusted, List.of(), learner, 3);
  }

  private static double meanForgotten(Condensed condensed, int from, int to) {
    return condensed.rows().subList(from, to).stream()
        .mapToInt(row -> row.worth().orElseThrow().forgotten())
        .average()
        .orElseThrow();
  }

  private static double meanWeight(Condensed condensed, int from, int to) {
    return condensed.rows().subList(from, to).stream()
        .mapToDouble(row -> row.worth().orElseThrow().weight())
        .average()
        .orElseThrow();
  }

  @Test
  void rowsThatAreLabelledWronglyWeighLess() {
    Condensation condensation =
        new Condensation("forml", Map.of("goal", "mean", "weight-rate", "1000"), 0.25);

    Condensed condensed = condensation.on(task(Optional.of(rows(0, 2))), ProgressListener.NONE);

    assertThat(condensed.trusted()).isZero();
    assertThat(condensed.kept()).hasSize(300);
    assertThat(meanWeight(condensed, 0, 40)).isLessThan(0.8 * meanWeight(condensed, 40, ROWS));
  }

  /** A network that weighs little learns the right labels, and the wrong ones hardly ever. */
  @Test
  void rowsThatAreLabelledWronglyAreForgottenMore() {
    Condensed condensed =
        new Condensation("forml", Map.of("goal", "mean"), 0.25)
            .on(task(Optional.of(rows(0, 2))), ProgressListener.NONE);

    assertThat(meanForgotten(condensed, 0, 40)).isBetween(1.0, 20.0);
    assertThat(meanForgotten(condensed, 40, ROWS)).isLessThan(1);
  }

  @Test
  void thoseThatContributeLeastGo() {
    Condensed condensed =
        new Condensation("forml", Map.of(), 0.25).on(task(Optional.empty()), ProgressListener.NONE);

    int weighed = ROWS - condensed.trusted();
    assertThat(condensed.trusted()).isEqualTo(20);
    assertThat(ROWS - condensed.kept().length).isEqualTo(weighed / 4);
    double largest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (Condensed.Row row : condensed.rows()) {
      if (row.worth().isPresent() && row.kept()) {
        least = Math.min(least, row.worth().get().contribution());
      } else if (row.worth().isPresent()) {
        largest = Math.max(largest, row.worth().get().contribution());
      }
    }
    assertThat(largest).isLessThanOrEqualTo(least);
  }

  @Test
  void theSameTaskGivesTheSameRows() {
    Condensation condensation = new Condensation("meta-weight-net", Map.of(), 0.1);

    assertThat(condensation.on(task(Optional.empty()), ProgressListener.NONE))
        .isEqualTo(condensation.on(task(Optional.empty()), ProgressListener.NONE));
  }

  @Test
  void whatLearnsNoWeightsIsRefused() {
    assertThatThrownBy(() -> new Condensation("plain", Map.of(), 0.1))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("the method plain learns no weights to condense by");
    for (double share : new double[] {-0.1, 1, Double.NaN}) {
      assertThatThrownBy(() -> new Condensation("forml", Map.of(), share))
          .isInstanceOf(DataException.class)
          .hasMessage("the share to drop must be in [0, 1), was " + share);
    }
  }
}
