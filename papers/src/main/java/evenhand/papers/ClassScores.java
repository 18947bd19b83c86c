package evenhand.papers;

/**
 * How well the classes of test rows were told, in percent.
 *
 * @param gap largest minus smallest recall of a class: TPRD of Yan et al., "FORML", 2022
 * @param worst 100 minus the smallest recall: their maxFNR
 * @param accuracy of all rows
 */
record ClassScores(double gap, double worst, double accuracy) {

  /** Every class needs a row. */
  static ClassScores of(int[] labels, int[] predicted, int classes) {
    int[] rows = new int[classes];
    int[] hits = new int[classes];
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      rows[labels[i]]++;
      if (labels[i] == predicted[i]) {
        hits[labels[i]]++;
        right++;
      }
    }
    double least = 1;
    double most = 0;
    for (int c = 0; c < classes; c++) {
      if (rows[c] == 0) {
        throw new IllegalArgumentException("class " + c + " has no row");
      }
      double recall = (double) hits[c] / rows[c];
      least = Math.min(least, recall);
      most = Math.max(most, recall);
    }
    return new ClassScores(100 * (most - least), 100 * (1 - least), 100.0 * right / labels.length);
  }
}
