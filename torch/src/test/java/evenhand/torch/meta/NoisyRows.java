package evenhand.torch.meta;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.loss.RowLoss;
import evenhand.torch.Mlp;
import evenhand.torch.Stepping;
import java.util.List;
import java.util.SplittableRandom;

/** Rows of two groups whose labels a line can tell, of which a share is flipped in one group. */
final class NoisyRows {

  private NoisyRows() {}

  /**
   * @param flipped share of group b's labels that are wrong
   */
  static Examples of(long seed, int rows, double flipped) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[3 * rows];
    int[] labels = new int[rows];
    int[] codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = i % 2;
      values[3 * i] = (float) random.nextDouble(-1, 1);
      values[3 * i + 1] = (float) random.nextDouble(-1, 1);
      values[3 * i + 2] = codes[i];
      labels[i] = values[3 * i] + values[3 * i + 1] > 0 ? 1 : 0;
      if (codes[i] == 1 && random.nextDouble() < flipped) {
        labels[i] = 1 - labels[i];
      }
    }
    return new Examples(
        new DenseMatrix(rows, 3, values), labels, 2, new Groups("group", List.of("a", "b"), codes));
  }

  static Mlp network() {
    return new Mlp(3, List.of(16), 0, 2);
  }

  static MetaOptions options(int epochs, MetaOptions.Passes passes) {
    Stepping stepping = Stepping.constant(Stepping.Rule.SGD, 0.9);
    return new MetaOptions(
        epochs,
        50,
        0.1,
        0,
        stepping,
        new MetaOptions.Trust(
            60, 1, RowLoss.CROSS_ENTROPY, MetaOptions.Imagined.OPTIMIZER, passes));
  }

  /** Share of rows told right. */
  static double accuracy(MetaTraining here, Examples rows) {
    int[] predicted = Predictions.of(here.logits(rows.features()), rows.size());
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      right += predicted[i] == rows.labels()[i] ? 1 : 0;
    }
    return (double) right / predicted.length;
  }
}
