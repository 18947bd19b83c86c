package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Table;
import evenhand.learner.LogisticRegression;
import evenhand.model.Model;
import evenhand.model.Predictions;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured of rows is what the model made of it says of the same rows of a table. */
final class DeciderTest {

  private static final TrainingData DATA = Sweeps.data(800);
  private static final Requirement REQUIREMENT = Requirement.parse("demographic_parity<=0.02@sex");

  private static Sweep sweep(String method) {
    Sweep usual = Sweeps.sweep(DATA);
    return new Sweep(
        DATA,
        usual.requirements(),
        new Sweep.Plan(List.of(Methods.named(method, Map.of())), List.of(0.02), 1),
        usual.learner(),
        usual.options());
  }

  private static Trained trained(TrainingData data, String method, TrainingOptions options) {
    return new TrainingJob(
            data,
            List.of(REQUIREMENT),
            Methods.named(method, Map.of()),
            LogisticRegression.defaults(),
            options)
        .run(ProgressListener.NONE);
  }

  private static Model model(Trained trained) {
    return trained.model(JsonNodeFactory.instance.objectNode());
  }

  private static Table test(TrainingData data) {
    return data.test().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "reduction", "threshold"})
  void decidesOnEncodedRowsAsTheModelDoesOnATable(String method) {
    Trained trained = trained(DATA, method, sweep(method).options());
    assertThat(trained.decider().isRandomised()).isEqualTo(!method.equals("plain"));
    Prepared prepared = Prepared.of(DATA, sweep(method).options());
    Decider.Decided decided = trained.decider().on("these", prepared.rows(Part.TEST));
    Predictions predicted = model(trained).predict(test(DATA));
    assertThat(decided.acceptance()).isEqualTo(predicted.acceptance());
    assertThat(decided.scores()).isEqualTo(predicted.scores());
    assertThat(decided.decisions())
        .isEqualTo(Arrays.stream(predicted.decisions()).asDoubleStream().toArray());
    assertThat(Decider.of(model(trained))).isEqualTo(trained.decider());
  }

  @Test
  void theEvidenceOfThresholdsIsThatOfTheModelsDecisions() {
    Trained trained = trained(DATA, "threshold", sweep("threshold").options());
    assertThat(trained.verdict()).isEqualTo(Verdict.MET);
    assertThat(model(trained).groupColumns()).isEqualTo(DATA.groups());
    int[] decisions = model(trained).predict(test(DATA)).decisions();
    Groups sex = DATA.groups().get(0).of(test(DATA));
    PartEvidence part = trained.evidence().parts().get(2);
    for (int g = 0; g < 2; g++) {
      int group = g;
      int[] own =
          java.util.stream.IntStream.range(0, decisions.length)
              .filter(i -> sex.codes()[i] == group)
              .map(i -> decisions[i])
              .toArray();
      assertThat(
              part.decisions()
                  .attribute("sex")
                  .groups()
                  .get(g)
                  .metrics()
                  .get("selection_rate")
                  .value())
          .hasValue(Arrays.stream(own).sum() / (double) own.length);
    }
    assertThat(part.expected()).isNotEqualTo(part.decisions());
  }

  @Test
  void aSweepDecidesTheSameAndFindsItsThresholdsAgain(@TempDir Path folder) {
    Sweep sweep = sweep("threshold");
    Swept first =
        sweep.run(Sweeps.folder(folder, "none"), OptionalInt.of(1), ProgressListener.NONE);
    Trial trial = first.trials().get(0);
    Trained alone = trained(DATA, "threshold", sweep.options().withSeed(1));
    assertThat(trial.id()).hasToString("threshold 0.02 seed 1");
    int[] decisions =
        first
            .trained(trial, List.of())
            .model(JsonNodeFactory.instance.objectNode())
            .predict(test(DATA))
            .decisions();
    assertThat(first.outcomes(trial, Part.TEST).decisions().orElseThrow())
        .isEqualTo(Arrays.stream(decisions).asDoubleStream().toArray());
    assertThat(alone.decider().thresholds()).isPresent();
    Swept again =
        sweep.run(Sweeps.folder(folder, "none"), OptionalInt.of(1), ProgressListener.NONE);
    assertThat(again.reused()).isEqualTo(1);
    assertThat(again.trials()).isEqualTo(first.trials());
  }

  @Test
  void rowsInGroupsThatNoThresholdWasSetForAreRemarkedOn() {
    Table rows = test(DATA);
    Table others =
        Applicants.with(rows, Column.Categorical.of("sex", Collections.nCopies(rows.rows(), "c")));
    TrainingData data =
        new TrainingData(
            DATA.table(),
            Optional.of(others),
            DATA.outcome(),
            DATA.groups(),
            DATA.intersection(),
            DATA.features(),
            DATA.weight(),
            DATA.weightMeaning());
    Trained trained = trained(data, "threshold", sweep("threshold").options());
    assertThat(trained.evidence().warnings())
        .contains(
            "test rows: the thresholds were fitted to no row of sex c; 800 such rows are decided by"
                + " the one threshold that is best for all");
  }

  @Test
  void thereIsNoBestMemberOfThresholds() {
    TrainingOptions best = new TrainingOptions(0.25, TrainingOptions.Decisions.BEST, 100, 30, 3);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> trained(DATA, "threshold", best))
        .withMessageContaining("decisions=deterministic");
  }

  @Test
  void identitiesAreOfAsManyRows() {
    PartRows rows = Prepared.of(DATA, sweep("plain").options()).rows(Part.TRAINING);
    assertThat(rows.identities()).hasSize(rows.sample().size());
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new PartRows(Objects.requireNonNull(rows.sample()), new long[1]))
        .withMessage("there are 1 identities for 600 rows");
  }
}
