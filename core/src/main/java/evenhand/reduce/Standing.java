package evenhand.reduce;

import java.util.Arrays;

/**
 * How decisions fare on one problem.
 *
 * @param error expected share of weight decided wrongly, in [0, 1]
 * @param violation of each inequality, shape [constraint.size()], in units of probability; positive
 *     where broken
 */
@SuppressWarnings("ArrayRecordComponent")
public record Standing(double error, double[] violation) {

  /** The largest violation; ≤ 0 when every inequality holds. */
  public double worst() {
    return Arrays.stream(violation).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /** err + λ·γ: Agarwal et al. 2018, equation 4. */
  double lagrangian(double[] prices) {
    double sum = error;
    for (int j = 0; j < prices.length; j++) {
      sum += prices[j] * violation[j];
    }
    return sum;
  }
}
