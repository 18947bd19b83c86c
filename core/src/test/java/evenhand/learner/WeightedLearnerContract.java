package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link WeightedLearner} owes a reduction: weights that count, repeatable fits, and
 * answers to any labels. A learner gets these tests by extending this class.
 */
public abstract class WeightedLearnerContract {

  /** Of the random samples; enough that a learner may share them out to threads. */
  private static final int ROWS = 5000;

  private static final int COLUMNS = 6;

  /** The learner under test, with options that make it quick and, if it can be, exact. */
  protected abstract WeightedLearner learner();

  /** How far apart the scores of two fits may be that mean the same. */
  protected double tolerance() {
    return 1e-6;
  }

  @Test
  public final void aRowOfWeightTwoIsTheRowTwice() {
    Rows rows = Rows.random(1, 400);
    double[] weights = new double[400];
    List<Integer> repeated = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      weights[i] = 1 + i % 3;
      for (int k = 0; k <= i % 3; k++) {
        repeated.add(i);
      }
    }
    int[] chosen = repeated.stream().mapToInt(i -> i).toArray();
    double[] ones = new double[chosen.length];
    Arrays.fill(ones, 1);
    int[] labels = Arrays.stream(chosen).map(i -> rows.labels()[i]).toArray();

    assertSameScores(
        fit(rows.features(), rows.labels(), weights),
        fit(rows.features().select(chosen), labels, ones),
        rows.features());
  }

  @Test
  public final void aRowOfWeightZeroIsNoRow() {
    Rows rows = Rows.random(2, 400);
    double[] weights = new double[400];
    int[] kept = IntStream.range(0, 400).filter(i -> i % 4 != 1).toArray();
    for (int i : kept) {
      weights[i] = 1 + i % 2;
    }
    int[] labels = Arrays.stream(kept).map(i -> rows.labels()[i]).toArray();
    double[] keptWeights = Arrays.stream(kept).mapToDouble(i -> weights[i]).toArray();

    assertSameScores(
        fit(rows.features(), rows.labels(), weights),
        fit(rows.features().select(kept), labels, keptWeights),
        rows.features());
  }

  @Test
  public final void weightsMoveTheScores() {
    Rows rows = Rows.random(3, 400);
    double[] ones = new double[400];
    Arrays.fill(ones, 1);
    double[] towardsOne = Arrays.stream(rows.labels()).mapToDouble(y -> y == 1 ? 9 : 1).toArray();

    double plain = mean(fit(rows.features(), rows.labels(), ones).score(rows.features()));
    double moved = mean(fit(rows.features(), rows.labels(), towardsOne).score(rows.features()));

    assertThat(moved).isGreaterThan(plain + 0.1);
  }

  @Test
  public final void theSameSeedGivesTheSameBits() {
    Rows rows = Rows.random(4, ROWS);
    double[] weights = rows.weights(4);

    assertThat(fit(rows.features(), rows.labels(), weights).score(rows.features()))
        .isEqualTo(fit(rows.features(), rows.labels(), weights).score(rows.features()));
  }

  @Test
  public final void anyNumberOfThreadsGivesTheSameBits() throws Exception {
    Rows rows = Rows.random(5, 6 * ROWS);
    double[] weights = rows.weights(5);

    double[] alone = scoresOn(1, rows, weights);

    assertThat(scoresOn(3, rows, weights)).isEqualTo(alone);
    assertThat(scoresOn(7, rows, weights)).isEqualTo(alone);
  }

  private double[] scoresOn(int threads, Rows rows, double[] weights)
      throws InterruptedException, ExecutionException {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> fit(rows.features(), rows.labels(), weights).score(rows.features()))
          .get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  public final void scoresAreProbabilities() {
    for (int seed = 0; seed < 10; seed++) {
      Rows rows = Rows.random(seed, 60);
      double[] scores =
          fit(rows.features(), rows.labels(), rows.weights(seed)).score(rows.features());
      assertThat(scores).hasSize(60);
      for (double score : scores) {
        assertThat(score).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  public final void oneLabelOnlyIsLearnedToo() {
    Rows rows = Rows.random(6, 100);
    for (int only = 0; only <= 1; only++) {
      int[] labels = new int[100];
      Arrays.fill(labels, only);
      for (double score : fit(rows.features(), labels, rows.weights(6)).score(rows.features())) {
        assertThat(score >= 0.5).isEqualTo(only == 1);
      }
    }
  }

  @Test
  public final void aLabelWithoutWeightIsNoLabel() {
    Rows rows = Rows.random(7, 100);
    double[] weights = Arrays.stream(rows.labels()).mapToDouble(y -> y == 1 ? 2 : 0).toArray();

    for (double score : fit(rows.features(), rows.labels(), weights).score(rows.features())) {
      assertThat(score).isGreaterThanOrEqualTo(0.5);
    }
  }

  @Test
  public final void aFittingForgetsWhatItFittedBefore() {
    Rows rows = Rows.random(8, 400);
    Rows other = Rows.random(9, 400);
    try (WeightedLearner.Fitting fitting = learner().on(rows.features(), 1)) {
      fitting.fit(other.labels(), other.weights(9));
      int[] flipped = Arrays.stream(rows.labels()).map(y -> 1 - y).toArray();
      fitting.fit(flipped, other.weights(8));
      assertSameScores(
          fitting.fit(rows.labels(), rows.weights(8)),
          fit(rows.features(), rows.labels(), rows.weights(8)),
          rows.features());
    }
  }

  @Test
  public final void scorersOutliveTheirFitting() {
    Rows rows = Rows.random(10, 200);
    Scorer first;
    double[] before;
    try (WeightedLearner.Fitting fitting = learner().on(rows.features(), 1)) {
      first = fitting.fit(rows.labels(), rows.weights(10));
      before = first.score(rows.features());
      int[] flipped = Arrays.stream(rows.labels()).map(y -> 1 - y).toArray();
      fitting.fit(flipped, rows.weights(11));
    }
    assertThat(first.score(rows.features())).isEqualTo(before);
  }

  @Test
  public final void denseAndSparseRowsMeanTheSame() {
    Rows rows = Rows.random(11, 400);
    DenseMatrix dense = rows.sparse().toDense();

    assertSameScores(
        fit(dense, rows.labels(), rows.weights(11)),
        fit(rows.sparse(), rows.labels(), rows.weights(11)),
        rows.features());
  }

  private Scorer fit(Matrix features, int[] labels, double[] weights) {
    try (WeightedLearner.Fitting fitting = learner().on(features, 1)) {
      return fitting.fit(labels, weights);
    }
  }

  private void assertSameScores(Scorer one, Scorer other, Matrix features) {
    double[] scores = other.score(features);
    double[] own = one.score(features);
    for (int i = 0; i < scores.length; i++) {
      assertThat(own[i]).as("row " + i).isCloseTo(scores[i], within(tolerance()));
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /**
   * Two numbers and one of four categories, one-hot; labels that depend on them. The numbers take
   * few values, so that a learner that cuts them into bins makes the same of a weight and of rows.
   */
  private record Rows(CsrMatrix sparse, int[] labels) {

    static Rows random(long seed, int rows) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] offsets = new int[rows + 1];
      int[] indices = new int[3 * rows];
      float[] values = new float[3 * rows];
      int[] labels = new int[rows];
      for (int i = 0; i < rows; i++) {
        float x = random.nextInt(16) / 8f - 1 + 0.0625f;
        float y = random.nextInt(8) / 4f - 1 + 0.125f;
        int level = random.nextInt(4);
        indices[3 * i + 1] = 1;
        indices[3 * i + 2] = 2 + level;
        values[3 * i] = x;
        values[3 * i + 1] = y;
        values[3 * i + 2] = 1;
        offsets[i + 1] = 3 * i + 3;
        labels[i] = random.nextDouble() < 0.5 + 0.3 * x - 0.2 * y + 0.1 * (level - 2) ? 1 : 0;
      }
      return new Rows(new CsrMatrix(rows, COLUMNS, offsets, indices, values), labels);
    }

    Matrix features() {
      return sparse;
    }

    /** Quarters of whole numbers, some 0. */
    double[] weights(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return IntStream.range(0, labels.length).mapToDouble(i -> random.nextInt(8) / 4.0).toArray();
    }
  }
}
