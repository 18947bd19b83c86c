package evenhand.reduce;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The directions in which prices differ to a learner. A price and that of the opposite inequality
 * would cancel, so there is one signed axis for each pair; lengths are in units of what an error
 * weighs on the rows an inequality touches.
 */
final class PriceAxes {

  /** An inequality, and the opposite one or the same where there is none. */
  private record Axis(int over, int under) {}

  private static final int PROBES = 3;

  private final double[] reach;
  private final List<Axis> axes;

  private PriceAxes(double[] reach, List<Axis> axes) {
    this.reach = reach;
    this.axes = axes;
  }

  /**
   * Inequalities of which one's costs are a multiple of the other's are one axis. Told by products
   * with a few random vectors, which agree for multiples alone.
   */
  static PriceAxes of(Problem problem) {
    double[] reach = problem.reach();
    double[][] probes = new double[PROBES][];
    SplittableRandom random = new SplittableRandom(0);
    for (int q = 0; q < PROBES; q++) {
      probes[q] = random.doubles(problem.sample().size(), -1, 1).toArray();
    }
    List<double[]> known = new ArrayList<>();
    List<Axis> axes = new ArrayList<>();
    for (int j = 0; j < reach.length; j++) {
      double[] products = products(problem, j, probes);
      int same = -1;
      double direction = 0;
      for (int a = 0; a < axes.size() && same < 0; a++) {
        direction = direction(known.get(a), products);
        same = direction != 0 ? a : -1;
      }
      if (same < 0) {
        known.add(products);
        axes.add(new Axis(j, j));
      } else if (direction < 0 && axes.get(same).under() == axes.get(same).over()) {
        axes.set(same, new Axis(axes.get(same).over(), j));
      }
    }
    return new PriceAxes(reach, axes);
  }

  /** Of one inequality's costs, of unit length, with each probe. */
  private static double[] products(Problem problem, int inequality, double[][] probes) {
    double[] unit = new double[problem.constraint().size()];
    unit[inequality] = 1;
    double[] cost = problem.constraint().cost(unit);
    double length = Math.sqrt(dot(cost, cost));
    double[] products = new double[probes.length];
    for (int q = 0; q < products.length; q++) {
      products[q] = length == 0 ? 0 : dot(cost, probes[q]) / length;
    }
    return products;
  }

  /** 1 for the same direction, −1 for the opposite one, 0 for another. */
  private static int direction(double[] one, double[] other) {
    int sign = one[0] * other[0] < 0 ? -1 : 1;
    for (int q = 0; q < one.length; q++) {
      if (Math.abs(one[q] - sign * other[q]) > 1e-9 * (1 + Math.abs(one[q]))) {
        return 0;
      }
    }
    return sign;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  int size() {
    return axes.size();
  }

  /**
   * @param point signed, shape [size()]
   * @param limit what 1 stands for
   * @return shape [constraint.size()], ≥ 0
   */
  double[] prices(double[] point, double limit) {
    double[] prices = new double[reach.length];
    for (int a = 0; a < point.length; a++) {
      int inequality = point[a] >= 0 ? axes.get(a).over() : axes.get(a).under();
      prices[inequality] += limit * Math.abs(point[a]) / reach[inequality];
    }
    return prices;
  }
}
