package evenhand.torch;

import evenhand.loss.Loss;
import org.bytedeco.pytorch.Tensor;

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
    return Torch.backward(output, loss.slope(), step.theta());
  }
}
