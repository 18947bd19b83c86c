package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;
import evenhand.learner.WeightedLearner.Fitting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XgboostLearnerTest extends LearnerContract {

  @Override
  protected WeightedLearner learner() {
    return new XgboostLearner(XgboostOptions.of(Map.of("num_round", "20")));
  }

  /** Sums in another order, in single precision, choose otherwise between splits as good. */
  @Override
  protected double tolerance() {
    return 2e-3;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 10, 16})
  void scoresAreThoseOfNativeXgboost(int depth) throws Exception {
    SplittableRandom random = new SplittableRandom(depth);
    CsrMatrix features = Samples.features(1500, 9, random);
    int[] labels = Samples.labels(features.toDense(), random);
    double[] weights = Samples.weights(labels.length, 3, random);
    XgboostOptions options =
        XgboostOptions.of(
            Map.of(
                "max_depth",
                "" + depth,
                "num_round",
                "40",
                "eta",
                "0.3",
                "subsample",
                "0.7",
                "colsample_bytree",
                "0.8",
                "min_child_weight",
                "0.1"));

    CsrMatrix unseen = Samples.features(700, 9, random);
    Target target = Target.of(labels, weights, labels.length);
    float base = -0.25f;
    try (XgboostFitting fitting = new XgboostFitting(options, features, 7)) {
      Booster booster = fitting.train(target, base);
      Scorer ours = new TreeEnsembleScorer(XgboostModel.read(booster.toByteArray("json"), base, 9));
      for (CsrMatrix rows : List.of(features, unseen)) {
        DMatrix matrix = XgboostFitting.toNative(rows);
        float[] bases = new float[rows.rows()];
        Arrays.fill(bases, base);
        matrix.setBaseMargin(bases);
        assertAgree(ours.score(rows), booster.predict(matrix));
        assertThat(ours.score(rows.toDense())).isEqualTo(ours.score(rows));
        matrix.dispose();
      }
      booster.dispose();
    }
  }

  /** Single precision: one unit in the last place near 1 is 6e-8. */
  private static void assertAgree(double[] ours, float[][] natives) {
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isCloseTo(natives[i][0], within(2e-7));
    }
  }

  @Test
  void sampledRowsAreTheSameForOneSeedAndNotForAnother() {
    SplittableRandom random = new SplittableRandom(8);
    CsrMatrix features = Samples.features(500, 6, random);
    int[] labels = Samples.labels(features.toDense(), random);
    XgboostLearner learner =
        new XgboostLearner(
            XgboostOptions.of(
                Map.of("subsample", "0.5", "colsample_bytree", "0.5", "num_round", "9")));

    byte[] first = bytes(learner, features, labels, 3);

    assertThat(bytes(learner, features, labels, 3)).isEqualTo(first);
    assertThat(bytes(learner, features, labels, 4)).isNotEqualTo(first);
  }

  @Test
  void rowsOfSimilarWeightGiveTheSameBytesOnAnyNumberOfThreads() {
    SplittableRandom random = new SplittableRandom(9);
    CsrMatrix features = Samples.features(5000, 8, random);
    int[] labels = Samples.labels(features.toDense(), random);

    byte[] one = bytes(threads(1), features, labels, 3);

    assertThat(bytes(threads(2), features, labels, 3)).isEqualTo(one);
    assertThat(bytes(threads(3), features, labels, 3)).isEqualTo(one);
  }

  @Test
  void featuresThatAreAllZeroGiveTheBaseRate() {
    DenseMatrix features = new DenseMatrix(4, 2, new float[8]);
    try (Fitting fitting = learner().on(features, 1)) {
      double[] scores = fitting.fit(new int[] {0, 1, 1, 1}, Samples.ones(4)).score(features);
      assertThat(scores).containsExactly(new double[] {0.75, 0.75, 0.75, 0.75}, within(1e-6));
    }
  }

  @Test
  void nothingIsFittedOnceClosed() {
    Fitting fitting = learner().on(new DenseMatrix(2, 1, new float[] {1, 2}), 1);
    fitting.close();
    fitting.close();

    assertThatThrownBy(() -> fitting.fit(new int[] {0, 1}, Samples.ones(2)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void featuresWithoutColumnsGiveTheBaseRate() {
    DenseMatrix features = new DenseMatrix(4, 0, new float[0]);
    try (Fitting fitting = new XgboostLearner(XgboostOptions.defaults()).on(features, 1)) {
      double[] scores = fitting.fit(new int[] {0, 1, 1, 1}, Samples.ones(4)).score(features);
      assertThat(scores).containsExactly(new double[] {0.75, 0.75, 0.75, 0.75}, within(1e-6));
    }
  }

  private static XgboostLearner threads(int nthread) {
    return new XgboostLearner(XgboostOptions.of(Map.of("nthread", "" + nthread)));
  }

  private static byte[] bytes(XgboostLearner learner, Matrix features, int[] labels, long seed) {
    try (Fitting fitting = learner.on(features, seed)) {
      Scorer scorer = fitting.fit(labels, Samples.ones(labels.length));
      return new TreeEnsembleFormat().write(scorer).orElseThrow();
    }
  }
}
