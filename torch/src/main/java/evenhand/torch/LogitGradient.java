package evenhand.torch;

import evenhand.loss.Loss;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * One backward pass of an objective's slope.
 *
 * @param network whose logits it is a function of
 * @param objective in plain Java
 */
record LogitGradient(Network network, Descent.Objective objective) implements Descent.Gradient {

  @Override
  public Tensor of(Descent.Step step) {
    Tensor output = network.forward(step.theta(), step.features(), step.mode());
    Loss.Evaluated loss =
        objective.on(step.chosen(), step.batch(), Torch.read(output), step.progress());
    return back(output, loss.slope(), step, Torch.Graph.FREED);
  }

  static Tensor back(Tensor output, double[] slope, Descent.Step step, Torch.Graph graph) {
    return Torch.backward(
            new TensorVector(output),
            new TensorVector(Torch.floats(slope, slope.length)),
            new TensorVector(step.theta()),
            graph)
        .get(0);
  }
}
