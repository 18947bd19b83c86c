package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Requirement;
import evenhand.reduce.Problem;
import evenhand.reduce.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MethodsTest {

  private static final Sample TRAINING =
      Objects.requireNonNull(
          Prepared.of(
                  Applicants.data(Applicants.table(600, 5), Optional.empty()),
                  Applicants.options(0, 1))
              .samples()
              .get(Part.TRAINING));

  private static Method.Task task(String... requirements) {
    return new Method.Task(
        TRAINING,
        Optional.empty(),
        List.of(requirements).stream().map(Requirement::parse).toList(),
        LogisticRegression.defaults(),
        1);
  }

  private static Standing standing(String requirement, Method.Fitted fitted) {
    return new Problem(TRAINING, Requirement.parse(requirement).on(TRAINING))
        .of(fitted.classifier());
  }

  @Test
  void everyNamedMethodIsThereUnderItsName() {
    for (String name : Methods.NAMES) {
      assertThat(Methods.named(name, Map.of()).name()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "newton, , , 'there is no method newton; the methods are plain, reduction, grid, threshold,"
        + " reweight, label-bias, moew'",
    "plain, gap, 0.1, 'method plain has no option gap; it has none'",
    "reduction, points, 9, 'method reduction has no option points; it has pricing, price-bound,"
        + " gap, max-fits'",
    "reduction, gap, 2, 'the option gap of method reduction must be a number from 0.0 to 1.0, was"
        + " 2'",
    "reduction, max-fits, 0, 'the option max-fits of method reduction must be a number from 1.0 to"
        + " 10000.0, was 0'",
    "grid, points, 1.5, 'the option points of method grid must be a whole number, was 1.5'",
  })
  void refusesWhatThereIsNot(String method, String option, String value, String sentence) {
    Map<String, String> options = option == null ? Map.of() : Map.of(option, value);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Methods.named(method, options))
        .withMessage(sentence);
  }

  @Test
  void theConfigurationSaysEveryEffectiveOption() {
    assertThat(Methods.named("reduction", Map.of("gap", "0.001")).configuration())
        .containsEntry("pricing", "cutting-planes")
        .containsEntry("gap", "0.001")
        .containsOnlyKeys("pricing", "price-bound", "gap", "max-fits");
    assertThat(
            Methods.named("reduction", Map.of("pricing", "multiplicative-weights")).configuration())
        .as("with the published defaults")
        .isNotEqualTo(Methods.named("reduction", Map.of()).configuration())
        .containsEntry("pricing", "multiplicative-weights");
    assertThat(Methods.named("grid", Map.of("points", "7")).configuration())
        .containsEntry("points", "7");
  }

  @Test
  void plainIsOneFitWhateverIsRequired() {
    Method.Fitted fitted =
        Methods.PLAIN.fit(task("demographic_parity<=0.01@sex"), ProgressListener.NONE);
    assertThat(fitted.search()).containsEntry("fits", "1");
    assertThat(fitted.classifier().isRandomised()).isFalse();
    assertThat(standing("demographic_parity<=0.01@sex", fitted).worst()).isGreaterThan(0.1);
  }

  @Test
  void aReductionMeetsTheRequirementAndTellsHowFarItIs() {
    List<Long> done = new ArrayList<>();
    Method.Fitted fitted =
        Methods.named("reduction", Map.of())
            .fit(
                task("demographic_parity<=0.02@sex"),
                (step, fits, total) -> {
                  assertThat(step).isEqualTo("fitting");
                  assertThat(fits).isLessThanOrEqualTo(total);
                  done.add(fits);
                });
    assertThat(standing("demographic_parity<=0.02@sex", fitted).worst()).isLessThanOrEqualTo(1e-9);
    assertThat(done).isSorted().isNotEmpty();
    assertThat(fitted.search())
        .containsKeys("fits", "members", "gap over replies", "training error");
    assertThat(Integer.parseInt(fitted.search().get("members")))
        .isEqualTo(fitted.classifier().members().size());
    assertThat(Double.parseDouble(fitted.search().get("training error")))
        .isEqualTo(standing("demographic_parity<=0.02@sex", fitted).error());
  }

  @Test
  void aSearchNeedsSomethingToMeet() {
    for (String name : List.of("reduction", "grid", "threshold", "label-bias", "moew")) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> Methods.named(name, Map.of()).fit(task(), ProgressListener.NONE))
          .withMessageStartingWith("there is no requirement to meet");
    }
  }

  /** Nobody may err more often than never, and the two requirements are told apart. */
  @Test
  void requirementsThatCanNotBeMetAreNamed() {
    assertThatExceptionOfType(InfeasibleException.class)
        .isThrownBy(
            () ->
                Methods.named("reduction", Map.of())
                    .fit(
                        task("bounded_group_loss<=0.001@sex", "demographic_parity<=0.5@sex"),
                        ProgressListener.NONE))
        .withMessageStartingWith("the requirements can't be met on the training rows")
        .withMessageContaining("bounded_group_loss<=0.001@sex is broken by at least 0.")
        .withMessageContaining("demographic_parity<=0.5@sex can be met");
  }
}
