package evenhand.torch;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.loss.Schedule;
import evenhand.train.Method;
import java.util.List;

/**
 * Trains a network to predict the label while an {@link Adversary}, which tells the group from what
 * the network makes of a row, can't: the network goes downhill on its own loss and uphill on the
 * adversary's.
 *
 * @param strength of the adversary's gradient in the network
 * @param update how the two gradients become one
 * @param on where the adversary looks
 * @param widths of the adversary's hidden layers
 * @param rate of the adversary's own Adam, &gt; 0
 */
record AdversarialTrainer(
    Schedule strength, Update update, View on, List<Integer> widths, double rate)
    implements NetworkMethod.Trainer {

  /** From the gradients of predictor P and adversary A to one step. */
  enum Update {
    /** P − strength · A. Raff and Sylvester, "Gradient reversal against discrimination", 2018. */
    REVERSAL,
    /**
     * P less its part along A, − strength · A, so that no step helps the adversary. Zhang, Lemoine
     * and Mitchell, AIES 2018, equation 1.
     */
    PROJECTION
  }

  AdversarialTrainer {
    widths = List.copyOf(widths);
  }

  @Override
  public NetworkMethod.Run on(Method.Task task) {
    if (task.training().groups().isEmpty()) {
      throw new DataException("adversarial needs groups; name the group columns with --group");
    }
    if (on == View.REPRESENTATION
        && task.learner() instanceof MlpLearner learner
        && learner.options().hidden().isEmpty()) {
      throw new DataException(
          "a network without hidden layers has no representation that could hide the group; give --learner-option hidden=128-64, or --method-option on=logit");
    }
    return new AdversarialRun(this, task, Sight.of(task.requirements()), attributes(task));
  }

  /** Whose groups, crossed, are to be hidden: those of the requirements, else all. */
  private static List<String> attributes(Method.Task task) {
    List<String> named =
        task.requirements().stream()
            .map(each -> each.attribute().orElseThrow())
            .distinct()
            .toList();
    return named.isEmpty()
        ? task.training().groups().stream()
            .filter(each -> each.crossed().isEmpty())
            .map(Groups::attribute)
            .toList()
        : named;
  }

  /**
   * The same at another strength.
   *
   * @throws DataException for a strength below 0
   */
  AdversarialTrainer at(double other) {
    if (!(other >= 0 && other < Double.POSITIVE_INFINITY)) {
      throw new DataException("the strength of adversarial must be at least 0, was " + other);
    }
    return new AdversarialTrainer(
        new Schedule(other, strength.ramp(), strength.warmUp()), update, on, widths, rate);
  }
}
