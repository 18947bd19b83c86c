package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.DenseMatrix;
import evenhand.data.Sample;
import evenhand.learner.Scorer;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

final class DescentTest {

  @Test
  void learnsWhatNoLineCanTell() {
    float[] values = new float[800];
    int[] labels = new int[400];
    for (int i = 0; i < 400; i++) {
      values[2 * i] = i % 2 == 0 ? 1 : -1;
      values[2 * i + 1] = i / 2 % 2 == 0 ? 1 : -1;
      labels[i] = values[2 * i] * values[2 * i + 1] > 0 ? 1 : 0;
    }
    DenseMatrix features = new DenseMatrix(400, 2, values);
    double[] ones = new double[400];
    java.util.Arrays.fill(ones, 1);

    Scorer scorer = Toys.learner(60).on(features, 1).fit(labels, ones);

    double[] scores = scorer.score(features);
    for (int i = 0; i < 400; i++) {
      assertThat(scores[i] >= 0.5 ? 1 : 0).isEqualTo(labels[i]);
    }
  }

  @Test
  void oneSeedGivesTheSameBytes() {
    assertThat(trained(5)).isEqualTo(trained(5)).isNotEqualTo(trained(6));
  }

  private static float[] trained(long seed) {
    Sample sample = Toys.sample(1, 300);
    MlpOptions options = new MlpOptions(List.of(8), 0.2, 3, 32, 1e-2, 1e-3);
    Network network = new Mlp(2, options.hidden(), options.dropout());
    try (Descent descent =
        new Descent(network, sample.features(), Batch.of(sample), options, seed)) {
      CrossEntropy loss = new CrossEntropy();
      return descent.run(
          (chosen, batch, logits, progress) -> loss.on(batch, logits), (epoch, current) -> {});
    }
  }

  @Test
  void nativeMemoryDoesNotGrowWithTheSteps() {
    Sample sample = Toys.sample(1, 256);
    MlpOptions options = new MlpOptions(List.of(256), 0, 2000, 256, 1e-3, 0);
    Network network = new Mlp(2, options.hidden(), 0);
    long[] after = new long[2];
    try (Descent descent = new Descent(network, sample.features(), Batch.of(sample), options, 1)) {
      CrossEntropy loss = new CrossEntropy();
      descent.run(
          (chosen, batch, logits, progress) -> loss.on(batch, logits),
          (epoch, current) -> {
            if (epoch == 200) {
              after[0] = Pointer.physicalBytes();
            }
          });
      after[1] = Pointer.physicalBytes();
    }
    // 1,800 steps, of which each makes more than a megabyte, would keep two gigabytes; the process
    // also counts what the Java heap has come to use.
    assertThat(after[1] - after[0]).isLessThan(700L << 20);
  }
}
