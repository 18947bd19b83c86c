package evenhand.torch.meta;

import java.util.stream.IntStream;

/**
 * Only the rows with the largest losses of a step count, each its whole loss: the sum over the
 * worst share, which Nash-Meta-Learning's authors call DRO.
 *
 * @param share in (0, 1]; at least one row
 */
public record LargestLosses(double share) implements RowWeighing {

  @Override
  public RowWeights on(int rows, long seed) {
    return step -> {
      double[] losses = step.losses();
      double[] weights = new double[losses.length];
      IntStream.range(0, losses.length)
          .boxed()
          .sorted((one, other) -> Double.compare(losses[other], losses[one]))
          .limit(Math.max(1, (long) (share * losses.length)))
          .forEach(i -> weights[i] = 1);
      return weights;
    };
  }
}
