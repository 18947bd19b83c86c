package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RocCurveTest {

  private static RocCurve random(SplittableRandom random, int n, int levels) {
    double[] scores =
        random.doubles(n, -1, 1).map(s -> -Math.rint(s * levels)).sorted().map(s -> -s).toArray();
    int[] labels = random.ints(n, 0, 2).toArray();
    double[] weights = random.ints(n, 0, 3).asDoubleStream().toArray();
    return RocCurve.of(new JointCells.Sorted(scores, labels, weights));
  }

  @Test
  void tiesAreOneStep() {
    RocCurve curve =
        RocCurve.of(
            new JointCells.Sorted(
                new double[] {0.9, 0.5, 0.5, 0.5, 0.1},
                new int[] {1, 0, 1, 1, 0},
                new double[] {1, 2, 1, 1, 1}));
    assertThat(curve.scores()).containsExactly(0.9, 0.5, 0.1);
    assertThat(curve.positives()).containsExactly(0, 1, 3, 3);
    assertThat(curve.negatives()).containsExactly(0, 0, 2, 3);
    assertThat(curve.threshold(1)).isCloseTo(0.7, within(1e-15));
    assertThat(curve.threshold(2)).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void aThresholdLiesAboveWhatItRejectsEvenBetweenNeighbours() {
    double low = 0.5;
    double high = Math.nextUp(low);
    RocCurve curve =
        RocCurve.of(
            new JointCells.Sorted(new double[] {high, low}, new int[] {1, 0}, new double[] {1, 1}));
    assertThat(curve.threshold(1)).isEqualTo(high);
  }

  /** Whatever is gained by each label, no point gains more than the best corner. */
  @Test
  void noPointIsOutsideTheHull() {
    SplittableRandom random = new SplittableRandom(4);
    for (int sample = 0; sample < 200; sample++) {
      RocCurve curve = random(random, 1 + random.nextInt(60), 1 + random.nextInt(40));
      int[] hull = curve.hull();
      assertThat(hull).contains(0, curve.last()).isSorted();
      for (int direction = 0; direction < 40; direction++) {
        double a = random.nextDouble(-1, 1);
        double b = random.nextDouble(-1, 1);
        double corner =
            Arrays.stream(hull)
                .mapToDouble(p -> a * curve.negatives()[p] + b * curve.positives()[p])
                .max()
                .orElseThrow();
        for (int p = 0; p <= curve.last(); p++) {
          assertThat(a * curve.negatives()[p] + b * curve.positives()[p])
              .isLessThanOrEqualTo(corner + 1e-9);
        }
      }
    }
  }

  @Test
  void aFewPointsRunFromNobodyToEverybody() {
    RocCurve curve = random(new SplittableRandom(2), 500, 1000);
    List<GroupThresholds.RocPoint> points = curve.points(11);
    assertThat(points).hasSize(11);
    assertThat(points.get(0)).isEqualTo(new GroupThresholds.RocPoint(0, 0));
    assertThat(points.get(10)).isEqualTo(new GroupThresholds.RocPoint(1, 1));
    for (int i = 1; i < points.size(); i++) {
      assertThat(points.get(i).truePositive())
          .isGreaterThanOrEqualTo(points.get(i - 1).truePositive());
    }
    RocCurve oneLabel =
        RocCurve.of(new JointCells.Sorted(new double[] {0.9}, new int[] {1}, new double[] {1}));
    assertThat(oneLabel.points(11)).isEmpty();
  }
}
