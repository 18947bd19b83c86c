package evenhand.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The gradient of each row's own loss by the parameters, without any of them being written down.
 * One forward pass and one backward pass of the signal between the layers are made at once; sums of
 * gradients under any weights and their products with any directions are then a matrix product a
 * layer each. For networks whose rows do not see each other.
 *
 * <p>Tensors belong to the scope this is made in.
 */
public final class RowGradients {

  private final int parameters;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Layer layer, Tensor input, Tensor slope) {

    Tensor along(Tensor directions) {
      return layer.along(directions, input, slope);
    }

    Tensor along(Entry other, Tensor weights, Tensor sums) {
      return layer.along(input, slope, new Layer.Others(other.input, other.slope, weights, sums));
    }
  }

  /**
   * @param theta [P]; is not differentiated by autograd
   * @param slopes from the logits, [n, outputs] row-major, to the slopes of each row's own loss by
   *     them
   */
  public RowGradients(
      Network network,
      Tensor theta,
      Tensor features,
      Network.Mode mode,
      UnaryOperator<double[]> slopes) {
    this.parameters = network.parameters();
    List<Layer> layers = new ArrayList<>();
    List<Tensor> inputs = new ArrayList<>();
    List<Tensor> outputs = new ArrayList<>();
    Tape tape =
        (layer, parameter, input) -> {
          Tensor output = layer.apply(parameter, input);
          if (!output.requires_grad()) {
            output.requires_grad_(true);
          }
          layers.add(layer);
          inputs.add(input.detach());
          outputs.add(output);
          return output;
        };
    Tensor out = network.forward(theta.detach(), features, mode, tape);
    TensorVector carried =
        Torch.backward(
            new TensorVector(out),
            new TensorVector(Torch.like(out, slopes.apply(Torch.read(out))).view_as(out)),
            new TensorVector(outputs.toArray(Tensor[]::new)),
            Torch.Graph.FREED);
    for (int l = 0; l < outputs.size(); l++) {
      entries.add(new Entry(layers.get(l), inputs.get(l), carried.get(l)));
    }
  }

  /**
   * @param weights [n]
   * @return the gradient of {@code Σ weights_i · loss_i}, [P]
   */
  public Tensor sum(Tensor weights) {
    Tensor into = weights.new_empty(parameters);
    for (Entry entry : entries) {
      Tensor slope = entry.slope();
      long[] shape = new long[(int) slope.dim()];
      java.util.Arrays.fill(shape, 1);
      shape[0] = -1;
      entry.layer().gradient(entry.input(), slope.mul(weights.view(shape)), into);
    }
    return into;
  }

  /**
   * @param directions [K, P]
   * @return of each row and direction their inner product with the row's gradient, [n, K]
   */
  public Tensor along(Tensor directions) {
    return added(l -> entries.get(l).along(directions));
  }

  /**
   * @param others of the same network, anywhere
   * @param weights of the other rows' losses in each sum, [K, m]
   * @return of each row and sum the inner product of the row's gradient with the sum's, [n, K]
   */
  public Tensor along(RowGradients others, Tensor weights) {
    Tensor sums = weights.new_empty(weights.size(0), parameters);
    return added(l -> entries.get(l).along(others.entries.get(l), weights, sums));
  }

  /** Over the layers. */
  private Tensor added(IntFunction<Tensor> parts) {
    Tensor sum = null;
    for (int l = 0; l < entries.size(); l++) {
      Tensor part = parts.apply(l);
      sum = sum == null ? part : sum.add_(part);
    }
    if (sum == null) {
      throw new IllegalStateException("the network has no layers");
    }
    return sum;
  }
}
