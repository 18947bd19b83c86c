package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Requirement;
import evenhand.threshold.ThresholdRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThresholdMethodTest {

  private static final TrainingData DATA =
      Applicants.data(Applicants.table(900, 5), Optional.empty());

  private static Method method(String... options) {
    Map<String, String> given = new java.util.HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      given.put(options[i], options[i + 1]);
    }
    return Methods.named("threshold", given);
  }

  private static Method.Task task(TrainingData data, double validation, String... requirements) {
    Prepared prepared = Prepared.of(data, Applicants.options(validation, 1));
    return new Method.Task(
        Objects.requireNonNull(prepared.samples().get(Part.TRAINING)),
        Optional.ofNullable(prepared.samples().get(Part.VALIDATION)),
        Arrays.stream(requirements).map(Requirement::parse).toList(),
        LogisticRegression.defaults(),
        1);
  }

  private static ThresholdRule rule(Method.Fitted fitted) {
    return fitted.thresholds().orElseThrow();
  }

  private static double violation(Method.Task task, Sample rows, Method.Fitted fitted) {
    double[] scores = fitted.classifier().on(rows.features()).score();
    double[] accepted = rule(fitted).acceptance(scores, rows.groups(), (row, groups) -> {});
    return Arrays.stream(task.constraintOn(rows).violation(accepted)).max().orElseThrow();
  }

  @Test
  void meetsTheRequirementOnTheTrainingRowsWithThePlainScores() {
    Method.Task task = task(DATA, 0.25, "demographic_parity<=0.02@sex");
    Method.Fitted fitted = method().fit(task, ProgressListener.NONE);
    assertThat(rule(fitted).attributes()).containsExactly("sex");
    assertThat(violation(task, task.training(), fitted)).isLessThanOrEqualTo(1e-9);
    assertThat(fitted.classifier())
        .isEqualTo(Methods.PLAIN.fit(task, ProgressListener.NONE).classifier());
    assertThat(fitted.search())
        .containsEntry("fits", "1")
        .containsEntry("thresholds set on", "training rows")
        .containsEntry("thresholds", "by sex");
    assertThat(Double.parseDouble(fitted.search().get("expected accuracy"))).isBetween(0.6, 1.0);
  }

  @Test
  void meetsItOnTheValidationRowsWhereThoseAreAskedFor() {
    Method.Task task = task(DATA, 0.25, "demographic_parity<=0.01@sex");
    Method.Fitted fitted = method("rows", "validation").fit(task, ProgressListener.NONE);
    assertThat(violation(task, task.validation().orElseThrow(), fitted)).isLessThanOrEqualTo(1e-9);
    assertThat(violation(task, task.training(), fitted)).isGreaterThan(1e-9);
    assertThat(fitted.search()).containsEntry("thresholds set on", "validation rows");
  }

  @Test
  void withoutValidationRowsOrTheLabelsThereTheTrainingRowsDecide() {
    Method.Task none = task(DATA, 0, "demographic_parity<=0.01@sex");
    Method.Fitted fitted = method("rows", "validation").fit(none, ProgressListener.NONE);
    assertThat(fitted.search()).containsEntry("thresholds set on", "training rows");
    assertThat(violation(none, none.training(), fitted)).isLessThanOrEqualTo(1e-9);

    Method.Task some = task(DATA, 0.25, "equal_opportunity<=0.05@sex");
    Sample held = some.validation().orElseThrow();
    Sample unapproved =
        held.select(
            java.util.stream.IntStream.range(0, held.size())
                .filter(i -> held.labels()[i] == 0 || held.groups("sex").codes()[i] == 0)
                .toArray());
    Method.Task poor =
        new Method.Task(
            some.training(),
            Optional.of(unapproved),
            some.requirements(),
            some.learner(),
            some.seed());
    assertThat(method("rows", "validation").fit(poor, ProgressListener.NONE).search())
        .containsEntry("thresholds set on", "training rows");
  }

  @Test
  void sharedThresholdsAskForNoGroup() {
    Method.Task task = task(DATA, 0, "demographic_parity<=0.05@sex");
    Method.Fitted fitted = method("scope", "shared").fit(task, ProgressListener.NONE);
    assertThat(rule(fitted).attributes()).isEmpty();
    assertThat(fitted.search()).containsEntry("thresholds", "shared");
    assertThat(violation(task, task.training(), fitted)).isLessThanOrEqualTo(1e-9);
  }

  @Test
  void withoutChanceItSaysWhatThatGivesUp() {
    Method.Task task = task(DATA, 0, "demographic_parity<=0.05@sex");
    Method.Fitted fitted =
        method("decisions", "deterministic", "objective", "balanced_accuracy")
            .fit(task, ProgressListener.NONE);
    assertThat(rule(fitted).isRandomised()).isFalse();
    assertThat(fitted.search())
        .containsKeys("expected balanced_accuracy", "given up without chance");
  }

  /**
   * Two group columns and their intersection are watched; what is asked for is what is required.
   */
  @ParameterizedTest
  @CsvSource({
    "demographic_parity<=0.05@sex, sex",
    "demographic_parity<=0.05@city, city",
    "demographic_parity<=0.05@sex&city, 'sex, city'"
  })
  void asksOnlyForTheGroupsThatARequirementNames(String requirement, String attributes) {
    TrainingData two =
        new TrainingData(
            DATA.table(),
            Optional.empty(),
            DATA.outcome(),
            List.of(GroupColumn.parse("sex"), GroupColumn.parse("city")),
            TrainingData.Intersection.OF_ALL,
            List.of("income"),
            Optional.empty(),
            DATA.weightMeaning());
    Method.Task task = task(two, 0, requirement);
    assertThat(task.training().groups())
        .extracting(Groups::attribute)
        .containsExactly("sex", "city", "sex&city");
    Method.Fitted fitted = method().fit(task, ProgressListener.NONE);
    assertThat(String.join(", ", rule(fitted).attributes())).isEqualTo(attributes);
    assertThat(violation(task, task.training(), fitted)).isLessThanOrEqualTo(1e-9);
  }

  @Test
  void requirementsThatNoThresholdsMeetAreNamed() {
    assertThatExceptionOfType(InfeasibleException.class)
        .isThrownBy(
            () ->
                method().fit(task(DATA, 0, "bounded_group_loss<=0.001@sex"), ProgressListener.NONE))
        .withMessageStartingWith("no thresholds meet the requirements on the fitting rows")
        .withMessageContaining("sex");
  }

  @ParameterizedTest
  @CsvSource({
    "objective, luck, 'there is no objective luck;'",
    "decisions, mixture, 'the option decisions of method threshold must be one of randomised,"
        + " deterministic, was mixture'",
    "scope, all, 'the option scope of method threshold must be one of by-group, shared, was all'",
    "rows, test, 'the option rows of method threshold must be one of training, validation, was"
        + " test'",
    "gap, 0.1, 'method threshold has no option gap; it has objective, decisions, scope, rows'",
  })
  void refusesOptionsThatThereAreNot(String option, String value, String sentence) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> method(option, value))
        .withMessageStartingWith(sentence);
  }

  @Test
  void theConfigurationSaysEveryOption() {
    assertThat(method("objective", "cost:1,5").configuration())
        .containsExactly(
            Map.entry("objective", "cost:1,5"),
            Map.entry("decisions", "randomised"),
            Map.entry("scope", "by-group"),
            Map.entry("rows", "training"));
  }
}
