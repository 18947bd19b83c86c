package evenhand.torch;

import evenhand.loss.Loss;
import evenhand.loss.RowLoss;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * A small network that tells the group of a row from what it is shown, trained by Adam on the cross
 * entropy over the groups. Its parameters belong to the scope it is made in.
 */
final class Adversary {

  private final Mlp network;
  private final Tensor theta;
  private final Adam adam;

  /**
   * @param columns that it is shown, ≥ 1
   * @param hidden widths
   * @param groups to tell apart, ≥ 2
   */
  Adversary(int columns, List<Integer> hidden, int groups, long seed) {
    this.network = new Mlp(columns, hidden, 0, groups);
    this.theta = Torch.floats(network.initial(seed), network.parameters());
    this.theta.requires_grad_(true);
    this.adam = new Adam(theta, 0);
  }

  /** Logits of the groups, float [n, groups]. */
  Tensor logits(Tensor shown) {
    return network.forward(theta, shown, new Network.Mode.Scoring());
  }

  /** Logits of the groups without a tape, shape [n, groups], row-major. */
  double[] told(Tensor shown) {
    try (NoGradGuard ignored = new NoGradGuard()) {
      return Torch.read(logits(shown));
    }
  }

  /**
   * One step downhill on these rows.
   *
   * @param shown float [n, columns], a leaf of its own
   * @param groups of the rows, shape [n]
   * @param weights of the rows, shape [n], ≥ 0
   * @return the loss, and its slope at what was shown, flattened
   */
  Told step(Tensor shown, int[] groups, double[] weights, double rate) {
    Tensor logits = logits(shown);
    Loss.Evaluated loss = entropy(Torch.read(logits), groups, weights);
    TensorVector gradients =
        Torch.backward(
            new TensorVector(logits),
            new TensorVector(Torch.floats(loss.slope(), logits.size(0), logits.size(1))),
            new TensorVector(theta, shown),
            Torch.Graph.FREED);
    adam.step(gradients.get(0), rate);
    return new Told(loss.value(), gradients.get(1));
  }

  /**
   * @param loss cross entropy in nats
   * @param slope of it at what was shown
   */
  record Told(double loss, Tensor slope) {}

  /**
   * Weighted mean of −log P(group).
   *
   * @param logits shape [n, k], row-major
   */
  static Loss.Evaluated entropy(double[] logits, int[] groups, double[] weights) {
    int k = logits.length / groups.length;
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    if (total == 0) {
      return Loss.Evaluated.nothing(logits.length);
    }
    RowLoss.Evaluated each = RowLoss.CROSS_ENTROPY.on(groups, logits);
    double value = 0;
    double[] slope = each.slopes();
    for (int i = 0; i < groups.length; i++) {
      double share = weights[i] / total;
      value += share * each.values()[i];
      for (int g = 0; g < k; g++) {
        slope[i * k + g] *= share;
      }
    }
    return new Loss.Evaluated(value, slope);
  }
}
