package evenhand.torch;

import evenhand.data.Sample;
import evenhand.loss.Batch;
import evenhand.loss.Loss;
import java.util.Optional;

/**
 * Ends a training when the loss on rows it does not see has not become smaller for a number of
 * passes, and keeps the parameters of the smallest.
 */
final class Patience {

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
   * @param rows not trained on
   * @param loss of theirs
   */
  Patience(int passes, Sample rows, Loss loss) {
    this.passes = passes;
    this.rows = rows;
    this.batch = Batch.of(rows);
    this.loss = loss;
  }

  /** After a pass. */
  void look(int after, Descent descent) {
    double here = loss.on(batch, descent.logits(rows.features())).value();
    since++;
    if (here < least) {
      least = here;
      since = 0;
      epoch = after;
      best = Optional.of(descent.theta());
    }
    if (since >= passes) {
      descent.stop();
    }
  }

  /** The pass after which the loss was smallest. */
  int epoch() {
    return epoch;
  }

  float[] best(float[] last) {
    return best.orElse(last);
  }
}
