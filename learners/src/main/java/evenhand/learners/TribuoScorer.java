package evenhand.learners;

import evenhand.data.Matrix;
import evenhand.learner.Scorer;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/** A Tribuo model asked row by row; for those that have no form of our own, and so no format. */
final class TribuoScorer implements Scorer {

  private final Model<Label> model;

  TribuoScorer(Model<Label> model) {
    this.model = model;
  }

  @Override
  public double[] score(Matrix features) {
    TribuoRows rows = new TribuoRows(features);
    double[] scores = new double[features.rows()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = probability(model.predict(rows.example(row, TribuoRows.ZERO)));
    }
    return scores;
  }

  private static double probability(Prediction<Label> prediction) {
    Label one = prediction.getOutputScores().get(TribuoRows.ONE.getLabel());
    double probability = one == null ? 0 : one.getScore();
    if (Double.isNaN(probability)) {
      throw new IllegalStateException("Tribuo gave a probability that is not a number");
    }
    return Math.min(1, Math.max(0, probability));
  }
}
