package evenhand.torch;

import evenhand.data.DataException;
import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.loss.RegularizedLoss;
import evenhand.loss.Schedule;
import evenhand.train.Method;
import java.util.List;

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
    List<Subgroups.Timed> terms =
        task.requirements().stream()
            .map(requirement -> price.subgroups().on(price.term(), requirement, task))
            .toList();
    return (chosen, batch, logits, progress) -> {
      Loss loss = new CrossEntropy();
      for (Subgroups.Timed term : terms) {
        Loss.Evaluated uneven = term.on(batch, logits, progress);
        loss = new RegularizedLoss(loss, (rows, same) -> uneven, schedule.at(progress));
      }
      return loss.on(batch, logits);
    };
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
