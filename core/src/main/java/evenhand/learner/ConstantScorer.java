package evenhand.learner;

import evenhand.data.Matrix;
import java.util.Arrays;

/**
 * Gives every row the same score.
 *
 * @param probability P(y=1), in [0, 1]
 */
public record ConstantScorer(double probability) implements Scorer {

  public ConstantScorer {
    if (!(0 <= probability && probability <= 1)) {
      throw new IllegalArgumentException("a probability must be in [0, 1], was " + probability);
    }
  }

  @Override
  public double[] score(Matrix features) {
    double[] scores = new double[features.rows()];
    Arrays.fill(scores, probability);
    return scores;
  }
}
