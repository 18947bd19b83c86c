package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.CsrMatrix;
import evenhand.data.Matrix;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner.Fitting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XgboostLearnerTest {

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

  private static Scorer fit(
      XgboostOptions options, Matrix features, int[] labels, double[] weights) {
    try (Fitting fitting = new XgboostLearner(options).on(features, 7)) {
      return fitting.fit(labels, weights);
    }
  }
}
