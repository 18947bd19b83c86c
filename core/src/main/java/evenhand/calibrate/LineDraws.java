package evenhand.calibrate;

import evenhand.audit.BinomialDraw;
import evenhand.metric.Ascending;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * A bootstrap of a {@link CalibrationLine}: every replicate draws as many rows as the weights are
 * worth (Kish's effective size) and is fitted anew, to its own maximum. So that the work does not
 * grow with the rows, those of a label are drawn from {@value #BINS} bins of equal weight by
 * increasing log odds, each with its mean log odds; errors are taken around the fit of these bins.
 * Up to as many rows of a label are drawn themselves.
 */
final class LineDraws {

  private static final int BINS = 128;

  /** How well a replicate's maximum is found: far within its own error. */
  private static final double PRECISION = 1e-8;

  private final CalibrationLine centre;
  private final CalibrationLine[] drawn;

  LineDraws(CalibrationLine line, int replicates, RandomGenerator random) {
    this.centre = binned(line);
    this.drawn = new CalibrationLine[replicates];
    double weight = 0;
    double squares = 0;
    for (double each : line.weights()) {
      weight += each;
      squares += each * each;
    }
    int rows = (int) Math.max(1, Math.round(weight * weight / squares));
    double[] probabilities = centre.weights().clone();
    for (int b = 0; b < probabilities.length; b++) {
      probabilities[b] /= weight;
    }
    for (int r = 0; r < replicates; r++) {
      double[] again = new double[probabilities.length];
      BinomialDraw.multinomial(rows, probabilities, random, again, 0);
      drawn[r] = new CalibrationLine(centre.logits(), centre.labels(), again);
    }
  }

  /** Rows of a label at b and BINS + b, empty bins too. */
  private static CalibrationLine binned(CalibrationLine line) {
    double[] total = new double[2];
    int[] count = new int[2];
    for (int i = 0; i < line.labels().length; i++) {
      int label = line.labels()[i] == 1 ? 1 : 0;
      total[label] += line.weights()[i];
      count[label] += line.weights()[i] > 0 ? 1 : 0;
    }
    double[] logits = new double[2 * BINS];
    double[] labels = new double[2 * BINS];
    double[] weights = new double[2 * BINS];
    double[] before = new double[2];
    int[] seen = new int[2];
    for (int row : Ascending.order(line.logits())) {
      double weight = line.weights()[row];
      if (weight > 0) {
        int label = line.labels()[row] == 1 ? 1 : 0;
        int bin =
            count[label] <= BINS
                ? seen[label]++
                : (int) Math.min(BINS - 1, BINS * before[label] / total[label]);
        before[label] += weight;
        int at = BINS * label + bin;
        labels[at] = label;
        weights[at] += weight;
        logits[at] += (line.logits()[row] - logits[at]) * weight / weights[at];
      }
    }
    return new CalibrationLine(logits, labels, weights);
  }

  /** How far the slope of each replicate is off; infinitely where it has none. */
  double[] slopeErrors(double[] start) {
    return errors(line -> line.slope(start, PRECISION));
  }

  /** The same of the intercept. */
  double[] interceptErrors(double start) {
    return errors(line -> line.intercept(start, PRECISION));
  }

  private double[] errors(Function<CalibrationLine, OptionalDouble> fit) {
    OptionalDouble at = fit.apply(centre);
    double[] errors = new double[drawn.length];
    for (int r = 0; r < errors.length; r++) {
      OptionalDouble again = fit.apply(drawn[r]);
      errors[r] =
          at.isPresent() && again.isPresent()
              ? Math.abs(again.getAsDouble() - at.getAsDouble())
              : Double.POSITIVE_INFINITY;
    }
    return errors;
  }
}
