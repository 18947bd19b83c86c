package evenhand.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import evenhand.calibrate.Calibration;
import evenhand.calibrate.CalibrationMethod;
import evenhand.calibrate.GroupMap;
import evenhand.calibrate.GroupMaps;
import evenhand.calibrate.Repair;
import evenhand.calibrate.Scale;
import evenhand.calibrate.SigmoidMap;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Encoding;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.data.WholeFile;
import evenhand.learner.Classifier;
import evenhand.learner.ConstantScorer;
import evenhand.learner.KeyedDraw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StageTest {

  private static final Table TABLE =
      new Table(
          "people.csv",
          List.of(
              new Column.Numeric("age", new double[] {20, 30, 40}),
              new Column.Categorical("sex", List.of("F", "M", "X"), new int[] {0, 1, 2})),
          3);

  private static final ModelFile FILES = new ModelFile(List.of(new ConstantFormat()));

  @TempDir private Path folder;

  private static GroupMap group(List<String> values, double intercept) {
    return new GroupMap(
        values,
        100,
        40,
        GroupMap.Source.OWN,
        Optional.of(CalibrationMethod.PLATT),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "100 rows: platt, as asked",
        new SigmoidMap(0, intercept));
  }

  private static Model model() {
    Calibration calibration =
        new Calibration(
            Scale.PROBABILITY,
            List.of(new GroupColumn("sex", List.of())),
            new GroupMaps(
                group(List.of(), 0), List.of(group(List.of("F"), 10), group(List.of("M"), -10))),
            Optional.of(
                new Repair(List.of("sex"), List.of(new Repair.Step(List.of("M"), 0, 0.25)))));
    return bare().withStage(new CalibrationStage(calibration));
  }

  private static Model bare() {
    return new Model(
        new Outcome("income", ">50K", "<=50K"),
        Encoding.fit(TABLE, List.of("age")),
        Classifier.of(new ConstantScorer(0.7)),
        new KeyedDraw(1),
        JsonNodeFactory.instance.objectNode());
  }

  private Path write(Model model) {
    Path path = folder.resolve("m.evenhand");
    try (WholeFile file = WholeFile.open(path)) {
      FILES.write(model, file);
      file.commit();
    }
    return path;
  }

  @Test
  void calibratesByGroupAndLeavesDecisionsAlone() {
    Predictions predictions = model().predict(TABLE);
    double[] calibrated = predictions.calibrated().orElseThrow();
    assertThat(calibrated[0]).isGreaterThan(0.99);
    assertThat(calibrated[1]).isBetween(0.25, 0.26);
    assertThat(calibrated[2]).isEqualTo(0.5);
    assertThat(predictions.probabilities()).isEqualTo(calibrated);
    assertThat(predictions.decisions()).containsOnly(1);
    assertThat(predictions.scores()).containsOnly(0.7);
    assertThat(predictions.remarks())
        .containsExactly(
            "people.csv: 1 rows of groups that the calibration has not seen (X) got everyone's map");
    assertThat(model().withPredictions(TABLE, predictions).names())
        .containsExactly("age", "sex", "prediction", "score", "calibrated");
  }

  @Test
  void modelsWithoutStagesSayNothingOfThem() throws IOException {
    String file = Files.readString(write(bare()), StandardCharsets.ISO_8859_1);
    assertThat(file)
        .contains("evenhand.model/1")
        .contains("\"group_columns_needed\" : false")
        .doesNotContain("stages");
    assertThat(bare().predict(TABLE).calibrated()).isEmpty();
  }

  @Test
  void stagesComeBackEqualAndTheManifestNamesTheGroupColumns() throws IOException {
    Path path = write(model());
    assertThat(FILES.read(path).stages()).isEqualTo(model().stages());
    assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
        .contains("evenhand.model/2")
        .contains("\"group_columns_needed\" : true")
        .contains("\"group_columns\" : [ \"sex\" ]");
  }

  @Test
  void saysWhichGroupColumnIsMissing() {
    Table without = new Table("new.csv", List.of(TABLE.column("age")), 3);
    assertThatThrownBy(() -> model().predict(without))
        .isInstanceOf(DataException.class)
        .hasMessage("new.csv has no column sex, which the calibration by group needs; it has age");
  }

  @Test
  void aNewCalibrationTakesTheOldOnesPlace() {
    Model again = model().withStage(model().stages().get(0));
    assertThat(again.stages()).hasSize(1);
    assertThatThrownBy(
            () ->
                new Model(
                    again.outcome(),
                    again.encoding(),
                    again.classifier(),
                    again.draw(),
                    again.evidence(),
                    List.of(again.stages().get(0), again.stages().get(0))))
        .hasMessage("a model can have one stage of a kind");
  }

  @Test
  void refusesUnknownStagesAndDamagedOnes() throws IOException {
    assertThatThrownBy(() -> Stage.read("../x", JsonNodeFactory.instance.objectNode()))
        .isInstanceOf(DataException.class)
        .hasMessage("it holds a stage of an unknown kind: ../x");
    String whole = model().stages().get(0).toJson().toString();
    for (String[] change :
        new String[][] {
          {"\"own\"", "\"stolen\""},
          {"\"bucket\":0", "\"bucket\":10"},
          {"\"shift\":0.25", "\"shift\":25"},
          {"\"group_columns\":[\"sex\"]", "\"group_columns\":[]"},
          {"\"values\":[\"F\"]", "\"values\":\"F\""},
          {"\"probability\"", "\"percent\""}
        }) {
      String damaged = whole.replace(change[0], change[1]);
      assertThat(damaged).isNotEqualTo(whole);
      assertThatThrownBy(() -> Stage.read("calibration", new ObjectMapper().readTree(damaged)))
          .as(change[1])
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("the calibration is damaged: ");
    }
  }
}
