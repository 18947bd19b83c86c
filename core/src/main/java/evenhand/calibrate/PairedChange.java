package evenhand.calibrate;

import evenhand.audit.AuditOptions;
import evenhand.data.Groups;
import evenhand.metric.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Measures a calibration's change by a paired bootstrap. A replicate gives every row a weight of
 * mean and variance 1, the same before and after (the Poisson bootstrap; Hanley and MacGibbon,
 * Computer Methods and Programs in Biomedicine 2006), by its normal limit in every {@link
 * PairedCells cell}, so that the cost does not grow with the rows. An interval is the change plus
 * and minus the given quantile of what replicates are off it.
 */
final class PairedChange {

  private final PairedCells cells;
  private final List<int[]> partitions = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private PairedChange(PairedCells cells) {
    this.cells = cells;
  }

  /**
   * @param before shape [n], in [0, 1]
   * @param after shape [n], in [0, 1]
   * @param sample labels, weights and groups of the n rows
   */
  static CalibrationChange of(
      double[] before, double[] after, CalibrationSample sample, AuditOptions options) {
    List<Groups> attributes = Reliability.attributes(sample);
    Groups finest =
        attributes.isEmpty()
            ? new Groups("all", List.of("overall"), new int[before.length])
            : attributes.get(attributes.size() - 1);
    PairedCells cells = PairedCells.of(before, after, sample.rows(), finest);
    PairedChange change = new PairedChange(cells);
    for (Groups attribute : attributes) {
      change.add(attribute, finest, sample.rows().weights(), options.minRows());
    }
    return change.measured(!Arrays.equals(before, after), options);
  }

  /** Which of an attribute's groups a cell belongs to; -1 where that has too few rows. */
  private void add(Groups attribute, Groups finest, double[] weights, int minRows) {
    int[] rows = new int[attribute.names().size()];
    int[] groupOf = new int[finest.names().size()];
    for (int i = 0; i < weights.length; i++) {
      rows[attribute.codes()[i]]++;
      groupOf[finest.codes()[i]] = attribute.codes()[i];
    }
    if (Arrays.stream(rows).filter(count -> count >= minRows).count() > 1) {
      names.add(attribute.attribute());
      partitions.add(
          Arrays.stream(groupOf).map(group -> rows[group] >= minRows ? group : -1).toArray());
    }
  }

  private CalibrationChange measured(boolean changed, AuditOptions options) {
    double[][] observed = numbers(cells.sums());
    double[][] errors = new double[observed.length][options.replicates()];
    SplittableRandom random = new SplittableRandom(options.seed());
    for (int r = 0; changed && r < options.replicates(); r++) {
      double[][] drawn = numbers(cells.drawn(random));
      for (int j = 0; j < errors.length; j++) {
        errors[j][r] = Math.abs(drawn[j][1] - drawn[j][0] - (observed[j][1] - observed[j][0]));
      }
    }
    Change[] changes = new Change[observed.length];
    for (int j = 0; j < changes.length; j++) {
      double value = observed[j][1] - observed[j][0];
      double reach = Interval.reach(errors[j], options.confidence());
      double least = j == 0 ? Double.NEGATIVE_INFINITY : -1;
      changes[j] =
          new Change(
              observed[j][0],
              observed[j][1],
              Math.max(least, value - reach),
              Math.min(-least, value + reach));
    }
    List<CalibrationChange.Disparity> disparities = new ArrayList<>();
    for (int a = 0; a < names.size(); a++) {
      disparities.add(new CalibrationChange.Disparity(names.get(a), changes[2 + a]));
    }
    return new CalibrationChange(changed, changes[0], changes[1], disparities);
  }

  /** Log loss, ECE and every attribute's disparity, each before and after. */
  private double[][] numbers(double[][] sums) {
    double[][] numbers = new double[2 + partitions.size()][2];
    int[] one = new int[cells.groups()];
    numbers[0] = cells.logLoss(sums);
    for (int when = 0; when < 2; when++) {
      numbers[1][when] = cells.ece(sums, one, 1, when)[0];
      for (int a = 0; a < partitions.size(); a++) {
        numbers[2 + a][when] = range(sums, partitions.get(a), when);
      }
    }
    return numbers;
  }

  private double range(double[][] sums, int[] partition, int when) {
    int groups = Arrays.stream(partition).max().orElse(-1) + 1;
    double[] known =
        Arrays.stream(cells.ece(sums, partition, groups, when))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    return Arrays.stream(known).max().orElse(0) - Arrays.stream(known).min().orElse(0);
  }
}
