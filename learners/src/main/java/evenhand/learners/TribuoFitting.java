package evenhand.learners;

import evenhand.data.Matrix;
import evenhand.learner.ConstantScorer;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;

/** A fresh trainer for each fit: Tribuo's carry a random state from one to the next. */
final class TribuoFitting implements WeightedLearner.Fitting {

  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

  private final LongFunction<? extends Trainer<Label>> trainer;
  private final Matrix features;
  private final TribuoRows rows;
  private final long seed;

  TribuoFitting(LongFunction<? extends Trainer<Label>> trainer, Matrix features, long seed) {
    FeatureRange.check("Tribuo", features);
    this.trainer = trainer;
    this.features = features;
    this.rows = new TribuoRows(features);
    this.seed = seed;
    if (TRIBUO.getLevel() == null) {
      TRIBUO.setLevel(Level.WARNING); // it tells every fit at INFO
    }
  }

  @Override
  public Scorer fit(int[] labels, double[] weights) {
    Target target = Target.of(labels, weights, features.rows());
    if (target.isCertain()) {
      return new ConstantScorer(target.mean());
    }
    Model<Label> model = train(target);
    return TribuoExport.of(model, features).orElseGet(() -> new TribuoScorer(model));
  }

  Model<Label> train(Target target) {
    return trainer.apply(seed).train(rows.dataset(target));
  }
}
