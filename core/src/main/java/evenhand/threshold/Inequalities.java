package evenhand.threshold;

import evenhand.data.DataException;
import evenhand.parity.Condition;
import evenhand.parity.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every stated condition as inequalities {@code coefficients · shares + constant ≤ 0} on the
 * accepted shares of the slots.
 *
 * @param coefficients shape [J][2k]
 * @param constants shape [J]
 * @param labels what each says, J texts
 */
@SuppressWarnings("ArrayRecordComponent")
record Inequalities(double[][] coefficients, double[] constants, List<String> labels) {

  private static final int MOST_GROUPS = 150;

  /** Of the conditions, each of one attribute, that are linear. */
  static Inequalities of(JointCells cells, List<Condition> conditions) {
    List<double[]> coefficients = new ArrayList<>();
    List<Double> constants = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (Condition condition : conditions) {
      if (PrecisionLevels.isOne(condition)) {
        continue;
      }
      int groups = cells.groups(condition).names().size();
      if (groups > MOST_GROUPS) {
        throw new DataException(
            "%s is of %d groups, thresholds are kept even between at most %d"
                .formatted(condition, groups, MOST_GROUPS));
      }
      Constraint constraint = cells.constraint(condition);
      for (double constant : constraint.violation(new double[2 * cells.size()])) {
        constants.add(constant);
      }
      double[] price = new double[constraint.size()];
      for (int j = 0; j < price.length; j++) {
        price[j] = 1;
        coefficients.add(constraint.cost(price));
        price[j] = 0;
      }
      labels.addAll(constraint.labels());
    }
    return new Inequalities(
        coefficients.toArray(double[][]::new),
        constants.stream().mapToDouble(Double::doubleValue).toArray(),
        List.copyOf(labels));
  }

  /** These and then the others. */
  Inequalities and(Inequalities others) {
    return new Inequalities(
        Stream.concat(Arrays.stream(coefficients), Arrays.stream(others.coefficients))
            .toArray(double[][]::new),
        DoubleStream.concat(Arrays.stream(constants), Arrays.stream(others.constants)).toArray(),
        Stream.concat(labels.stream(), others.labels.stream()).toList());
  }

  /** Those that concern no other cell. */
  Inequalities only(int cell) {
    int[] own =
        IntStream.range(0, size())
            .filter(
                j ->
                    IntStream.range(0, coefficients[j].length)
                        .allMatch(slot -> slot / 2 == cell || coefficients[j][slot] == 0))
            .toArray();
    return new Inequalities(
        Arrays.stream(own).mapToObj(j -> coefficients[j]).toArray(double[][]::new),
        Arrays.stream(own).mapToDouble(j -> constants[j]).toArray(),
        Arrays.stream(own).mapToObj(labels::get).toList());
  }

  int size() {
    return constants.length;
  }

  double violation(int j, double[] shares) {
    return constants[j] + left(j, shares);
  }

  /** Without the constant. */
  double left(int j, double[] shares) {
    double sum = 0;
    for (int slot = 0; slot < shares.length; slot++) {
      sum += coefficients[j][slot] * shares[slot];
    }
    return sum;
  }

  /** The first that is broken by more than {@code enough}; −1 where none is. */
  int firstOver(double enough, double[] shares) {
    for (int j = 0; j < size(); j++) {
      if (violation(j, shares) > enough) {
        return j;
      }
    }
    return -1;
  }

  /** The largest violation; 0 or less where all hold. */
  double worst(double[] shares) {
    double worst = size() == 0 ? 0 : Double.NEGATIVE_INFINITY;
    for (int j = 0; j < size(); j++) {
      worst = Math.max(worst, violation(j, shares));
    }
    return worst;
  }
}
