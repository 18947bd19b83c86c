package evenhand.gradient;

import evenhand.gradient.Aggregation.Agreed;
import evenhand.gradient.Aggregation.Failed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Conflict-averse descent: of all steps within {@code radius}·‖g₀‖ of the mean gradient g₀, the one
 * whose worst-served player gains most.
 *
 * <p>Liu et al., "Conflict-averse gradient descent for multi-task learning", NeurIPS 2021, equation
 * 3. The authors' code then divides by 1 + radius² and multiplies by K; the direction is the same.
 *
 * @param radius c, in [0, 1); 0 gives the mean
 */
public record Cagrad(double radius) implements GradientAggregator {

  private static final double TOLERANCE = 1e-11;
  private static final int STEPS = 100_000;

  /** A combination shorter than this share of the longest gradient has no direction. */
  private static final double VANISHING = 1e-7;

  public Cagrad {
    if (!(radius >= 0 && radius < 1)) {
      throw new IllegalArgumentException("radius must be in [0, 1), was " + radius);
    }
  }

  /** The authors' 0.4. */
  public static Cagrad defaults() {
    return new Cagrad(0.4);
  }

  @Override
  public Aggregation weigh(Gramian gradients, RandomGenerator random) {
    int size = gradients.size();
    double[] mean = new double[size];
    Arrays.fill(mean, 1.0 / size);
    double[] linear = gradients.times(mean);
    double length = radius * Math.sqrt(gradients.squaredNorm(mean));
    double vanishing = VANISHING * Math.sqrt(gradients.largest());
    if (length <= VANISHING * vanishing) {
      return new Agreed(mean);
    }
    double scale = TOLERANCE * Math.sqrt(gradients.largest()) * (vanishing / VANISHING + length);
    double[] x = mean.clone();
    for (int step = 0; step < STEPS; step++) {
      double norm = Math.sqrt(gradients.squaredNorm(x));
      if (norm <= vanishing) {
        return new Agreed(mean);
      }
      double[] slope = gradients.times(x);
      for (int i = 0; i < size; i++) {
        slope[i] = linear[i] + length * slope[i] / norm;
      }
      int to = argMin(slope);
      int from = argMaxUsed(slope, x);
      if (slope[from] - slope[to] <= scale) {
        for (int i = 0; i < size; i++) {
          mean[i] += length / norm * x[i];
        }
        return new Agreed(mean);
      }
      double moved = shift(gradients, x, new Edge(from, to, (linear[to] - linear[from]) / length));
      x[to] += moved;
      x[from] = moved == x[from] ? 0 : x[from] - moved;
    }
    return new Failed(new Failure.NotConverged(STEPS, scale));
  }

  private record Edge(int from, int to, double tilt) {}

  /** How much of x to move along an edge of the simplex: minimises tilt·t + ‖g(t)‖ exactly. */
  private static double shift(Gramian gradients, double[] x, Edge edge) {
    double[] slope = gradients.times(x);
    double across = slope[edge.to] - slope[edge.from];
    double bend =
        gradients.product(edge.to, edge.to)
            + gradients.product(edge.from, edge.from)
            - 2 * gradients.product(edge.to, edge.from);
    double limit = x[edge.from];
    double ratio = -edge.tilt / Math.sqrt(Math.max(bend, Double.MIN_NORMAL));
    if (!(ratio < 1)) {
      return limit;
    }
    double rest = Math.max(0, gradients.squaredNorm(x) * bend - across * across);
    double wanted = ratio <= -1 ? -across : ratio * Math.sqrt(rest / (1 - ratio * ratio));
    return Math.max(0, Math.min(limit, (wanted - across) / bend));
  }

  private static int argMin(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] < values[best] ? i : best;
    }
    return best;
  }

  private static int argMaxUsed(double[] values, double[] x) {
    int best = -1;
    for (int i = 0; i < values.length; i++) {
      best = x[i] > 0 && (best < 0 || values[i] > values[best]) ? i : best;
    }
    return best;
  }
}
