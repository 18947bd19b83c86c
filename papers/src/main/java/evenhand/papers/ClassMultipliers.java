package evenhand.papers;

import java.util.Arrays;

/**
 * Weights of classes that grow while a class is told worse than all rows are: Jiang and Nachum,
 * "Identifying and correcting label bias in machine learning", AISTATS 2020, algorithm 1, for equal
 * opportunity between classes, one move a pass on what the pass itself saw.
 */
final class ClassMultipliers {

  private static final double STEP = 1;

  private final int[] labels;
  private final double[] multipliers;
  private final double[] weights;
  private final int[] shown;
  private final int[] right;

  /** All alike. */
  ClassMultipliers(int[] labels, int classes) {
    this.labels = labels;
    this.multipliers = new double[classes];
    this.weights = new double[labels.length];
    Arrays.fill(weights, 1);
    this.shown = new int[classes];
    this.right = new int[classes];
  }

  /** One a row, &gt; 0, in any unit; this very array changes with every move. */
  double[] weights() {
    return weights;
  }

  /** Counts rows as a step saw them. */
  void saw(int[] chosen, boolean[] correct) {
    for (int i = 0; i < chosen.length; i++) {
      int label = labels[chosen[i]];
      shown[label]++;
      right[label] += correct[i] ? 1 : 0;
    }
  }

  /** After a pass: a class that was not shown stays where it is. */
  void move() {
    double overall = (double) Arrays.stream(right).sum() / Math.max(1, Arrays.stream(shown).sum());
    for (int c = 0; c < multipliers.length; c++) {
      if (shown[c] > 0) {
        multipliers[c] += STEP * (overall - (double) right[c] / shown[c]);
      }
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = StrictMath.exp(multipliers[labels[i]]);
    }
    Arrays.fill(shown, 0);
    Arrays.fill(right, 0);
  }
}
