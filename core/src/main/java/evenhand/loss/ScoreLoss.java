package evenhand.loss;

import evenhand.learner.Sigmoid;
import java.util.Arrays;

/**
 * A loss of real-valued predictions. Of a classifier these are its scores P(y=1), weighted as in
 * its groups' rates; a regression's outputs go to {@link #of} as they are.
 */
public interface ScoreLoss extends Loss {

  /** Whose groups are compared. */
  String attribute();

  /**
   * @return the value and its slope at every prediction; nothing where fewer than two groups have
   *     rows, unless the loss says otherwise
   */
  Evaluated of(Predictions rows);

  @Override
  default Evaluated on(Batch batch, double[] logits) {
    double[] scores = Arrays.stream(logits).map(Sigmoid::of).toArray();
    double[] labels = Arrays.stream(batch.labels()).asDoubleStream().toArray();
    Evaluated byScore =
        of(new Predictions(scores, labels, batch.parityWeights(), batch.groups(attribute())));
    double[] slope = byScore.slope();
    for (int i = 0; i < slope.length; i++) {
      slope[i] *= scores[i] * (1 - scores[i]);
    }
    return new Evaluated(byScore.value(), slope);
  }
}
