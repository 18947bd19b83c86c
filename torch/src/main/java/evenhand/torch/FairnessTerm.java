package evenhand.torch;

import evenhand.data.Groups;
import evenhand.loss.Batch;
import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Loss;
import evenhand.loss.NeuralInformation;
import evenhand.loss.Penalty;
import evenhand.loss.Pooling;
import evenhand.loss.ScoreLoss;
import evenhand.loss.Smoothing;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What {@link Regularized} puts a price on; a value without data. */
sealed interface FairnessTerm {

  /**
   * Binds it to a task.
   *
   * @param requirement whose parity and attribute are meant
   * @param pooling of the attribute's groups
   * @throws evenhand.data.DataException where it says nothing of that parity
   */
  Bound on(Requirement requirement, Pooling pooling, Method.Task task);

  /** A term of one training; may keep state from batch to batch. */
  @FunctionalInterface
  interface Bound {
    Loss.Evaluated on(Batch batch, double[] logits);
  }

  /**
   * The smoothed rates of the parity.
   *
   * @param penalty on the gaps
   * @param smoothing of the decisions
   * @param memory share of what earlier batches weigh that is kept from batch to batch, in [0, 1)
   */
  record Rates(Penalty penalty, Smoothing smoothing, double memory) implements FairnessTerm {

    @Override
    public Bound on(Requirement requirement, Pooling pooling, Method.Task task) {
      FairnessLoss loss =
          new FairnessLoss(
              requirement.parity(), penalty, smoothing, attribute(requirement), pooling);
      return memory == 0 ? loss::on : new Running(loss, memory);
    }
  }

  /**
   * The groups' cross entropy, whatever the parity.
   *
   * @param how the groups' losses become one
   */
  record GroupLoss(BoundedGroupLoss.How how) implements FairnessTerm {

    @Override
    public Bound on(Requirement requirement, Pooling pooling, Method.Task task) {
      return new BoundedGroupLoss(how, attribute(requirement), pooling)::on;
    }
  }

  /**
   * A loss of scores of all rows, whatever the parity.
   *
   * @param loss of an attribute
   */
  record Errors(Function<String, ScoreLoss> loss) implements FairnessTerm {

    @Override
    public Bound on(Requirement requirement, Pooling pooling, Method.Task task) {
      return loss.apply(attribute(requirement))::on;
    }
  }

  /**
   * A difference of the distributions of scores, among the rows that the parity counts.
   *
   * @param name as people chose it
   * @param loss of an attribute
   */
  record Scores(String name, Function<String, ScoreLoss> loss) implements FairnessTerm {

    @Override
    public Bound on(Requirement requirement, Pooling pooling, Method.Task task) {
      ScoreLoss each = loss.apply(attribute(requirement));
      return Conditions.of(name, requirement.parity()).each(label -> each::on);
    }
  }

  /**
   * A network's estimate of what the logits tell of the group, among the rows that the parity
   * counts.
   *
   * @param options of that network
   */
  record Information(NeuralInformation.Options options) implements FairnessTerm {

    @Override
    public Bound on(Requirement requirement, Pooling pooling, Method.Task task) {
      String attribute = attribute(requirement);
      int groups = task.training().groups(attribute).names().size();
      return Conditions.of("mine", requirement.parity())
          .each(
              condition -> {
                NeuralInformation estimate =
                    new NeuralInformation(options, groups, task.seed() + condition);
                return (batch, logits) -> {
                  Groups here = batch.groups(attribute);
                  estimate.learn(batch, here, logits);
                  return estimate.on(batch, here, logits);
                };
              });
    }
  }

  private static String attribute(Requirement requirement) {
    return requirement.attribute().orElseThrow();
  }

  /**
   * Rates of many batches: a penalty's pull is that of the rates seen lately, though only the rows
   * of this batch can be moved. Their slope is scaled up to what it would be could all of them.
   */
  final class Running implements Bound {

    private final FairnessLoss loss;
    private final double keep;
    private FairnessLoss.Memory memory = FairnessLoss.Memory.none();

    Running(FairnessLoss loss, double keep) {
      this.loss = loss;
      this.keep = keep;
    }

    @Override
    public Loss.Evaluated on(Batch batch, double[] logits) {
      double here = Arrays.stream(batch.parityWeights()).sum();
      double before = Arrays.stream(memory.total()).sum();
      Loss.Evaluated evaluated = loss.on(batch, logits, memory);
      memory = loss.remember(batch, logits, memory, keep);
      if (here == 0) {
        return evaluated;
      }
      double scale = (here + before) / here;
      return new Loss.Evaluated(
          evaluated.value(), Arrays.stream(evaluated.slope()).map(each -> scale * each).toArray());
    }
  }

  /** The mean of several terms. */
  static Bound mean(List<Bound> terms) {
    return (batch, logits) -> {
      Loss.Evaluated sum = Loss.Evaluated.nothing(logits.length);
      for (Bound term : terms) {
        sum = sum.plus(term.on(batch, logits), 1.0 / terms.size());
      }
      return sum;
    };
  }
}
