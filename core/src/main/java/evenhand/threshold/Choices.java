package evenhand.threshold;

/** The thresholds that some cells share; the ends of their curve accept nobody and everybody. */
interface Choices {

  /**
   * One of the thresholds.
   *
   * @param point of the curve
   * @param shares accepted by it, by slot 2c + y; 0 for cells that do not share it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Choice(int point, double[] shares) {

    double gain(double[] gains) {
      double sum = 0;
      for (int slot = 0; slot < gains.length; slot++) {
        sum += gains[slot] * shares[slot];
      }
      return sum;
    }
  }

  RocCurve curve();

  /**
   * The threshold that gains most; of equals the highest.
   *
   * @param gains of accepting everyone of a slot, shape [2k]
   */
  Choice best(double[] gains);

  Choice at(int point);
}
