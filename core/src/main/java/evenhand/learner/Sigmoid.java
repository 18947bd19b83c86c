package evenhand.learner;

/** 1 / (1 + exp(−z)), the same bits on every machine, within 4 ulp. */
public final class Sigmoid {

  private static final int PARTS = 64;
  private static final double PARTS_PER_LN2 = PARTS / StrictMath.log(2);

  /** ln 2 / PARTS in two pieces, the first with enough zero bits for exact products. */
  private static final double HIGH = 0.6931471803691238 / PARTS;

  private static final double LOW = 1.9082149292705877e-10 / PARTS;

  private static final double[] POWERS = new double[PARTS];

  static {
    for (int j = 0; j < PARTS; j++) {
      POWERS[j] = StrictMath.pow(2, (double) j / PARTS);
    }
  }

  private Sigmoid() {}

  /** In [0, 1]; increasing in z. */
  public static double of(double z) {
    double e = expOfNegative(-Math.abs(z));
    return (z >= 0 ? 1 : e) / (1 + e);
  }

  /**
   * exp(x) for x ≤ 0 as 2^(k/64)·exp(r), |r| ≤ ln 2 / 128; several times as fast as StrictMath's.
   * NaN stays NaN.
   */
  public static double expOfNegative(double x) {
    if (!(x >= -700)) {
      return StrictMath.exp(x);
    }
    double k = Math.rint(x * PARTS_PER_LN2);
    double r = (x - k * HIGH) - k * LOW;
    double square = r * r;
    double tail = (0.5 + r * (1.0 / 6)) + square * (1.0 / 24 + r * (1.0 / 120));
    double power = POWERS[(int) k & (PARTS - 1)];
    long exponent = ((int) k >> 6) + 1023L;
    return (power + power * (r + square * tail)) * Double.longBitsToDouble(exponent << 52);
  }
}
