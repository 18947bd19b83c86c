package evenhand.reduce;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Prices to try, the first of them none. A price and that of the opposite inequality would cancel,
 * so the prices lie on signed axes, one for each pair: a lattice for up to two axes, a
 * low-discrepancy sequence for more.
 */
final class PriceGrid {

  /** An inequality, and the opposite one or the same where there is none. */
  private record Axis(int over, int under) {}

  private PriceGrid() {}

  static List<double[]> of(Problem problem, GridSearch.Options options, long seed) {
    double[] reach = problem.reach();
    List<Axis> axes = axes(problem);
    List<double[]> signed =
        axes.size() <= 2
            ? lattice(axes.size(), options.points())
            : sequence(axes.size(), options.points(), seed);
    List<double[]> grid = new ArrayList<>();
    Set<DoubleBuffer> known = new HashSet<>();
    for (double[] point : signed) {
      double[] prices = new double[reach.length];
      for (int a = 0; a < point.length; a++) {
        int inequality = point[a] >= 0 ? axes.get(a).over() : axes.get(a).under();
        prices[inequality] += options.limit() * Math.abs(point[a]) / reach[inequality];
      }
      if (known.add(DoubleBuffer.wrap(prices))) {
        grid.add(prices);
      }
    }
    return grid;
  }

  /**
   * Inequalities of which one's costs are a positive multiple of the other's are one axis' side.
   */
  private static List<Axis> axes(Problem problem) {
    int size = problem.constraint().size();
    List<double[]> costs = new ArrayList<>();
    List<Axis> axes = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      double[] unit = new double[size];
      unit[j] = 1;
      double[] cost = normalised(problem.constraint().cost(unit));
      int known = -1;
      double direction = 0;
      for (int a = 0; a < axes.size() && known < 0; a++) {
        direction = dot(costs.get(a), cost);
        known = Math.abs(direction) > 1 - 1e-9 ? a : -1;
      }
      if (known < 0) {
        costs.add(cost);
        axes.add(new Axis(j, j));
      } else if (direction < 0 && axes.get(known).under() == axes.get(known).over()) {
        axes.set(known, new Axis(axes.get(known).over(), j));
      }
    }
    return axes;
  }

  private static double[] normalised(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    return length == 0 ? vector : Arrays.stream(vector).map(v -> v / length).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /**
   * The points of the finest lattice in Σ|x| ≤ 1 that has no more than wanted, from the middle out.
   */
  private static List<double[]> lattice(int dimensions, int wanted) {
    int steps = 0;
    while (count(dimensions, steps + 1) <= wanted) {
      steps++;
    }
    List<double[]> points = new ArrayList<>();
    for (int x = -steps; x <= steps; x++) {
      int room = dimensions == 1 ? 0 : steps - Math.abs(x);
      for (int y = -room; y <= room; y++) {
        double scale = 1.0 / Math.max(1, steps);
        points.add(
            dimensions == 1 ? new double[] {x * scale} : new double[] {x * scale, y * scale});
      }
    }
    points.sort(Comparator.comparingDouble(PriceGrid::length));
    return points;
  }

  private static long count(int dimensions, long steps) {
    return dimensions == 1 ? 2 * steps + 1 : 2 * steps * (steps + 1) + 1;
  }

  private static double length(double[] point) {
    return Arrays.stream(point).map(Math::abs).sum();
  }

  /**
   * Directions on the simplex with signs, of lengths up to 1, from one additive recurrence with
   * generalised golden ratios (Roberts, "The unreasonable effectiveness of quasirandom sequences",
   * 2018), shifted by the seed.
   */
  private static List<double[]> sequence(int dimensions, int wanted, long seed) {
    int coordinates = dimensions + 1;
    double ratio = 2;
    for (int k = 0; k < 64; k++) {
      ratio = Math.pow(1 + ratio, 1.0 / (coordinates + 1));
    }
    double[] shift = new SplittableRandom(seed).doubles(coordinates).toArray();
    List<double[]> points = new ArrayList<>();
    points.add(new double[dimensions]);
    for (int k = 1; k < wanted; k++) {
      double[] u = new double[coordinates];
      for (int a = 0; a < coordinates; a++) {
        double value = shift[a] + k * Math.pow(ratio, -(a + 1));
        u[a] = value - Math.floor(value);
      }
      points.add(point(u));
    }
    points.sort(Comparator.comparingDouble(PriceGrid::length));
    return points;
  }

  /** Signs and exponential shares from u's first coordinates, the length from its last. */
  private static double[] point(double[] u) {
    double[] point = new double[u.length - 1];
    double total = 0;
    for (int a = 0; a < point.length; a++) {
      double folded = Math.abs(2 * u[a] - 1);
      point[a] = -StrictMath.log(Math.max(1e-12, 1 - folded)) * (u[a] >= 0.5 ? 1 : -1);
      total += Math.abs(point[a]);
    }
    for (int a = 0; a < point.length; a++) {
      point[a] *= u[point.length] / total;
    }
    return point;
  }
}
