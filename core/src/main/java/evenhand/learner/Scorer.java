package evenhand.learner;

import evenhand.data.Matrix;

/** A fitted model that gives every row its probability of label 1. Immutable and thread-safe. */
public interface Scorer {

  /**
   * @return P(y=1) of each row, shape [features.rows()], in [0, 1]
   */
  double[] score(Matrix features);
}
