package evenhand.benchmarks;

import evenhand.data.Groups;
import evenhand.gradient.Aggregation;
import evenhand.gradient.Gramian;
import evenhand.gradient.NashBargaining;
import evenhand.torch.Mlp;
import evenhand.torch.Network;
import evenhand.torch.Rows;
import evenhand.torch.Torch;
import evenhand.torch.meta.Examples;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One pass as a library for higher-order autograd makes it: the step of weighted losses is taken on
 * the tape, and every player's loss after it is differentiated back to the weights.
 *
 * @param players of each trusted row: those that bargain, or the groups of FORML's goal
 * @param bargains whether they do; else the numbers behind a softmax descend on the largest
 *     difference of their losses
 */
record DoublyDifferentiated(
    Mlp network, Examples training, Examples trusted, Groups players, boolean bargains, int batch) {

  private static final double RATE = 1e-3;

  void run() {
    Torch.load();
    try (PointerScope ignored = new PointerScope()) {
      Rows rows = Rows.kept(training.features());
      Tensor asked = Rows.kept(trusted.features()).stretch(0, trusted.size());
      Tensor theta = Torch.floats(network.initial(1), network.parameters());
      for (int from = 0; from + batch <= training.size(); from += batch) {
        try (PointerScope step = new PointerScope()) {
          int[] chosen = IntStream.range(from, from + batch).toArray();
          step(theta, rows.at(chosen), chosen, asked);
        }
      }
    }
  }

  private void step(Tensor theta, Tensor input, int[] chosen, Tensor asked) {
    Tensor here = theta.detach().requires_grad_(true);
    int[] labels = IntStream.of(chosen).map(row -> training.labels()[row]).toArray();
    Tensor losses = losses(forward(here, input), labels);
    Tensor numbers = theta.new_zeros(batch).requires_grad_(true);
    Tensor weights = bargains ? numbers : torch.softmax(numbers, 0);
    Tensor slope = gradient(losses.mul(weights).sum(), here, true);
    Tensor ahead = here.sub(slope.mul(new Scalar(RATE)));
    Tensor own = losses(forward(ahead, asked), trusted.labels());
    Tensor used =
        bargains ? agreed(own, numbers) : torch.softmax(numbers.sub(ofGap(own, numbers)), 0);
    Tensor update = gradient(losses.mul(used.detach()).sum(), here, false);
    theta.add_(update, new Scalar(-RATE));
  }

  private Tensor agreed(Tensor own, Tensor numbers) {
    double[][] help = new double[players.names().size()][];
    for (int k = 0; k < help.length; k++) {
      help[k] = Torch.read(gradient(mean(own, k), numbers, true));
    }
    double[] weights = new double[batch];
    if (NashBargaining.defaults().weigh(Gramian.of(help), new SplittableRandom(1))
        instanceof Aggregation.Agreed agreement) {
      for (int k = 0; k < help.length; k++) {
        for (int i = 0; i < batch; i++) {
          weights[i] -= agreement.weights()[k] * help[k][i];
        }
      }
    }
    double length = 0;
    for (int i = 0; i < batch; i++) {
      weights[i] = Math.max(0, weights[i]);
      length += weights[i] * weights[i];
    }
    return Torch.like(numbers, weights).div(new Scalar(Math.max(1e-30, Math.sqrt(length))));
  }

  private Tensor ofGap(Tensor own, Tensor numbers) {
    return gradient(mean(own, 0).sub(mean(own, 1)).abs(), numbers, true);
  }

  private Tensor mean(Tensor own, int player) {
    double[] shares = new double[trusted.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = players.codes()[i] == player ? 1.0 / players.counts()[player] : 0;
    }
    return own.mul(Torch.like(own, shares)).sum();
  }

  private Tensor forward(Tensor theta, Tensor input) {
    return network.forward(theta, input, new Network.Mode.Scoring());
  }

  private static Tensor losses(Tensor logits, int[] labels) {
    return torch.log_softmax(logits, 1).gather(1, Torch.indices(labels).view(-1, 1)).view(-1).neg();
  }

  private static Tensor gradient(Tensor of, Tensor by, boolean again) {
    return torch
        .grad(
            new TensorVector(of),
            new TensorVector(by),
            new TensorVector(),
            new BoolOptional(true),
            again,
            false)
        .get(0);
  }
}
