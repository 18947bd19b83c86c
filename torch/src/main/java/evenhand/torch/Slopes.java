package evenhand.torch;

import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.train.Epoch;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * What pulls at a network in one pass over the rows: the means of accuracy loss and fairness term
 * over the batches and, of the first batch, how long the gradient of each is.
 */
final class Slopes {

  private static final CrossEntropy ACCURACY = new CrossEntropy();
  private static final int DWARFED = 100;

  private double loss;
  private double fairness;
  private int batches;
  private double lossNorm;
  private double fairnessNorm;
  private int passes;
  private int lossRules;
  private int fairnessRules;

  /** Whether the gradients of this pass are yet to be measured. */
  boolean isNew() {
    return batches == 0;
  }

  /** Whether the batch just added was the first of this pass. */
  boolean isFirst() {
    return batches == 1;
  }

  void add(double batchLoss, double batchFairness) {
    loss += batchLoss;
    fairness += batchFairness;
    batches++;
  }

  void measure(double ofLoss, double ofFairness) {
    lossNorm = ofLoss;
    fairnessNorm = ofFairness;
  }

  /** What happened since the last {@link #next}. */
  Epoch told(int epoch, Map<String, Double> multipliers, Map<String, Double> gaps) {
    return new Epoch(
        epoch,
        loss / batches,
        Optional.of(new Epoch.Added(fairness / batches, lossNorm, fairnessNorm)),
        multipliers,
        Map.of(),
        gaps);
  }

  /** Before the next pass. */
  void next() {
    passes++;
    if (fairnessNorm > DWARFED * lossNorm) {
      fairnessRules++;
    } else if (fairnessNorm > 0 && lossNorm > DWARFED * fairnessNorm) {
      lossRules++;
    }
    loss = 0;
    fairness = 0;
    batches = 0;
  }

  /** A sentence where one gradient dwarfed the other in half of the passes or more. */
  Optional<String> warning() {
    if (2 * fairnessRules >= passes && fairnessRules > 0) {
      return Optional.of(
          "the fairness term's gradient was over %d times the accuracy loss's in %d of %d epochs: accuracy hardly counts; lower the strength"
              .formatted(DWARFED, fairnessRules, passes));
    }
    if (2 * lossRules >= passes && lossRules > 0) {
      return Optional.of(
          "the accuracy loss's gradient was over %d times the fairness term's in %d of %d epochs: fairness hardly counts; raise the strength"
              .formatted(DWARFED, lossRules, passes));
    }
    return Optional.empty();
  }

  /**
   * The gradient of an objective, kept account of here. What the objective has beside the cross
   * entropy is its fairness term. The first batch of a pass takes two backward passes, one for
   * each.
   */
  Descent.Gradient of(Network network, Descent.Objective objective) {
    return step -> {
      Tensor output = network.forward(step.theta(), step.features(), step.mode());
      double[] logits = Torch.read(output);
      Loss.Evaluated whole = objective.on(step.chosen(), step.batch(), logits, step.progress());
      Loss.Evaluated accuracy = ACCURACY.on(step.batch(), logits);
      double weight = objective.lossWeight();
      boolean first = isNew();
      add(accuracy.value(), whole.value() - weight * accuracy.value());
      if (!first) {
        return Torch.backward(output, whole.slope(), step.theta());
      }
      Tensor wanted =
          Torch.backward(
              output,
              Torch.like(
                  output, Loss.Evaluated.nothing(logits.length).plus(accuracy, weight).slope()),
              step.theta(),
              Torch.Graph.KEPT);
      double[] rest = whole.plus(accuracy, -weight).slope();
      Tensor even = Torch.backward(output, rest, step.theta());
      measure(Torch.norm(wanted), Torch.norm(even));
      return wanted.add(even);
    };
  }
}
