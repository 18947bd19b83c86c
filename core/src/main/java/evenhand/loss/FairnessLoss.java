package evenhand.loss;

import evenhand.data.Groups;
import evenhand.metric.Statistic;
import evenhand.parity.Parity;
import java.util.Arrays;

/**
 * How uneven a batch's smoothed decisions are: a parity's rates, and a penalty on their gaps; the
 * mean over the rates where the parity has several. A group without rows that a rate needs is left
 * out of that rate; where fewer than two groups are left the rate adds nothing.
 *
 * @param parity whose rates are to be even
 * @param penalty how gaps become a number
 * @param smoothing of the decisions
 * @param attribute whose groups are compared
 * @param pooling of the rates of groups with few rows
 */
public record FairnessLoss(
    Parity parity, Penalty penalty, Smoothing smoothing, String attribute, Pooling pooling)
    implements Loss {

  /** Every group's rate as it is. */
  public FairnessLoss(Parity parity, Penalty penalty, Smoothing smoothing, String attribute) {
    this(parity, penalty, smoothing, attribute, Pooling.NONE);
  }

  @Override
  public Evaluated on(Batch batch, double[] logits) {
    return on(batch, logits, Memory.none());
  }

  /**
   * The same where rows of earlier batches count too, though they can't be moved any more, so that
   * the rates of small groups do not jump from batch to batch.
   *
   * @param memory what was seen of the same attribute before
   */
  public Evaluated on(Batch batch, double[] logits, Memory memory) {
    Groups groups = batch.groups(attribute);
    double[] decisions = Arrays.stream(logits).map(smoothing::of).toArray();
    double[] everyone = new double[logits.length];
    Arrays.fill(everyone, 1);
    double[] accepted = memory.acceptedWith(SoftRates.cells(batch, groups, decisions));
    double[] total = memory.totalWith(SoftRates.cells(batch, groups, everyone));
    double rowsPerWeight = Pooling.rowsPerWeight(batch.parityWeights());
    double value = 0;
    double[] cells = new double[accepted.length];
    int statistics = parity.statistics().size();
    for (Statistic statistic : parity.statistics()) {
      SoftRates rates = SoftRates.of(statistic, accepted, total);
      if (rates.rates().length > 1) {
        double[] rows = Arrays.stream(rates.sizes()).map(size -> size * rowsPerWeight).toArray();
        double[][] shares = pooling.shares(rates.groups(), rows);
        Penalty.Pull pull =
            penalty.of(Pooling.times(shares, rates.rates()), rates.shares(), rates.overall());
        value += pull.value() / statistics;
        double[] byRate = Pooling.transposedTimes(shares, pull.byRate());
        double[] slopes = rates.byCell(byRate, pull.byOverall());
        for (int c = 0; c < cells.length; c++) {
          cells[c] += slopes[c] / statistics;
        }
      }
    }
    return new Evaluated(value, slope(batch, groups, logits, cells));
  }

  private double[] slope(Batch batch, Groups groups, double[] logits, double[] cells) {
    double[] slope = new double[logits.length];
    for (int i = 0; i < slope.length; i++) {
      double cell = cells[2 * groups.codes()[i] + batch.labels()[i]];
      if (cell != 0) {
        slope[i] = batch.parityWeights()[i] * cell * smoothing.slope(logits[i]);
      }
    }
    return slope;
  }

  /** What a batch adds to a {@link Memory}. */
  public Memory remember(Batch batch, double[] logits, Memory before, double keep) {
    Groups groups = batch.groups(attribute);
    double[] decisions = Arrays.stream(logits).map(smoothing::of).toArray();
    double[] everyone = new double[logits.length];
    Arrays.fill(everyone, 1);
    return new Memory(
        scaled(before.acceptedWith(SoftRates.cells(batch, groups, decisions)), keep),
        scaled(before.totalWith(SoftRates.cells(batch, groups, everyone)), keep));
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  /**
   * Weights of cells 2g + y seen in earlier batches, discounted.
   *
   * @param accepted shape [2k], or [0] for none
   * @param total shape [2k], or [0] for none
   */
  public record Memory(double[] accepted, double[] total) {

    /** Nothing was seen. */
    public static Memory none() {
      return new Memory(new double[0], new double[0]);
    }

    double[] acceptedWith(double[] cells) {
      return sum(accepted, cells);
    }

    double[] totalWith(double[] cells) {
      return sum(total, cells);
    }

    private static double[] sum(double[] before, double[] now) {
      double[] sum = now.clone();
      for (int c = 0; c < before.length; c++) {
        sum[c] += before[c];
      }
      return sum;
    }
  }
}
