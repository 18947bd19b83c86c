package evenhand.calibrate;

import evenhand.data.Groups;
import evenhand.metric.Ascending;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Deployment without the attributes: the maps of groups, mixed by P(group | score) of the rows they
 * were fitted to. P(group | score) is the groups' shares in up to {@value #BINS} bins of equal
 * weight, at each bin's mean score.
 */
public final class UnknownGroups {

  private static final int BINS = 20;

  private UnknownGroups() {}

  /**
   * One map of the score alone.
   *
   * @param maps fitted to these rows by these attributes
   */
  public static CalibrationMap mixture(GroupMaps maps, ScoredRows rows, List<Groups> attributes) {
    if (maps.groups().isEmpty()) {
      return maps.everyone().map();
    }
    Cells cells = Cells.of(attributes);
    IdentityHashMap<CalibrationMap, Integer> parts = new IdentityHashMap<>();
    List<CalibrationMap> distinct = new ArrayList<>();
    int[] partOf = new int[cells.count()];
    for (int c = 0; c < partOf.length; c++) {
      List<String> values = cells.values(c);
      CalibrationMap map =
          maps.applied().stream()
              .filter(group -> group.values().equals(values))
              .findFirst()
              .orElse(maps.everyone())
              .map();
      if (parts.putIfAbsent(map, distinct.size()) == null) {
        distinct.add(map);
      }
      partOf[c] = Objects.requireNonNull(parts.get(map));
    }
    int[] part = new int[rows.size()];
    for (int i = 0; i < part.length; i++) {
      part[i] = partOf[cells.codes()[i]];
    }
    return shares(rows, part, distinct);
  }

  private static CalibrationMap shares(ScoredRows rows, int[] part, List<CalibrationMap> distinct) {
    int[] order = Ascending.order(rows.scores());
    double left = rows.labelWeights()[0] + rows.labelWeights()[1];
    double step = left / BINS;
    List<double[]> bins = new ArrayList<>();
    List<Double> knots = new ArrayList<>();
    for (int at = 0; at < order.length; ) {
      double[] weight = new double[distinct.size()];
      double sum = 0;
      double total = 0;
      while (at < order.length && (total < step || isTied(rows, order, at))) {
        int row = order[at++];
        weight[part[row]] += rows.weights()[row];
        sum += rows.weights()[row] * rows.scores()[row];
        total += rows.weights()[row];
      }
      if (total > 0) {
        for (int g = 0; g < weight.length; g++) {
          weight[g] /= total;
        }
        double knot = sum / total;
        if (knots.isEmpty() || knot > knots.get(knots.size() - 1)) {
          bins.add(weight);
          knots.add(knot);
        }
      }
    }
    double[][] shares = new double[distinct.size()][knots.size()];
    for (int k = 0; k < knots.size(); k++) {
      for (int g = 0; g < shares.length; g++) {
        shares[g][k] = bins.get(k)[g];
      }
    }
    return new MixtureMap(
        knots.stream().mapToDouble(Double::doubleValue).toArray(),
        MixtureMap.parts(distinct, shares));
  }

  private static boolean isTied(ScoredRows rows, int[] order, int at) {
    return at > 0 && rows.scores()[order[at]] == rows.scores()[order[at - 1]];
  }
}
