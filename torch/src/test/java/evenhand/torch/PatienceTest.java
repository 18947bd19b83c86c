package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.Matrix;
import evenhand.data.Sample;
import evenhand.loss.CrossEntropy;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Sample ROWS = Toys.sample(1, 40);

  /** Its logits fit the labels as well as each pass says. */
  private static final class Played implements Patience.Training {

    private final double[] fits;
    private int pass;
    private boolean stopped;

    Played(double... fits) {
      this.fits = fits;
    }

    @Override
    public double[] logits(Matrix features) {
      return Arrays.stream(ROWS.labels()).mapToDouble(y -> (2 * y - 1) * fits[pass - 1]).toArray();
    }

    @Override
    public float[] theta() {
      return new float[] {pass};
    }

    @Override
    public void stop() {
      stopped = true;
    }

    /** Passes that were made. */
    int play(Patience patience) {
      while (!stopped && pass < fits.length) {
        pass++;
        patience.look(pass, this);
      }
      return pass;
    }
  }

  @Test
  void endsAfterSoManyPassesWithoutASmallerLossAndKeepsTheSmallest() {
    Patience patience = new Patience(2, ROWS, new CrossEntropy());

    assertThat(new Played(0, 1, 3, 2, 2.5, 9).play(patience)).isEqualTo(5);
    assertThat(patience.epoch()).isEqualTo(3);
    assertThat(patience.best(new float[0])).containsExactly(3);
  }

  @Test
  void aSmallerLossBeginsAnew() {
    Patience patience = new Patience(2, ROWS, new CrossEntropy());

    assertThat(new Played(1, 0, 2, 1, 3, 4).play(patience)).isEqualTo(6);
    assertThat(patience.epoch()).isEqualTo(6);
  }

  @Test
  void withoutALookTheLastAreKept() {
    assertThat(new Patience(1, ROWS, new CrossEntropy()).best(new float[] {7})).containsExactly(7);
  }
}
