package evenhand.loss;

import evenhand.data.Groups;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small random batches of one attribute, {@code group}. */
final class Batches {

  static final String ATTRIBUTE = "group";

  private Batches() {}

  static Batch random(long seed, int rows, int groups) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Batch(
        random.ints(rows, 0, 2).toArray(),
        random.doubles(rows, 0.2, 2).toArray(),
        random.doubles(rows, 0.2, 2).toArray(),
        List.of(
            new Groups(
                ATTRIBUTE,
                IntStream.range(0, groups).mapToObj(g -> "g" + g).toList(),
                random.ints(rows, 0, groups).toArray())));
  }

  static Predictions predictions(long seed, int rows, int groups) {
    Batch batch = random(seed, rows, groups);
    double[] values = new SplittableRandom(seed + 2000).doubles(rows, 0, 1).toArray();
    return new Predictions(values, values, batch.parityWeights(), batch.groups(ATTRIBUTE));
  }

  /** Two groups with the same values and weights. */
  static Predictions twins(int each) {
    double[] values = new double[2 * each];
    double[] weights = new double[2 * each];
    int[] codes = new int[2 * each];
    SplittableRandom random = new SplittableRandom(each);
    for (int i = 0; i < each; i++) {
      values[i] = random.nextDouble();
      weights[i] = random.nextDouble(0.2, 2);
      values[each + i] = values[i];
      weights[each + i] = weights[i];
      codes[each + i] = 1;
    }
    return new Predictions(
        values, values, weights, new Groups(ATTRIBUTE, List.of("a", "b"), codes));
  }

  static double[] logits(long seed, int rows) {
    return new SplittableRandom(seed + 1000).doubles(rows, -3, 3).toArray();
  }

  static int[] order(long seed, int rows) {
    int[] order = IntStream.range(0, rows).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
