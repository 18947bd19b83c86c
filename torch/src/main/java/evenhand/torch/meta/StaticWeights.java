package evenhand.torch.meta;

import java.util.Arrays;

/**
 * Weights that no trusted row moves: each row's, over the mean of the step's rows.
 *
 * @param each shape [rows], ≥ 0, with a positive one in every step; empty for all alike
 */
public record StaticWeights(double[] each) implements Reweighting {

  /** All alike. */
  public static StaticWeights uniform() {
    return new StaticWeights(new double[0]);
  }

  @Override
  public RowWeights on(int rows, long seed) {
    return new RowWeights() {
      @Override
      public double[] weights(LookAhead step) {
        double[] some = new double[step.chosen().length];
        for (int i = 0; i < some.length; i++) {
          some[i] = each.length == 0 ? 1 : each[step.chosen()[i]];
        }
        double sum = Arrays.stream(some).sum();
        return Arrays.stream(some).map(weight -> sum == 0 ? 0 : weight / sum).toArray();
      }

      @Override
      public boolean asksTrustedRows() {
        return false;
      }
    };
  }
}
