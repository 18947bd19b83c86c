package evenhand.audit;

import evenhand.data.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Outcomes of several classes.
 *
 * @param classes names of the classes, at least two, without repetition
 * @param labels what came true, shape [n], index into {@code classes}
 * @param decisions what was predicted, shape [n], index into {@code classes}
 */
public record ClassOutcomes(
    List<String> classes, int[] labels, int[] decisions, Optional<double[]> weights)
    implements Outcomes {

  /**
   * @throws DataException for no rows, fewer than two classes, a label or prediction that is none
   *     of them, a negative weight, or weights that are all 0
   */
  public ClassOutcomes {
    classes = List.copyOf(classes);
    if (classes.size() < 2 || classes.stream().distinct().count() < classes.size()) {
      throw new DataException("two or more different classes are needed, got " + classes);
    }
    RowChecks.check(labels.length, weights);
    RowChecks.checkSize(labels.length, "predictions", decisions.length);
    check("label", labels, classes.size());
    check("prediction", decisions, classes.size());
  }

  private static void check(String what, int[] values, int classes) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] >= classes) {
        throw new DataException(
            "the %s of row %d is class number %d; there are %d classes, numbered from 0"
                .formatted(what, i + 1, values[i], classes));
      }
    }
  }

  public static ClassOutcomes of(List<String> classes, int[] labels, int[] decisions) {
    return new ClassOutcomes(classes, labels, decisions, Optional.empty());
  }

  public ClassOutcomes withWeights(double[] given) {
    return new ClassOutcomes(classes, labels, decisions, Optional.of(given));
  }

  @Override
  public ClassOutcomes select(int[] rows) {
    return new ClassOutcomes(
        classes,
        Arrays.stream(rows).map(row -> labels[row]).toArray(),
        Arrays.stream(rows).map(row -> decisions[row]).toArray(),
        weights.map(each -> RowChecks.select(each, rows)));
  }

  @Override
  public int size() {
    return labels.length;
  }
}
