package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RowLossTest {

  @ParameterizedTest
  @EnumSource(RowLoss.class)
  void slopesAreCentralDifferences(RowLoss loss) {
    SplittableRandom random = new SplittableRandom(1);
    for (int outputs : new int[] {1, 2, 5}) {
      int[] labels = random.ints(20, 0, Math.max(2, outputs)).toArray();
      double[] logits = random.doubles(20L * outputs, -4, 4).toArray();
      RowLoss.Evaluated at = loss.on(labels, logits);

      for (int i = 0; i < logits.length; i++) {
        double above = loss.on(labels, moved(logits, i, 1e-6)).values()[i / outputs];
        double below = loss.on(labels, moved(logits, i, -1e-6)).values()[i / outputs];
        assertThat(at.slopes()[i]).isCloseTo((above - below) / 2e-6, within(1e-8));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RowLoss.class)
  void certaintyIsFiniteAndErrorIsDear(RowLoss loss) {
    RowLoss.Evaluated sure = loss.on(new int[] {0, 1}, new double[] {800, -800, 800, -800});

    assertThat(sure.values()[0]).isLessThan(0.3);
    assertThat(sure.values()[1]).isCloseTo(1600, within(1.0));
    assertThat(sure.slopes()).doesNotContain(Double.NaN);
  }

  /** The closed form of facts: from 0.5 where the own class has no chance to 0.2689 for certain. */
  @ParameterizedTest
  @EnumSource(value = RowLoss.class, names = "CROSS_ENTROPY_AND_F1")
  void theF1PartFallsFromAHalfToItsLeast(RowLoss loss) {
    double hopeless = loss.on(new int[] {1}, new double[] {0, -50}).values()[0] - 50;
    double certain = loss.on(new int[] {1}, new double[] {-50, 50}).values()[0];

    assertThat(hopeless).isCloseTo(0.5, within(1e-9));
    assertThat(certain).isCloseTo(0.26894142, within(1e-8));
  }

  private static double[] moved(double[] values, int at, double by) {
    double[] moved = values.clone();
    moved[at] += by;
    return moved;
  }
}
