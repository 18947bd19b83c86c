package evenhand.torch;

import evenhand.data.DataException;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.loss.RegularizedLoss;
import evenhand.loss.Schedule;
import evenhand.train.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Accuracy with a price on unevenness that does not depend on the tolerance: cross entropy plus
 * strength times a {@link FairnessTerm} of every requirement.
 *
 * @param schedule of the strength
 * @param price what is uneven
 */
record Regularized(Schedule schedule, PriceOptions price) implements NetworkMethod.Trainer {

  @Override
  public NetworkMethod.Run on(Method.Task task) {
    if (task.requirements().isEmpty()) {
      throw new DataException(
          "there is no parity to put a price on; name one with --require, such as demographic_parity<=0.05");
    }
    return new Priced(schedule, terms(task), () -> terms(task));
  }

  private List<Subgroups.Timed> terms(Method.Task task) {
    return task.requirements().stream()
        .map(requirement -> price.subgroups().on(price.term(), requirement, task))
        .toList();
  }

  /**
   * One training.
   *
   * @param terms that remember its batches
   * @param fresh terms that remember nothing, for rows unseen
   */
  private record Priced(
      Schedule schedule, List<Subgroups.Timed> terms, Supplier<List<Subgroups.Timed>> fresh)
      implements NetworkMethod.Run {

    @Override
    public Loss.Evaluated on(int[] chosen, Batch batch, double[] logits, double progress) {
      return loss(terms, logits, batch, progress);
    }

    /** At the full strength, so that early passes do not look better than they are. */
    @Override
    public Optional<Loss> judged() {
      return Optional.of((rows, logits) -> loss(fresh.get(), logits, rows, 1));
    }

    private Loss.Evaluated loss(
        List<Subgroups.Timed> of, double[] logits, Batch batch, double progress) {
      Loss loss = new CrossEntropy();
      for (Subgroups.Timed term : of) {
        Loss.Evaluated uneven = term.on(batch, logits, progress);
        loss = new RegularizedLoss(loss, (rows, same) -> uneven, schedule.at(progress));
      }
      return loss.on(batch, logits);
    }
  }

  /**
   * The same at another strength.
   *
   * @throws DataException for a strength below 0
   */
  Regularized at(double strength) {
    if (!(strength >= 0 && strength < Double.POSITIVE_INFINITY)) {
      throw new DataException("the strength of regularized must be at least 0, was " + strength);
    }
    return new Regularized(new Schedule(strength, schedule.ramp(), schedule.warmUp()), price);
  }
}
