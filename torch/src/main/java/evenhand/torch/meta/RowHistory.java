package evenhand.torch.meta;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a training made of each of its rows, at a few numbers a row. */
public final class RowHistory implements MetaTraining.RowListener {

  /** How much of a moving average is the past, where nothing else is said. */
  public static final double KEEP = 0.9;

  private final double keep;
  private final float[] contribution;
  private final float[] weight;
  private final boolean[] known;
  private final boolean[] learned;
  private final int[] forgotten;
  private final int[] shown;

  /**
   * @param rows of the training
   * @param keep how much of a moving average is the past, in [0, 1)
   */
  public RowHistory(int rows, double keep) {
    this.keep = keep;
    this.contribution = new float[rows];
    this.weight = new float[rows];
    this.known = new boolean[rows];
    this.learned = new boolean[rows];
    this.forgotten = new int[rows];
    this.shown = new int[rows];
  }

  @Override
  public void stepped(int[] chosen, double[] weights, double[] losses, boolean[] correct) {
    double mean = Arrays.stream(weights).average().orElse(0);
    for (int i = 0; i < chosen.length; i++) {
      int row = chosen[i];
      double share = mean == 0 ? 0 : weights[i] / mean;
      double past = shown[row] == 0 ? 0 : keep;
      contribution[row] = (float) (past * contribution[row] + (1 - past) * share * losses[i]);
      weight[row] = (float) (past * weight[row] + (1 - past) * share);
      forgotten[row] += known[row] && !correct[i] ? 1 : 0;
      known[row] = correct[i];
      learned[row] |= correct[i];
      shown[row]++;
    }
  }

  /**
   * Moving average of each row's weight, over the mean of its step, times its loss; 0 for a row
   * that was never shown.
   *
   * <p>Yan et al., "FORML", 2022, section 4.2, where the average's decay is not given.
   */
  public float[] contributions() {
    return contribution.clone();
  }

  /** Moving average of each row's weight over the mean of its step. */
  public float[] weights() {
    return weight.clone();
  }

  /**
   * How often each row was told right and then wrong; a row never told right counts as often as it
   * was shown.
   *
   * <p>Toneva et al., "An empirical study of example forgetting", ICLR 2019, definition 1.
   */
  public int[] forgettingEvents() {
    int[] events = new int[forgotten.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = learned[i] ? forgotten[i] : shown[i];
    }
    return events;
  }

  /**
   * The rows that are left when a share of all goes, those that contribute least first; of equals
   * the later rows go.
   *
   * @param share that goes, in [0, 1)
   * @return in rising order
   */
  public int[] kept(double share) {
    int rows = contribution.length;
    int gone = (int) Math.floor(share * rows);
    return IntStream.range(0, rows)
        .boxed()
        .sorted(
            (one, other) -> {
              int byWorth = Float.compare(contribution[other], contribution[one]);
              return byWorth != 0 ? byWorth : Integer.compare(one, other);
            })
        .limit(rows - gone)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
