package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.metric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ReplicatesTest {

  private static final Point LOW = new Point(0.7, 0.0);
  private static final Point MIDDLE = new Point(0.75, 0.1);
  private static final Point HIGH = new Point(0.8, 0.1);

  @Test
  void sharesAreCounted() {
    Replicates drawn =
        new Replicates(
            3,
            List.of(
                List.of(LOW, MIDDLE, HIGH),
                List.of(LOW, HIGH, MIDDLE),
                List.of(LOW, HIGH, HIGH),
                List.of(LOW, MIDDLE, HIGH)));
    assertThat(drawn.onFrontier().orElseThrow()).containsExactly(1, 0.5, 0.75);
    assertThat(drawn.dominates(2, 1)).hasValue(0.5);
    assertThat(drawn.dominates(1, 2)).hasValue(0.25);
    assertThat(drawn.exceeds(2, 0)).hasValue(1);
    Replicates.Differences apart = drawn.difference(2, 1, 0.9).orElseThrow();
    assertThat(apart.merit().low()).isCloseTo(-0.05, within(1e-12));
    assertThat(apart.gap()).isEqualTo(new Interval(0, 0));
  }

  @Test
  void aReplicateWithoutSomePointSaysNothing() {
    Replicates drawn =
        Replicates.of(
            2,
            List.of(
                List.of(Optional.of(LOW), Optional.empty()),
                List.of(Optional.of(LOW), Optional.of(HIGH))));
    assertThat(drawn.count()).isEqualTo(1);
    Replicates none = new Replicates(2, List.of());
    assertThat(none.onFrontier()).isEmpty();
    assertThat(none.dominates(0, 1)).isEmpty();
    assertThat(none.difference(0, 1, 0.95)).isEmpty();
    assertThat(none.hypervolume(new Point(0, 1), 0.5, 1, 0.95)).isEmpty();
  }

  /**
   * The hardest case, ten candidates all of the same true accuracy 0.7 and gap 0: the best of a
   * sample looks better than any is. A nominal 95 % interval holds the true area 0.7 in 83 % of
   * samples; one of the replicates' own percentiles does in few.
   */
  @Test
  void intervalsOfTheHypervolumeAllowForTheLuckOfTheFrontier() {
    SplittableRandom random = new SplittableRandom(21);
    int held = 0;
    int heldByPercentiles = 0;
    int samples = 200;
    for (int sample = 0; sample < samples; sample++) {
      double[] errors = new double[10];
      for (int c = 0; c < errors.length; c++) {
        errors[c] = 0.01 * random.nextGaussian();
      }
      Frontier shown = Frontier.of(points(errors, new double[10]));
      List<List<Point>> drawn = new ArrayList<>();
      for (int r = 0; r < 200; r++) {
        double[] more = random.doubles(10).map(u -> 0.01 * random.nextGaussian()).toArray();
        drawn.add(points(errors, more));
      }
      Point reference = new Point(0, 1);
      Interval interval =
          new Replicates(10, drawn)
              .hypervolume(reference, shown.hypervolume(reference), 1, 0.95)
              .orElseThrow();
      double[] areas =
          drawn.stream()
              .mapToDouble(points -> Frontier.of(points).hypervolume(reference))
              .sorted()
              .toArray();
      heldByPercentiles += areas[5] <= 0.7 ? 1 : 0;
      held += interval.contains(0.7) ? 1 : 0;
    }
    assertThat(held).isGreaterThanOrEqualTo((int) (0.8 * samples));
    assertThat(heldByPercentiles).isLessThan((int) (0.3 * samples));
  }

  @Test
  void anAreaIsNeverAboveTheLargestThereCanBe() {
    List<List<Point>> drawn = List.of(List.of(new Point(0.4, 0.2)), List.of(new Point(0.5, 0.1)));
    Interval interval =
        new Replicates(1, drawn).hypervolume(new Point(0, 1), 0.77, 1, 0.95).orElseThrow();
    assertThat(interval.high()).as("else 1.22").isEqualTo(1);
    assertThat(interval.contains(0.77)).isTrue();
    assertThat(Axes.of(Merit.ACCURACY, "demographic_parity", List.of("g")).largestArea(LOW))
        .isZero();
    assertThat(
            Axes.of(Merit.BRIER, "demographic_parity", List.of("g"))
                .largestArea(new Point(-0.5, 0.2)))
        .isCloseTo(0.1, within(1e-12));
  }

  private static List<Point> points(double[] errors, double[] more) {
    List<Point> points = new ArrayList<>();
    for (int c = 0; c < errors.length; c++) {
      points.add(new Point(0.7 + errors[c] + more[c], 0));
    }
    return points;
  }
}
