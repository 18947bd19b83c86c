package evenhand.torch;

import evenhand.learner.Classifier;
import evenhand.learner.Scorer;
import evenhand.reduce.Shrinking;
import evenhand.reduce.Standing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The networks after each pass of a training under requirements: the best is kept, or the last few
 * for a mixture.
 */
final class Iterates {

  private final int mixed;
  private final Deque<Iterate> last = new ArrayDeque<>();
  private Optional<Iterate> best = Optional.empty();

  /**
   * @param mixed the number of last ones kept for a mixture, ≥ 0
   */
  Iterates(int mixed) {
    this.mixed = mixed;
  }

  /**
   * @param epoch from 1
   * @param training standing on training rows
   * @param tightened the same where the requirements keep a margin
   * @param unseen standing on validation rows, else on training rows
   */
  record Iterate(int epoch, Standing training, Standing tightened, Standing unseen, float[] theta) {

    /** Breaks the requirements less on training rows, then on rows unseen, then errs less there. */
    boolean isBetterThan(Iterate other) {
      int byTraining = Double.compare(broken(training), broken(other.training));
      int byUnseen =
          byTraining != 0 ? byTraining : Double.compare(broken(unseen), broken(other.unseen));
      return byUnseen != 0 ? byUnseen < 0 : unseen.error() < other.unseen.error();
    }

    private static double broken(Standing standing) {
      return Math.max(0, standing.worst());
    }
  }

  void add(Iterate iterate) {
    if (best.isEmpty() || iterate.isBetterThan(best.get())) {
      best = Optional.of(iterate);
    }
    if (mixed > 0) {
      last.add(iterate);
      if (last.size() > mixed) {
        last.remove();
      }
    }
  }

  Optional<Iterate> best() {
    return best;
  }

  /** The best, or the mixture; of no iterates the parameters given. */
  Classifier classifier(Mlp network, float[] otherwise) {
    if (last.isEmpty()) {
      return Classifier.of(network.scorer(best.map(Iterate::theta).orElse(otherwise)));
    }
    List<Scorer> scorers = last.stream().map(each -> network.scorer(each.theta())).toList();
    return Shrinking.of(scorers, last.stream().map(Iterate::tightened).toList());
  }
}
