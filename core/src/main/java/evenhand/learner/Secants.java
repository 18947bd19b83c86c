package evenhand.learner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * What the last steps and the changes of the gradient along them tell of the Hessian, on top of an
 * approximation of it: Nocedal and Wright, "Numerical Optimization", 2006, algorithm 7.4 (L-BFGS).
 */
final class Secants {

  private static final int MEMORY = 10;

  private final Deque<Secant> secants = new ArrayDeque<>();

  /**
   * @param scale 1 / (step·change)
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Secant(double[] step, double[] change, double scale) {}

  void clear() {
    secants.clear();
  }

  /** Keeps a step and the change of the gradient along it; the arrays are handed over. */
  void add(double[] step, double[] change) {
    double along = Vectors.dot(step, change);
    if (along <= 1e-12 * Math.sqrt(Vectors.dot(step, step) * Vectors.dot(change, change))) {
      return;
    }
    if (secants.size() == MEMORY) {
      secants.removeFirst();
    }
    secants.addLast(new Secant(step, change, 1 / along));
  }

  /** Replaces a vector by (an approximation of) the inverse Hessian times it. */
  void solve(NewtonSystem system, double[] vector) {
    double[] shares = new double[secants.size()];
    int k = secants.size();
    for (Iterator<Secant> newest = secants.descendingIterator(); newest.hasNext(); ) {
      Secant secant = newest.next();
      shares[--k] = secant.scale() * Vectors.dot(secant.step(), vector);
      Vectors.addScaled(vector, -shares[k], secant.change());
    }
    system.solve(vector);
    for (Secant secant : secants) {
      double share = shares[k++] - secant.scale() * Vectors.dot(secant.change(), vector);
      Vectors.addScaled(vector, share, secant.step());
    }
  }
}
