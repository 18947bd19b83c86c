package evenhand.reduce;

import evenhand.data.Matrix;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;

/**
 * An exact learner: the only feature names the row's cell, and every cell gets its share of label
 * 1. Its reply is the cheapest of all classifiers, so that what a reduction reaches with it can be
 * compared with the optimum.
 */
record CellLearner(int cells) implements WeightedLearner {

  @Override
  public String name() {
    return "cells";
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public Fitting on(Matrix features, long seed) {
    int[] cellOf = cellsOf(features);
    return (labels, weights) -> {
      double[] ones = new double[cells];
      double[] all = new double[cells];
      for (int i = 0; i < labels.length; i++) {
        ones[cellOf[i]] += weights[i] * labels[i];
        all[cellOf[i]] += weights[i];
      }
      double[] share = new double[cells];
      for (int c = 0; c < cells; c++) {
        share[c] = all[c] > 0 ? Math.min(1, ones[c] / all[c]) : 0;
      }
      return new CellScorer(share);
    };
  }

  static int[] cellsOf(Matrix features) {
    int[] cellOf = new int[features.rows()];
    float[] row = new float[1];
    for (int i = 0; i < cellOf.length; i++) {
      features.copyRow(i, row);
      cellOf[i] = (int) row[0];
    }
    return cellOf;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record CellScorer(double[] share) implements Scorer {

    @Override
    public double[] score(Matrix features) {
      int[] cellOf = cellsOf(features);
      double[] scores = new double[cellOf.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = share[cellOf[i]];
      }
      return scores;
    }
  }
}
