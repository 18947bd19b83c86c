package evenhand.metric;

/** Sorts row numbers by a value each, in time proportional to the rows. */
public final class Ascending {

  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;

  private Ascending() {}

  /**
   * Radix sort on the values' bits; stable.
   *
   * @param values shape [n], finite
   * @return row numbers, shape [n], by increasing value
   */
  public static int[] order(double[] values) {
    int n = values.length;
    int[] order = new int[n];
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
      keys[i] = ascending(Double.doubleToLongBits(values[i] + 0.0)); // −0.0 + 0.0 is 0.0
    }
    int[] nextOrder = new int[n];
    long[] nextKeys = new long[n];
    for (int shift = 0; shift < Long.SIZE; shift += BITS) {
      int[] start = starts(keys, shift);
      if (start.length == 0) {
        continue;
      }
      for (int i = 0; i < n; i++) {
        int to = start[digit(keys[i], shift)]++;
        nextOrder[to] = order[i];
        nextKeys[to] = keys[i];
      }
      int[] sortedOrder = nextOrder;
      nextOrder = order;
      order = sortedOrder;
      long[] sortedKeys = nextKeys;
      nextKeys = keys;
      keys = sortedKeys;
    }
    return order;
  }

  /** Unsigned numbers in the order of the values: negative ones count down in their bits. */
  private static long ascending(long bits) {
    return bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
  }

  /** Where each digit's keys begin; empty when all keys share one digit. */
  private static int[] starts(long[] keys, int shift) {
    int[] start = new int[BUCKETS];
    for (long key : keys) {
      start[digit(key, shift)]++;
    }
    int before = 0;
    for (int b = 0; b < BUCKETS; b++) {
      if (start[b] == keys.length) {
        return new int[0];
      }
      int here = start[b];
      start[b] = before;
      before += here;
    }
    return start;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (BUCKETS - 1);
  }
}
