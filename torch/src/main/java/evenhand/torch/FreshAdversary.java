package evenhand.torch;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * How well the group can be told from a representation by an adversary that was not there when it
 * was trained: the one that was may have been outwitted, and prove nothing.
 *
 * @param hidden widths of the adversary
 * @param seed of its parameters and batches
 */
record FreshAdversary(List<Integer> hidden, long seed) {

  /** Of its training. */
  static final int STEPS = 300;

  private static final int BATCH = 512;
  private static final double RATE = 0.01;

  /**
   * Rows as an adversary sees them.
   *
   * @param shown shape [n, width], row-major
   * @param width ≥ 1
   * @param groups shape [n]
   * @param weights shape [n], ≥ 0, of positive sum where there are rows
   */
  record Rows(float[] shown, int width, int[] groups, double[] weights) {

    int size() {
      return groups.length;
    }

    Tensor all() {
      return Torch.floats(shown, size(), width);
    }

    Tensor at(int[] chosen) {
      float[] values = new float[chosen.length * width];
      for (int i = 0; i < chosen.length; i++) {
        System.arraycopy(shown, chosen[i] * width, values, i * width, width);
      }
      return Torch.floats(values, chosen.length, width);
    }
  }

  /**
   * Trained on some rows, where every group counts the same, and tried on others.
   *
   * @param k the number of groups
   */
  Recovered on(Rows training, Rows unseen, int k) {
    return Recovered.of(logits(training, unseen, k), unseen.groups(), k);
  }

  /** The logits of the groups of the rows unseen, shape [n, k], row-major. */
  double[] logits(Rows training, Rows unseen, int k) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = even(training.groups(), k);
    try (PointerScope ignored = new PointerScope()) {
      Adversary adversary = new Adversary(training.width(), hidden, k, random.nextLong());
      for (int step = 0; step < STEPS; step++) {
        int[] chosen = random.ints(Math.min(BATCH, training.size()), 0, training.size()).toArray();
        double rate = RATE * (1 + StrictMath.cos(Math.PI * step / STEPS)) / 2;
        try (PointerScope each = new PointerScope()) {
          adversary.step(
              training.at(chosen).requires_grad_(true),
              Arrays.stream(chosen).map(i -> training.groups()[i]).toArray(),
              Arrays.stream(chosen).mapToDouble(i -> weights[i]).toArray(),
              rate);
        }
      }
      return adversary.told(unseen.all());
    }
  }

  private static double[] even(int[] groups, int k) {
    int[] counts = new int[k];
    for (int g : groups) {
      counts[g]++;
    }
    return Arrays.stream(groups).mapToDouble(g -> 1.0 / counts[g]).toArray();
  }
}
