package evenhand.torch.meta;

/** From a number for each row to shares of a step's rows that add up to 1. */
enum RowShares {
  /** The exponential of its number. */
  SOFTMAX {
    @Override
    double raw(double number, double largest) {
      return StrictMath.exp(number - largest);
    }

    @Override
    double logSlope(double number) {
      return 1;
    }

    @Override
    float beginning() {
      return 0;
    }
  },
  /** One over its number squared, after Seto et al., "HALO", SDM 2021. */
  INVERSE_SQUARE {
    @Override
    double raw(double number, double largest) {
      return 1 / (number * number + FLOOR);
    }

    @Override
    double logSlope(double number) {
      return -2 * number / (number * number + FLOOR);
    }

    @Override
    float beginning() {
      return 1;
    }
  };

  private static final double FLOOR = 1e-6;

  /** The number that all rows begin with. */
  abstract float beginning();

  /** Before they are made to add up to 1. */
  abstract double raw(double number, double largest);

  /** ∂ log raw / ∂ number. */
  abstract double logSlope(double number);

  /**
   * @param chosen the step's rows
   * @return &gt; 0, shape [chosen.length], adding up to 1
   */
  double[] of(float[] numbers, int[] chosen) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int row : chosen) {
      largest = Math.max(largest, numbers[row]);
    }
    double[] shares = new double[chosen.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = raw(numbers[chosen[i]], largest);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /**
   * @param slope by the shares
   * @return slope by the numbers
   */
  double[] pulledBack(float[] numbers, int[] chosen, double[] shares, double[] slope) {
    double mean = 0;
    for (int i = 0; i < shares.length; i++) {
      mean += shares[i] * slope[i];
    }
    double[] byNumber = new double[shares.length];
    for (int i = 0; i < shares.length; i++) {
      byNumber[i] = shares[i] * (slope[i] - mean) * logSlope(numbers[chosen[i]]);
    }
    return byNumber;
  }
}
