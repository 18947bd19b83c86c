package evenhand.loss;

import evenhand.learner.Sigmoid;

/** Each row's own loss as a function of its logits. */
public enum RowLoss {
  /** In nats; of one logit, that of P(y=1). */
  CROSS_ENTROPY {
    @Override
    double add(int label, double[] logits, int from, int outputs, double[] slopes) {
      return outputs == 1
          ? addLogistic(label, logits[from], from, slopes)
          : addSoftmax(label, logits, from, outputs, slopes);
    }
  },
  /**
   * The cross entropy and a smooth loss of the F1 score: with p the logistic function of the own
   * class's logit, the logistic function of -2p/(1+p).
   *
   * <p>As the authors of "Fairness-aware meta-learning via Nash bargaining", NeurIPS 2024, measure
   * their trusted rows; two logits, or one.
   */
  CROSS_ENTROPY_AND_F1 {
    @Override
    double add(int label, double[] logits, int from, int outputs, double[] slopes) {
      int own = outputs == 1 ? from : from + label;
      double sign = outputs == 1 && label == 0 ? -1 : 1;
      double p = Sigmoid.of(sign * logits[own]);
      double loss = Sigmoid.of(-2 * p / (1 + p));
      slopes[own] += sign * loss * (1 - loss) * -2 / ((1 + p) * (1 + p)) * p * (1 - p);
      return loss + CROSS_ENTROPY.add(label, logits, from, outputs, slopes);
    }
  };

  /**
   * @param labels shape [n]
   * @param logits shape [n, k], row-major: k = 1 or the number of classes
   */
  public Evaluated on(int[] labels, double[] logits) {
    int outputs = labels.length == 0 ? 1 : logits.length / labels.length;
    double[] values = new double[labels.length];
    double[] slopes = new double[logits.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = add(labels[i], logits, i * outputs, outputs, slopes);
    }
    return new Evaluated(values, slopes);
  }

  /** Adds one row's slopes and returns its loss. */
  abstract double add(int label, double[] logits, int from, int outputs, double[] slopes);

  private static double addLogistic(int label, double logit, int at, double[] slopes) {
    slopes[at] += Sigmoid.of(logit) - label;
    return CrossEntropy.of(logit, label);
  }

  private static double addSoftmax(
      int label, double[] logits, int from, int outputs, double[] slopes) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < outputs; c++) {
      largest = Math.max(largest, logits[from + c]);
    }
    double sum = 0;
    for (int c = 0; c < outputs; c++) {
      sum += StrictMath.exp(logits[from + c] - largest);
    }
    for (int c = 0; c < outputs; c++) {
      slopes[from + c] += StrictMath.exp(logits[from + c] - largest) / sum;
    }
    slopes[from + label] -= 1;
    return largest + StrictMath.log(sum) - logits[from + label];
  }

  /**
   * @param values of the rows, shape [n]
   * @param slopes ∂value of row i/∂its logits, shape [n, k]
   */
  public record Evaluated(double[] values, double[] slopes) {}
}
