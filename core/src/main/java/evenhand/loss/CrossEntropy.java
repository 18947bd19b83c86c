package evenhand.loss;

/** Weighted mean of −log P(y) over the rows: what a plain classifier makes small; in nats. */
public record CrossEntropy() implements Loss {

  @Override
  public Evaluated on(Batch batch, double[] logits) {
    double total = 0;
    for (double weight : batch.weights()) {
      total += weight;
    }
    if (total == 0) {
      return Evaluated.nothing(logits.length);
    }
    double sum = 0;
    double[] slope = new double[logits.length];
    for (int i = 0; i < slope.length; i++) {
      double weight = batch.weights()[i] / total;
      double small = StrictMath.exp(-Math.abs(logits[i]));
      double score = (logits[i] >= 0 ? 1 : small) / (1 + small);
      sum += weight * of(logits[i], batch.labels()[i], small);
      slope[i] = weight * (score - batch.labels()[i]);
    }
    return new Evaluated(sum, slope);
  }

  /** −log P(y) of one row. */
  static double of(double logit, int label) {
    return of(logit, label, StrictMath.exp(-Math.abs(logit)));
  }

  private static double of(double logit, int label, double small) {
    return Math.max(logit, 0) - label * logit + StrictMath.log1p(small);
  }
}
