package evenhand.torch;

import evenhand.data.Groups;
import evenhand.loss.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Deals rows into batches of about equal size that each hold every label × group stratum in about
 * its share of all rows.
 *
 * @param rows to deal
 * @param size of a batch at most, ≥ 1
 */
record Batches(Batch rows, int size) {

  /**
   * @return each row in exactly one batch; in another order for other randomness
   */
  int[][] of(SplittableRandom random) {
    double[] place = new double[rows.size()];
    for (List<Integer> stratum : strata().values()) {
      int[] shuffled = stratum.stream().mapToInt(Integer::intValue).toArray();
      shuffle(shuffled, random);
      double shift = random.nextDouble();
      for (int i = 0; i < shuffled.length; i++) {
        place[shuffled[i]] = (i + shift) / shuffled.length;
      }
    }
    Integer[] order = new Integer[place.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (one, other) -> Double.compare(place[one], place[other]));
    int count = (order.length + size - 1) / size;
    int[][] batches = new int[count][];
    for (int b = 0; b < count; b++) {
      int from = (int) ((long) order.length * b / count);
      int to = (int) ((long) order.length * (b + 1) / count);
      batches[b] = new int[to - from];
      for (int i = from; i < to; i++) {
        batches[b][i - from] = order[i];
      }
    }
    shuffle(batches, random);
    return batches;
  }

  private Map<Long, List<Integer>> strata() {
    Map<Long, List<Integer>> strata = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      long key = rows.labels()[i];
      for (Groups groups : rows.groups()) {
        key = key * groups.names().size() + groups.codes()[i];
      }
      strata.computeIfAbsent(key, ignored -> new ArrayList<>()).add(i);
    }
    return new LinkedHashMap<>(strata);
  }

  private static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static void shuffle(int[][] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int[] kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
