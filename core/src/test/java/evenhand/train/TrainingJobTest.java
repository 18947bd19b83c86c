package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Matrix;
import evenhand.data.Sample;
import evenhand.data.Table;
import evenhand.learner.LogisticRegression;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.train.TrainingOptions.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrainingJobTest {

  private static final Table TABLE = Applicants.table(1000, 6);
  private static final Table TEST = Applicants.table(400, 7);
  private static final TrainingOptions OPTIONS = Applicants.options(0.2, 1);
  private static final Method REDUCTION = Methods.named("reduction", Map.of());

  private static TrainingJob job(
      Optional<Table> test, Method method, TrainingOptions options, String... requirements) {
    return new TrainingJob(
        Applicants.data(TABLE, test),
        List.of(requirements).stream().map(Requirement::parse).toList(),
        method,
        LogisticRegression.defaults(),
        options);
  }

  private static Trained run(TrainingJob job) {
    return job.run(ProgressListener.NONE);
  }

  private static RequirementEvidence on(Trained trained, Part part) {
    return trained.evidence().requirements().stream()
        .filter(each -> each.part() == part)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDecisionsThemselvesMeetTheRequirementOnTrainingRows() {
    Trained trained = run(job(Optional.of(TEST), REDUCTION, OPTIONS, "demographic_parity<=0.02"));
    RequirementEvidence training = on(trained, Part.TRAINING);
    assertThat(training.requirement()).hasToString("demographic_parity<=0.02@sex");
    assertThat(training.verdict()).isEqualTo(Verdict.MET);
    assertThat(training.value().orElseThrow()).isBetween(0.0, 0.02 + 1e-9);
    assertThat(training.plain().orElseThrow()).isGreaterThan(0.1);
    assertThat(trained.verdict()).isEqualTo(Verdict.MET);
    assertThat(trained.decider().classifier().isRandomised()).isTrue();
    assertThat(trained.evidence().parts())
        .extracting(PartEvidence::part)
        .containsExactly(Part.TRAINING, Part.VALIDATION, Part.TEST);
    assertThat(trained.evidence().fingerprints())
        .containsOnlyKeys("training", "validation", "test");
    assertThat(trained.evidence().label()).isEqualTo("approved");
    assertThat(trained.evidence().positive()).isEqualTo("yes");
  }

  /** Test rows, whatever they hold, change nothing but what is measured of them. */
  @Test
  void testRowsAreOnlyEverMeasured() {
    Trained with = run(job(Optional.of(TEST), REDUCTION, OPTIONS, "demographic_parity<=0.02"));
    Trained without = run(job(Optional.empty(), REDUCTION, OPTIONS, "demographic_parity<=0.02"));
    assertThat(with.encoding()).isEqualTo(without.encoding());
    assertThat(with.decider().draw()).isEqualTo(without.decider().draw());
    assertThat(with.evidence().search()).isEqualTo(without.evidence().search());
    assertThat(with.evidence().parts().subList(0, 2)).isEqualTo(without.evidence().parts());
    assertThat(without.evidence().requirements())
        .extracting(RequirementEvidence::part)
        .containsExactly(Part.TRAINING, Part.VALIDATION);
  }

  @Test
  void theSameSeedGivesTheSameEvidenceAndAnotherAnother() {
    TrainingJob job = job(Optional.empty(), REDUCTION, OPTIONS, "demographic_parity<=0.02");
    assertThat(run(job).evidence()).isEqualTo(run(job).evidence());
    Trained other =
        run(
            job(
                Optional.empty(),
                REDUCTION,
                Applicants.options(0.2, 2),
                "demographic_parity<=0.02"));
    assertThat(other.evidence().fingerprints()).isNotEqualTo(run(job).evidence().fingerprints());
  }

  @Test
  void theBestSingleClassifierIsOneOfTheMembers() {
    TrainingOptions best = new TrainingOptions(0.2, Decisions.BEST, 100, 30, 1);
    Trained alone = run(job(Optional.empty(), REDUCTION, best, "demographic_parity<=0.02"));
    Trained mixed = run(job(Optional.empty(), REDUCTION, OPTIONS, "demographic_parity<=0.02"));
    assertThat(alone.decider().classifier().members()).hasSize(1);
    Sample training =
        Objects.requireNonNull(
            Prepared.of(Applicants.data(TABLE, Optional.empty()), OPTIONS)
                .samples()
                .get(Part.TRAINING));
    double[] scores =
        alone.decider().classifier().members().get(0).scorer().score(training.features());
    assertThat(mixed.decider().classifier().members())
        .anySatisfy(
            member -> assertThat(member.scorer().score(training.features())).isEqualTo(scores));
  }

  @Test
  void aRequirementWithoutAnAttributeHoldsForEveryGroupColumn() {
    TrainingData one = Applicants.data(TABLE, Optional.empty());
    TrainingData two =
        new TrainingData(
            TABLE,
            Optional.empty(),
            one.outcome(),
            List.of(GroupColumn.parse("sex"), GroupColumn.parse("city")),
            TrainingData.Intersection.OF_ALL,
            List.of("income"),
            Optional.empty(),
            one.weightMeaning());
    TrainingJob job =
        new TrainingJob(
            two,
            List.of(
                Requirement.parse("demographic_parity<=0.3"),
                Requirement.parse("error_rate_parity<=0.9@sex&city")),
            Methods.PLAIN,
            LogisticRegression.defaults(),
            OPTIONS);
    assertThat(run(job).evidence().requirements())
        .filteredOn(each -> each.part() == Part.TRAINING)
        .extracting(each -> each.requirement().toString())
        .containsExactly(
            "demographic_parity<=0.3@sex",
            "demographic_parity<=0.3@city",
            "error_rate_parity<=0.9@sex&city");
  }

  @Test
  void theConfigurationHoldsWhatWasAskedFor() {
    Map<String, List<String>> said =
        run(job(Optional.empty(), Methods.PLAIN, OPTIONS, "equalized_odds<=0.5@sex"))
            .evidence()
            .configuration();
    assertThat(said)
        .containsEntry("label", List.of("approved"))
        .containsEntry("group", List.of("sex"))
        .containsEntry("features", List.of("income", "city"))
        .containsEntry("require", List.of("equalized_odds<=0.5@sex"))
        .containsEntry("method", List.of("plain"))
        .containsEntry("learner", List.of("logistic"))
        .containsEntry("validation", List.of("0.2"))
        .containsEntry("min-rows", List.of("30"))
        .containsEntry("weight", List.of())
        .containsEntry("seed", List.of("1"));
  }

  @Test
  void warnsOfARequirementThatIsTighterThanTheEvidence() {
    assertThat(
            run(job(Optional.empty(), Methods.PLAIN, OPTIONS, "demographic_parity<=0.001"))
                .evidence()
                .warnings())
        .singleElement()
        .asString()
        .startsWith("demographic_parity<=0.001@sex: on new rows the gap may lie up to");
    assertThat(
            run(job(Optional.empty(), Methods.PLAIN, OPTIONS, "demographic_parity<=0.9"))
                .evidence()
                .warnings())
        .isEmpty();
  }

  @Test
  void tellsItsSteps() {
    List<String> steps = new ArrayList<>();
    job(Optional.empty(), REDUCTION, OPTIONS, "demographic_parity<=0.02")
        .run(
            (step, done, total) -> {
              if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step)) {
                steps.add(step);
              }
            });
    assertThat(steps).containsExactly("fitting the plain model", "fitting", "measuring");
  }

  @Test
  void refusesRequirementsOfNoOne() {
    TrainingData data = Applicants.data(TABLE, Optional.empty());
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                run(job(Optional.empty(), Methods.PLAIN, OPTIONS, "demographic_parity<=0.1@city")))
        .withMessage(
            "the requirement demographic_parity<=0.1@city names no group that is given with"
                + " --group; there are sex");
    TrainingData groupless =
        new TrainingData(
            data.table(),
            data.test(),
            data.outcome(),
            List.of(),
            data.intersection(),
            data.features(),
            data.weight(),
            data.weightMeaning());
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                new TrainingJob(
                    groupless,
                    List.of(Requirement.parse("demographic_parity<=0.1")),
                    Methods.PLAIN,
                    LogisticRegression.defaults(),
                    OPTIONS))
        .withMessage("a requirement needs groups; name the group columns with --group");
  }

  /** Fails the test when it is asked to fit. */
  private record Unsavable() implements WeightedLearner {

    @Override
    public String name() {
      return "tribuo:mine";
    }

    @Override
    public boolean isSavable() {
      return false;
    }

    @Override
    public Fitting on(Matrix features, long seed) {
      throw new AssertionError("fitted before it was refused");
    }
  }

  @Test
  void refusesALearnerThatNoModelFileCanHoldBeforeItFits() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                new TrainingJob(
                    Applicants.data(TABLE, Optional.empty()),
                    List.of(),
                    Methods.PLAIN,
                    new Unsavable(),
                    OPTIONS))
        .withMessage(
            "what the learner tribuo:mine fits can't be kept in a model file, so there would be no"
                + " model to show for the training");
  }
}
