package evenhand.torch.meta;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How rows come into steps. */
public sealed interface Dealing {

  /**
   * The steps of one pass.
   *
   * @return numbers of rows, each in [0, rows)
   */
  int[][] deal(int rows, int batch, SplittableRandom random);

  /**
   * Each row once, in random order; the last step has what is left.
   *
   * @param last of a pass, where it would be smaller than the others
   */
  record Shuffled(Last last) implements Dealing {

    /** What becomes of a smaller last step. */
    public enum Last {
      KEPT,
      DROPPED
    }

    @Override
    public int[][] deal(int rows, int batch, SplittableRandom random) {
      int[] order = new int[rows];
      Arrays.setAll(order, i -> i);
      for (int i = rows - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      int count = last == Last.KEPT ? (rows + batch - 1) / batch : rows / batch;
      int[][] steps = new int[count][];
      for (int s = 0; s < count; s++) {
        steps[s] = Arrays.copyOfRange(order, s * batch, Math.min(rows, (s + 1) * batch));
      }
      return steps;
    }
  }

  /**
   * Each entry of each step drawn with these chances, with replacement.
   *
   * @param chances shape [rows], ≥ 0, in any unit
   */
  record Drawn(double[] chances) implements Dealing {

    @Override
    public int[][] deal(int rows, int batch, SplittableRandom random) {
      double[] sums = chances.clone();
      for (int i = 1; i < rows; i++) {
        sums[i] += sums[i - 1];
      }
      int[][] steps = new int[(rows + batch - 1) / batch][batch];
      for (int[] step : steps) {
        for (int i = 0; i < batch; i++) {
          int at = Arrays.binarySearch(sums, random.nextDouble() * sums[rows - 1]);
          step[i] = Math.min(rows - 1, at < 0 ? -at - 1 : at + 1);
        }
      }
      return steps;
    }
  }

  /** Each row once, all steps full. */
  static Dealing shuffled() {
    return new Shuffled(Shuffled.Last.DROPPED);
  }
}
