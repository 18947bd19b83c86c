package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.GoldenTables;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * golden/calibration.json, made by golden/make_calibration.py: Platt scaling and isotonic
 * regression by scikit-learn 1.2.1, beta calibration and temperatures by scipy 1.10.1's optimisers,
 * polished.
 */
final class CalibrationGoldenTest {

  private static final JsonNode GOLDEN = GoldenTables.json("calibration.json");
  private static final double[] AT = GoldenTables.numbers(GOLDEN.get("at"));

  /** scikit-learn's own BFGS stops some 1e-7 before the optimum. */
  private static final double CLOSE = 1e-6;

  @Test
  void agreesWithScikitLearnAndConvergedOptimisers() {
    for (String name : GoldenTables.fields(GOLDEN.get("cases"))) {
      JsonNode expected = GOLDEN.get("cases").get(name);
      ScoredRows rows = rows(name);
      agree(name, new PlattScaling().fit(rows), expected.get("platt"));
      agree(name, new IsotonicRegression().fit(rows), expected.get("isotonic"));
      agree(name, new BetaCalibration().fit(rows), expected.get("beta"));
      if (expected.get("temperature").get("inverse_temperature").asDouble() > 0) {
        agree(name, new TemperatureScaling().fit(rows), expected.get("temperature"));
      }
    }
  }

  private static void agree(String name, CalibrationMap map, JsonNode expected) {
    assertThat(map.of(AT))
        .as("%s of %s", map, name)
        .containsExactly(GoldenTables.numbers(expected.get("at")), within(CLOSE));
  }

  @Test
  void parametersAgree() {
    JsonNode expected = GOLDEN.get("cases").get("weighted");
    ScoredRows rows = rows("weighted");
    SigmoidMap platt = (SigmoidMap) new PlattScaling().fit(rows);
    assertThat(platt.slope()).isCloseTo(expected.at("/platt/slope").asDouble(), within(1e-5));
    assertThat(platt.intercept())
        .isCloseTo(expected.at("/platt/intercept").asDouble(), within(1e-5));
    BetaMap beta = (BetaMap) new BetaCalibration().fit(rows);
    assertThat(new double[] {beta.a(), beta.b(), beta.c()})
        .containsExactly(
            new double[] {
              expected.at("/beta/a").asDouble(),
              expected.at("/beta/b").asDouble(),
              expected.at("/beta/c").asDouble()
            },
            within(CLOSE));
    TemperatureMap temperature = (TemperatureMap) new TemperatureScaling().fit(rows);
    assertThat(temperature.inverseTemperature())
        .isCloseTo(expected.at("/temperature/inverse_temperature").asDouble(), within(CLOSE));
  }

  @Test
  void logitsAndProbabilitiesGiveTheSameTemperatureAndBeta() {
    ScoredRows rows = rows("weighted");
    double[] logits = Arrays.stream(rows.scores()).map(Scale.PROBABILITY::logit).toArray();
    ScoredRows asLogits = new ScoredRows(logits, rows.labels(), rows.weights(), Scale.LOGIT);
    for (Calibrator calibrator :
        new Calibrator[] {new TemperatureScaling(), new BetaCalibration()}) {
      assertThat(calibrator.fit(asLogits).of(logits))
          .containsExactly(calibrator.fit(rows).of(rows.scores()), within(1e-9));
    }
  }

  @Test
  void temperatureOfSeveralClassesAgrees() {
    JsonNode expected = GOLDEN.get("classes");
    int n = expected.get("labels").size();
    double[][] logits = new double[n][];
    int[] labels = new int[n];
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    for (int i = 0; i < n; i++) {
      logits[i] = GoldenTables.numbers(expected.get("logits").get(i));
      labels[i] = expected.get("labels").get(i).asInt();
    }
    ClassTemperature found = ClassTemperature.fit(logits, labels, ones);
    assertThat(found.inverseTemperature())
        .isCloseTo(expected.get("inverse_temperature").asDouble(), within(CLOSE));
    for (int i = 0; i < 5; i++) {
      assertThat(found.of(logits[i]))
          .containsExactly(GoldenTables.numbers(expected.get("first_5").get(i)), within(CLOSE));
    }
  }

  private static ScoredRows rows(String name) {
    double[] scores = GoldenTables.numbers("people.csv", "score");
    double[] weights = GoldenTables.numbers("people.csv", "weight");
    if (name.equals("unweighted")) {
      Arrays.fill(weights, 1);
    }
    if (name.equals("tied")) {
      scores = Arrays.stream(scores).map(score -> Math.rint(score * 10) / 10).toArray();
    }
    if (name.equals("turned")) {
      scores = Arrays.stream(scores).map(score -> 1 - score).toArray();
    }
    return new ScoredRows(
        scores, GoldenTables.whole("people.csv", "label"), weights, Scale.PROBABILITY);
  }
}
