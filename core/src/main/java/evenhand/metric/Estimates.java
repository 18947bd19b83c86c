package evenhand.metric;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A metric of every group and of all rows, with the error that drawing each group's rows anew would
 * make, to first order. With independent standard normal z and z′, group g errs by {@code
 * standardErrors[g]·z_g} and all rows together by {@code Σ_g shared[g]·z_g + rest[g]·z′_g}.
 *
 * @param values of the groups, shape [k]; empty where undefined
 * @param standardErrors of the groups, shape [k]; empty where undefined or too few rows show any
 * @param overall the metric of all rows together
 * @param shared shape [k]
 * @param rest shape [k]
 */
public record Estimates(
    List<OptionalDouble> values,
    List<OptionalDouble> standardErrors,
    OptionalDouble overall,
    double[] shared,
    double[] rest) {

  public Estimates {
    values = List.copyOf(values);
    standardErrors = List.copyOf(standardErrors);
  }

  /**
   * Weighted means of one number per row. A standard error is that of a mean of (Σw)² / Σw² rows.
   *
   * @param each shape [n], finite
   * @param weights shape [n], finite, ≥ 0
   * @param groups of the n rows
   */
  public static Estimates ofMeans(double[] each, double[] weights, Groups groups) {
    int k = groups.names().size();
    int[] codes = groups.codes();
    double[] weight = new double[k];
    double[] squared = new double[k];
    double[] sum = new double[k];
    for (int i = 0; i < each.length; i++) {
      weight[codes[i]] += weights[i];
      squared[codes[i]] += weights[i] * weights[i];
      sum[codes[i]] += weights[i] * each[i];
    }
    double[] mean = new double[k];
    for (int g = 0; g < k; g++) {
      mean[g] = weight[g] == 0 ? 0 : sum[g] / weight[g];
    }
    double[] spread = new double[k];
    for (int i = 0; i < each.length; i++) {
      double part = weights[i] * (each[i] - mean[codes[i]]);
      spread[codes[i]] += part * part;
    }
    return ofSums(weight, squared, sum, spread);
  }

  private static Estimates ofSums(
      double[] weight, double[] squared, double[] sum, double[] spread) {
    int k = weight.length;
    double allWeight = 0;
    double allSum = 0;
    for (int g = 0; g < k; g++) {
      allWeight += weight[g];
      allSum += sum[g];
    }
    List<OptionalDouble> values = new ArrayList<>();
    List<OptionalDouble> errors = new ArrayList<>();
    double[] shared = new double[k];
    for (int g = 0; g < k; g++) {
      OptionalDouble error = OptionalDouble.empty();
      double effective = squared[g] == 0 ? 0 : weight[g] * weight[g] / squared[g];
      if (effective > 1) {
        double standardError = Math.sqrt(spread[g] * effective / (effective - 1)) / weight[g];
        error = OptionalDouble.of(standardError);
        shared[g] = weight[g] / allWeight * standardError;
      }
      values.add(weight[g] == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum[g] / weight[g]));
      errors.add(error);
    }
    OptionalDouble overall =
        allWeight == 0 ? OptionalDouble.empty() : OptionalDouble.of(allSum / allWeight);
    return new Estimates(values, errors, overall, shared, new double[k]);
  }
}
