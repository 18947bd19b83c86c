package evenhand.loss;

/**
 * Adam on a few numbers in plain Java, for small networks that learn beside a large one.
 *
 * <p>Kingma and Ba, ICLR 2015, algorithm 1.
 */
public final class ArrayAdam {

  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final double EPSILON = 1e-8;

  private final double[] theta;
  private final double[] mean;
  private final double[] square;
  private final double rate;
  private int steps;

  /**
   * @param theta what is moved, in place
   * @param rate of every step, &gt; 0
   */
  public ArrayAdam(double[] theta, double rate) {
    this.theta = theta;
    this.mean = new double[theta.length];
    this.square = new double[theta.length];
    this.rate = rate;
  }

  /** One step downhill. */
  public void step(double[] gradient) {
    steps++;
    double length = rate / (1 - StrictMath.pow(FIRST, steps));
    double scale = 1 - StrictMath.pow(SECOND, steps);
    for (int p = 0; p < theta.length; p++) {
      mean[p] += (1 - FIRST) * (gradient[p] - mean[p]);
      square[p] += (1 - SECOND) * (gradient[p] * gradient[p] - square[p]);
      theta[p] -= length * mean[p] / (Math.sqrt(square[p] / scale) + EPSILON);
    }
  }

  /** How many were made. */
  int steps() {
    return steps;
  }
}
