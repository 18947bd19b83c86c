package evenhand.reduce;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prices to try, the first of them none. A price and that of the opposite inequality would cancel,
 * so the prices lie on signed axes, one for each pair: a lattice for up to two axes, a
 * low-discrepancy sequence for more.
 */
final class PriceGrid {

  private PriceGrid() {}

  static List<double[]> of(Problem problem, GridSearch.Options options, long seed) {
    PriceAxes axes = PriceAxes.of(problem);
    List<double[]> signed =
        axes.size() <= 2
            ? lattice(axes.size(), options.points())
            : sequence(axes.size(), options.points(), seed);
    List<double[]> grid = new ArrayList<>();
    Set<DoubleBuffer> known = new HashSet<>();
    for (double[] point : signed) {
      double[] prices = axes.prices(point, options.limit());
      if (known.add(DoubleBuffer.wrap(prices))) {
        grid.add(prices);
      }
    }
    return grid;
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

  private static List<double[]> sequence(int dimensions, int wanted, long seed) {
    SpreadPoints spread = new SpreadPoints(dimensions, seed);
    List<double[]> points = new ArrayList<>();
    points.add(new double[dimensions]);
    for (int k = 1; k < wanted; k++) {
      points.add(spread.get(k));
    }
    points.sort(Comparator.comparingDouble(PriceGrid::length));
    return points;
  }
}
