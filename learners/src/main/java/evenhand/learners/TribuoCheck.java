package evenhand.learners;

import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongFunction;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;

/** Tries a trainer on rows of which the answer is known. */
final class TribuoCheck {

  private static final int ROWS = 1000;
  private static final int COLUMNS = 3;
  private static final float HEAVY = 9;
  private static final double ERROR = 0.05;

  private TribuoCheck() {}

  /**
   * Refuses a trainer that gives no probabilities or does not honour weights.
   *
   * @return whether its models can be restated as scorers of ours
   */
  static boolean passes(String name, LongFunction<? extends Trainer<Label>> trainer) {
    float[] values = new float[ROWS * COLUMNS];
    Arrays.fill(values, 1);
    DenseMatrix features = new DenseMatrix(ROWS, COLUMNS, values);
    double[] weights = new double[ROWS];
    int[] labels = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      labels[i] = i % 2;
      weights[i] = labels[i] == 1 ? HEAVY : 1;
    }
    Model<Label> model =
        new TribuoFitting(trainer, features, 0).train(Target.of(labels, weights, ROWS));
    Prediction<Label> prediction =
        model.predict(new TribuoRows(features).example(0, TribuoRows.ZERO));
    if (!prediction.hasProbabilities()) {
      throw new DataException("the trainer %s gives no probabilities".formatted(name));
    }
    double score = new TribuoScorer(model).score(features)[0];
    double truth = HEAVY / (HEAVY + 1);
    if (!(Math.abs(score - truth) <= ERROR)) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "the trainer %s does not honour weights: rows alike of which %.1f of the weight has"
                  + " label 1 got the score %.3f",
              name,
              truth,
              score));
    }
    return TribuoExport.of(model, features).isPresent();
  }
}
