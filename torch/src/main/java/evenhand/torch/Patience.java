package evenhand.torch;

import evenhand.data.Matrix;
import evenhand.data.Sample;
import evenhand.loss.Batch;
import evenhand.loss.Loss;
import java.util.Optional;

/**
 * Ends a training when the loss on rows it takes no steps on has not become smaller for a number of
 * passes, and keeps the parameters of the smallest.
 */
public final class Patience {

  /** What it may end. */
  public interface Training {

    /**
     * With the parameters as they are, without dropout.
     *
     * @return shape [n, outputs], row-major
     */
    double[] logits(Matrix features);

    /** A copy of the parameters as they are. */
    float[] theta();

    /** No further pass. */
    void stop();
  }

  private final int passes;
  private final Sample rows;
  private final Batch batch;
  private final Loss loss;
  private double least = Double.POSITIVE_INFINITY;
  private int since;
  private int epoch;
  private Optional<float[]> best = Optional.empty();

  /**
   * @param passes without a smaller loss after which it ends, ≥ 1
   * @param rows no step is taken on; trusted ones may weigh those of the steps
   * @param loss of theirs
   */
  public Patience(int passes, Sample rows, Loss loss) {
    this.passes = passes;
    this.rows = rows;
    this.batch = Batch.of(rows);
    this.loss = loss;
  }

  /**
   * After a pass.
   *
   * @param after which, from 1
   */
  public void look(int after, Training training) {
    double here = loss.on(batch, training.logits(rows.features())).value();
    since++;
    if (here < least) {
      least = here;
      since = 0;
      epoch = after;
      best = Optional.of(training.theta());
    }
    if (since >= passes) {
      training.stop();
    }
  }

  /** The pass after which the loss was smallest. */
  public int epoch() {
    return epoch;
  }

  /**
   * The parameters of the smallest loss.
   *
   * @param last where there was none
   */
  public float[] best(float[] last) {
    return best.orElse(last);
  }
}
