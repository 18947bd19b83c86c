package evenhand.torch;

import evenhand.metric.Auc;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * How well the group can be told from a representation by an adversary that was not there when it
 * was trained: the one that was may have been outwitted, and prove nothing.
 *
 * @param hidden widths of the adversary
 * @param seed of its parameters and batches
 */
record FreshAdversary(List<Integer> hidden, long seed) {

  private static final int STEPS = 300;
  private static final int BATCH = 512;
  private static final double RATE = 0.01;

  /**
   * Rows as an adversary sees them.
   *
   * @param shown shape [n, width], row-major
   * @param width ≥ 1
   * @param groups shape [n]
   */
  record Rows(float[] shown, int width, int[] groups) {

    int size() {
      return groups.length;
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
   * @param balancedAccuracy mean over the groups of the share of their rows that was told rightly,
   *     in [0, 1]; 1 / groups by chance
   * @param auc of two groups, in [0, 1]; 0.5 by chance; of more than two: empty
   */
  record Recovered(double balancedAccuracy, OptionalDouble auc) {

    @Override
    public String toString() {
      String first = String.format(Locale.ROOT, "balanced accuracy %.3f", balancedAccuracy);
      return auc.isEmpty()
          ? first
          : first + String.format(Locale.ROOT, ", AUC %.3f", auc.getAsDouble());
    }
  }

  /**
   * Trained on some rows, where every group counts the same, and tried on others.
   *
   * @param k the number of groups
   */
  Recovered on(Rows training, Rows unseen, int k) {
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
      try (NoGradGuard noTape = new NoGradGuard()) {
        Tensor shown = Torch.floats(unseen.shown(), unseen.size(), unseen.width());
        return recovered(Torch.read(adversary.logits(shown)), unseen.groups(), k);
      }
    }
  }

  private static double[] even(int[] groups, int k) {
    int[] counts = new int[k];
    for (int g : groups) {
      counts[g]++;
    }
    return Arrays.stream(groups).mapToDouble(g -> 1.0 / counts[g]).toArray();
  }

  private static Recovered recovered(double[] logits, int[] groups, int k) {
    int[] right = new int[k];
    int[] all = new int[k];
    double[] margin = new double[groups.length];
    for (int i = 0; i < groups.length; i++) {
      int told = 0;
      for (int g = 1; g < k; g++) {
        told = logits[i * k + g] > logits[i * k + told] ? g : told;
      }
      all[groups[i]]++;
      right[groups[i]] += told == groups[i] ? 1 : 0;
      margin[i] = logits[i * k + 1] - logits[i * k];
    }
    double sum = 0;
    int present = 0;
    for (int g = 0; g < k; g++) {
      if (all[g] > 0) {
        sum += (double) right[g] / all[g];
        present++;
      }
    }
    double[] ones = new double[groups.length];
    Arrays.fill(ones, 1);
    return new Recovered(
        sum / present, k == 2 ? new Auc(groups, margin, ones).overall() : OptionalDouble.empty());
  }
}
