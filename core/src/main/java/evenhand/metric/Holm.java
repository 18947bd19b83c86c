package evenhand.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of several tests, so that one false alarm among all of them is as rare as it
 * would be of one.
 */
public final class Holm {

  private Holm() {}

  /**
   * Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
   * Statistics 1979: of m, the j-th smallest times m − j + 1, at least the adjusted ones before it,
   * at most 1.
   *
   * @param pValues shape [m], in [0, 1]
   * @return shape [m], in the order given
   */
  public static double[] adjusted(double[] pValues) {
    List<Integer> ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(test -> pValues[test]))
            .toList();
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    for (int j = 0; j < pValues.length; j++) {
      int test = ascending.get(j);
      largest = Math.max(largest, Math.min(1, (pValues.length - j) * pValues[test]));
      adjusted[test] = largest;
    }
    return adjusted;
  }
}
