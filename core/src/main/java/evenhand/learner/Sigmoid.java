package evenhand.learner;

/** 1 / (1 + exp(−z)), the same bits on every machine. */
final class Sigmoid {

  private Sigmoid() {}

  static double of(double z) {
    double e = StrictMath.exp(-Math.abs(z));
    return (z >= 0 ? 1 : e) / (1 + e);
  }
}
