package evenhand.torch;

import evenhand.data.DataException;
import evenhand.loss.CrossEntropy;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Loss;
import evenhand.loss.Penalty;
import evenhand.loss.RegularizedLoss;
import evenhand.loss.Schedule;
import evenhand.loss.Smoothing;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import java.util.List;

/**
 * Accuracy with a price on unevenness that does not depend on the tolerance: cross entropy plus
 * strength times the {@link FairnessLoss} of every requirement's parity.
 *
 * @param schedule of the strength
 * @param penalty on the gaps
 * @param smoothing of the decisions
 */
record Regularized(Schedule schedule, Penalty penalty, Smoothing smoothing)
    implements NetworkMethod.Trainer {

  @Override
  public NetworkMethod.Run on(Method.Task task) {
    if (task.requirements().isEmpty()) {
      throw new DataException(
          "there is no parity to put a price on; name one with --require, such as demographic_parity<=0.05");
    }
    List<FairnessLoss> prices = task.requirements().stream().map(this::price).toList();
    return (chosen, batch, logits, progress) -> {
      Loss loss = new CrossEntropy();
      for (FairnessLoss price : prices) {
        loss = new RegularizedLoss(loss, price, schedule.at(progress));
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
    return new Regularized(
        new Schedule(strength, schedule.ramp(), schedule.warmUp()), penalty, smoothing);
  }

  private FairnessLoss price(Requirement requirement) {
    return new FairnessLoss(
        requirement.parity(), penalty, smoothing, requirement.attribute().orElseThrow());
  }
}
