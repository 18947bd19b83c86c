package evenhand.learners;

/**
 * What one fit aims at, checked, in single precision as the libraries take it.
 *
 * @param labels shape [n], each 0 or 1
 * @param weights shape [n], finite, ≥ 0
 * @param mean weighted mean label, in [0, 1]
 */
record Target(float[] labels, float[] weights, double mean) {

  /**
   * @throws IllegalArgumentException on another number of rows, a label that is not 0 or 1, a
   *     weight that is negative or not finite, and weights that are all 0
   */
  static Target of(int[] labels, double[] weights, int rows) {
    if (labels.length != rows || weights.length != rows) {
      throw new IllegalArgumentException(
          "sizes differ: %d rows of features, %d labels, %d weights"
              .formatted(rows, labels.length, weights.length));
    }
    float[] asLabels = new float[rows];
    float[] asWeights = new float[rows];
    double total = 0;
    double positive = 0;
    for (int i = 0; i < rows; i++) {
      asLabels[i] = labels[i];
      asWeights[i] = (float) weights[i];
      if (labels[i] != 0 && labels[i] != 1) {
        throw new IllegalArgumentException("a label must be 0 or 1, was " + labels[i]);
      }
      if (!(asWeights[i] >= 0 && asWeights[i] < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "a weight must be finite and at least 0, was " + weights[i]);
      }
      total += asWeights[i];
      positive += labels[i] * (double) asWeights[i];
    }
    if (total == 0) {
      throw new IllegalArgumentException("the weights are all 0");
    }
    return new Target(asLabels, asWeights, positive / total);
  }

  /** Whether every row of weight has the same label. */
  boolean isCertain() {
    return mean == 0 || mean == 1;
  }
}
