package evenhand.gradient;

import evenhand.gradient.Aggregation.Agreed;
import evenhand.gradient.Aggregation.Failed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The Nash bargaining solution: of all steps of one length, the one with the largest product of the
 * players' gains. Its weights solve M·α = 1/α for the Gramian M, at any rank of M; the direction
 * has the squared length K and the product 1/αᵢ &gt; 0 with each gradient.
 *
 * <p>Zeng et al., "Fairness-aware meta-learning via Nash bargaining", NeurIPS 2024, theorem 3.1;
 * Navon et al., "Multi-task learning as a bargaining game", ICML 2022, claim 3.1. Solved as the
 * equal-risk-contribution problem it is, by damped Newton on the self-concordant ½aᵀCa - Σ log aᵢ
 * of the cosines C, a = α·‖g‖: Spinu, "An algorithm for computing risk parity weights", 2013.
 *
 * @param closest how near to zero a convex combination of the normalised gradients may come, in (0,
 *     1), before the players count as irreconcilable
 * @param iterations of Newton at most
 */
public record NashBargaining(double closest, int iterations) implements GradientAggregator {

  /** Largest |(C·a)ᵢ - 1/aᵢ| of an answer, times the largest aᵢ where that is above 1. */
  static final double RESIDUAL = 1e-12;

  /** Newton's decrement below which full steps converge quadratically. */
  private static final double DAMPED_ABOVE = 0.25;

  public NashBargaining {
    if (!(closest > 0 && closest < 1 && iterations >= 1)) {
      throw new IllegalArgumentException(
          "need 0 < closest < 1 and iterations >= 1, got " + closest + " and " + iterations);
    }
  }

  /** 1e-6 and 200. */
  public static NashBargaining defaults() {
    return new NashBargaining(1e-6, 200);
  }

  @Override
  public Aggregation weigh(Gramian gradients, RandomGenerator random) {
    int size = gradients.size();
    for (int i = 0; i < size; i++) {
      if (gradients.product(i, i) < Double.MIN_NORMAL) {
        return new Failed(new Failure.ZeroGradient(i));
      }
    }
    Gramian cosines = gradients.normalized();
    double[] shares = new double[size];
    Arrays.fill(shares, 1 / Math.sqrt(size));
    Newton newton = new Newton(cosines, shares);
    // At a solution √K = ‖v‖ ≥ δ·Σaᵢ, so that a sum above √K/δ says: nearer to zero than δ.
    double largestSum = Math.sqrt(size) / closest;
    boolean separated = false;
    for (int iteration = 0; iteration < iterations && !newton.done; iteration++) {
      newton.step();
      if (!separated && Arrays.stream(shares).sum() > largestSum) {
        MinNorm.Hull hull = MinNorm.nearest(cosines);
        if (hull.distance() <= closest) {
          return new Failed(new Failure.ParetoStationary(hull.shares(), hull.distance()));
        }
        separated = true;
      }
    }
    double residual = newton.residual();
    double largest = Math.max(1, Arrays.stream(shares).max().orElseThrow());
    if (!newton.done || !(residual <= RESIDUAL * largest)) {
      MinNorm.Hull hull = MinNorm.nearest(cosines);
      return new Failed(
          hull.distance() <= closest
              ? new Failure.ParetoStationary(hull.shares(), hull.distance())
              : new Failure.NotConverged(iterations, residual));
    }
    for (int i = 0; i < size; i++) {
      shares[i] /= gradients.norm(i);
    }
    return new Agreed(shares);
  }

  /** Steps a towards C·a = 1/a, in place. */
  private static final class Newton {
    private final Gramian cosines;
    private final double[] a;
    private final double[] hessian;
    private final double[] step;
    private double decrement = Double.POSITIVE_INFINITY;
    private boolean done;

    Newton(Gramian cosines, double[] start) {
      this.cosines = cosines;
      this.a = start;
      this.hessian = new double[start.length * start.length];
      this.step = new double[start.length];
    }

    void step() {
      int size = a.length;
      double[] slope = cosines.times(a);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          hessian[i * size + j] = cosines.product(i, j);
        }
        hessian[i * size + i] += 1 / (a[i] * a[i]);
        slope[i] = 1 / a[i] - slope[i];
        step[i] = slope[i];
      }
      if (!Factor.solve(hessian, step)) {
        done = true;
        return;
      }
      double squared = 0;
      for (int i = 0; i < size; i++) {
        squared += slope[i] * step[i];
      }
      double before = decrement;
      decrement = Math.sqrt(Math.max(0, squared));
      double length = decrement > DAMPED_ABOVE ? 1 / (1 + decrement) : 1;
      for (int i = 0; i < size; i++) {
        a[i] += length * step[i];
      }
      // Quadratic convergence ends in rounding, which no longer halves the decrement.
      done = decrement < 1e-12 || (decrement < 1e-4 && decrement > before / 2);
    }

    double residual() {
      double[] slope = cosines.times(a);
      double worst = 0;
      for (int i = 0; i < a.length; i++) {
        worst = Math.max(worst, Math.abs(slope[i] - 1 / a[i]));
      }
      return worst;
    }
  }
}
