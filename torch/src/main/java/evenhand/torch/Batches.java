package evenhand.torch;

import evenhand.data.Groups;
import evenhand.loss.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Deals rows into batches of about equal size that each hold every label × group stratum in about
 * its share of all rows.
 */
final class Batches {

  private final int rows;
  private final int size;
  private final List<int[]> strata;

  /**
   * @param rows to deal
   * @param size of a batch at most, ≥ 1
   */
  Batches(Batch rows, int size) {
    this.rows = rows.size();
    this.size = size;
    this.strata = strata(rows);
  }

  /**
   * @return each row in exactly one batch; in another order for other randomness
   */
  int[][] of(SplittableRandom random) {
    PriorityQueue<Hand> hands = new PriorityQueue<>();
    for (int[] stratum : strata) {
      int[] shuffled = stratum.clone();
      shuffle(shuffled, random);
      hands.add(new Hand(shuffled, random.nextDouble(), 0));
    }
    int count = (rows + size - 1) / size;
    int[][] batches = new int[count][];
    for (int b = 0; b < count; b++) {
      int from = (int) ((long) rows * b / count);
      int to = (int) ((long) rows * (b + 1) / count);
      batches[b] = new int[to - from];
      for (int i = from; i < to; i++) {
        Hand next = hands.remove();
        batches[b][i - from] = next.row();
        if (next.at() + 1 < next.rows().length) {
          hands.add(new Hand(next.rows(), next.shift(), next.at() + 1));
        }
      }
    }
    shuffle(batches, random);
    return batches;
  }

  /**
   * A stratum of which some rows are dealt; it deals at even distances in [0, 1].
   *
   * @param shift of its first row, in units of its distance
   * @param at the row that is next
   */
  private record Hand(int[] rows, double shift, int at) implements Comparable<Hand> {

    double place() {
      return (at + shift) / rows.length;
    }

    int row() {
      return rows[at];
    }

    @Override
    public int compareTo(Hand other) {
      int byPlace = Double.compare(place(), other.place());
      return byPlace != 0 ? byPlace : Integer.compare(row(), other.row());
    }
  }

  private static List<int[]> strata(Batch rows) {
    Map<Long, List<Integer>> strata = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      long key = rows.labels()[i];
      for (Groups groups : rows.groups()) {
        key = key * groups.names().size() + groups.codes()[i];
      }
      strata.computeIfAbsent(key, ignored -> new ArrayList<>()).add(i);
    }
    return strata.values().stream()
        .map(stratum -> stratum.stream().mapToInt(Integer::intValue).toArray())
        .toList();
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
