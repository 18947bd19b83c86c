package evenhand.torch.meta;

import evenhand.loss.Loss;
import evenhand.torch.Network;
import evenhand.torch.Torch;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Several imagined steps as one expression of the rows' weights, differentiated twice. Dear; what
 * {@link LookAhead} does in closed form is checked against this.
 *
 * @param theta where they begin, [P]
 * @param rate of each, negative for steps uphill
 * @param steps ≥ 1
 * @param meaning what a weight is applied to
 */
record Unrolled(Network network, Tensor theta, double rate, int steps, Forml.Meaning meaning) {

  /** The goal's slope by each row's weight, shape [n]. */
  double[] slope(
      LookAhead.Place place,
      LookAhead.Rows rows,
      double[] weights,
      LookAhead.Trusted trusted,
      Goal goal) {
    Tensor shares = Torch.like(theta, weights).requires_grad_(true);
    Tensor here = theta.detach().clone().requires_grad_(true);
    for (int step = 0; step < steps; step++) {
      Tensor output = network.forward(here, rows.features(), place.mode());
      Tensor objective = objective(output, rows.labels(), shares, meaning);
      Tensor slope = gradient(objective, here, new TensorVector(), Again.WANTED);
      here = here.sub(slope.mul(new Scalar(rate)));
    }
    Tensor output = network.forward(here, trusted.features(), place.trustedMode());
    Loss.Evaluated value = goal.on(trusted.examples(), Torch.read(output.detach()), trusted.loss());
    Tensor slope = Torch.like(theta, value.slope()).view_as(output);
    return Torch.read(gradient(output, shares, new TensorVector(slope), Again.DONE));
  }

  /** The weighted cross entropy of a step's rows, a scalar. */
  static Tensor objective(Tensor logits, int[] labels, Tensor weights, Forml.Meaning meaning) {
    if (meaning != Forml.Meaning.LOGITS) {
      return losses(logits, labels).mul(weights).sum();
    }
    Tensor factors = weights.mul(new Scalar((double) labels.length));
    Tensor scaled = logits.dim() == 1 ? logits.mul(factors) : logits.mul(factors.view(-1, 1));
    return losses(scaled, labels).mean();
  }

  private static Tensor losses(Tensor logits, int[] labels) {
    if (logits.dim() == 1) {
      double[] wide = java.util.Arrays.stream(labels).asDoubleStream().toArray();
      return torch.softplus(logits).sub(logits.mul(Torch.like(logits, wide)));
    }
    Tensor own = torch.log_softmax(logits, 1).gather(1, Torch.indices(labels).view(-1, 1));
    return own.view(-1).neg();
  }

  private enum Again {
    WANTED,
    DONE
  }

  private static Tensor gradient(Tensor of, Tensor by, TensorVector slopes, Again again) {
    boolean kept = again == Again.WANTED;
    return torch
        .grad(
            new TensorVector(of), new TensorVector(by), slopes, new BoolOptional(kept), kept, false)
        .get(0);
  }
}
