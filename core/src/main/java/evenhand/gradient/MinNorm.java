package evenhand.gradient;

import evenhand.gradient.Aggregation.Agreed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The shortest step in the convex hull of the gradients: weights ≥ 0 that add up to 1. To first
 * order it worsens no player; its length is zero exactly where no step serves all.
 *
 * <p>Désidéri, "Multiple-gradient descent algorithm (MGDA)", C. R. Math. 2012; found exactly by
 * Wolfe, "Finding the nearest point in a polytope", Mathematical Programming 1976.
 */
public record MinNorm() implements GradientAggregator {

  /** What the products with the nearest point may differ by, as a share of the largest ‖g‖². */
  private static final double TOLERANCE = 1e-14;

  @Override
  public Aggregation weigh(Gramian gradients, RandomGenerator random) {
    return new Agreed(nearest(gradients).shares());
  }

  /**
   * @param shares of the nearest point, ≥ 0, adding up to 1
   * @param distance of the hull from zero
   */
  record Hull(double[] shares, double distance) {}

  static Hull nearest(Gramian gradients) {
    int size = gradients.size();
    double[] x = new double[size];
    x[shortest(gradients)] = 1;
    double tolerance = TOLERANCE * gradients.largest();
    // Wolfe's method is finite; every corral is visited at most once, in practice about K.
    for (int major = 0; major < 50 * size; major++) {
      double[] products = gradients.times(x);
      int best = 0;
      for (int i = 1; i < size; i++) {
        best = products[i] < products[best] ? i : best;
      }
      if (gradients.squaredNorm(x) - products[best] <= tolerance || x[best] > 0) {
        break;
      }
      double[] next = reduced(gradients, x, best);
      if (gradients.squaredNorm(next) >= gradients.squaredNorm(x)) {
        break;
      }
      x = next;
    }
    return new Hull(x, Math.sqrt(gradients.squaredNorm(x)));
  }

  private static int shortest(Gramian gradients) {
    int best = 0;
    for (int i = 1; i < gradients.size(); i++) {
      best = gradients.product(i, i) < gradients.product(best, best) ? i : best;
    }
    return best;
  }

  /**
   * Moves x, which may now use one more gradient, to the nearest point of the simplex it ends on.
   */
  private static double[] reduced(Gramian gradients, double[] from, int added) {
    double[] x = from.clone();
    boolean[] used = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      used[i] = x[i] > 0 || i == added;
    }
    while (true) {
      double[] target = affine(gradients, used);
      double length = 1;
      int blocking = -1;
      for (int i = 0; i < x.length; i++) {
        if (used[i] && target[i] <= 0 && x[i] <= length * (x[i] - target[i])) {
          length = x[i] / (x[i] - target[i]);
          blocking = i;
        }
      }
      for (int i = 0; i < x.length; i++) {
        x[i] += length * (target[i] - x[i]);
      }
      if (blocking < 0) {
        return x;
      }
      x[blocking] = 0;
      used[blocking] = false;
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.max(0, x[i]);
      }
      double sum = Arrays.stream(x).sum();
      for (int i = 0; i < x.length; i++) {
        x[i] /= sum;
      }
    }
  }

  /**
   * The shares, adding up to 1, of the point nearest to zero of the plane through some gradients.
   */
  private static double[] affine(Gramian gradients, boolean[] used) {
    int[] members = new int[used.length];
    int count = 0;
    for (int i = 0; i < used.length; i++) {
      if (used[i]) {
        members[count++] = i;
      }
    }
    double scale = gradients.largest();
    double[] solution = new double[count];
    for (double ridge = 0; ; ridge = Math.max(1e-15 * scale, 10 * ridge)) {
      double[] matrix = new double[count * count];
      for (int i = 0; i < count; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i * count + j] =
              gradients.product(members[i], members[j]) + scale + (i == j ? ridge : 0);
        }
      }
      Arrays.fill(solution, 1);
      if (Factor.solve(matrix, solution)) {
        break;
      }
    }
    double sum = Arrays.stream(solution).sum();
    double[] shares = new double[used.length];
    for (int i = 0; i < count; i++) {
      shares[members[i]] = solution[i] / sum;
    }
    return shares;
  }
}
