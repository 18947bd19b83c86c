package evenhand.torch.meta;

/**
 * Weights that no trusted row moves.
 *
 * @param each shape [rows], ≥ 0, in any unit; empty for all alike
 * @param normalization over the rows of a step
 */
public record StaticWeights(double[] each, Normalization normalization) implements RowWeighing {

  /** All alike, adding up to 1. */
  public static StaticWeights uniform() {
    return new StaticWeights(new double[0], Normalization.SUM);
  }

  @Override
  public RowWeights on(int rows, long seed) {
    return step -> {
      double[] some = new double[step.chosen().length];
      for (int i = 0; i < some.length; i++) {
        some[i] = each.length == 0 ? 1 : each[step.chosen()[i]];
      }
      return normalization.weights(some);
    };
  }
}
