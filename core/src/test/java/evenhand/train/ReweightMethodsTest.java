package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Requirement;
import evenhand.reduce.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReweightMethodsTest {

  private static final String ASKED = "demographic_parity<=0.05@sex";

  private static final Prepared PREPARED =
      Prepared.of(
          Applicants.data(Applicants.table(1200, 5), Optional.empty()), Applicants.options(0.3, 1));

  private static Sample rows(Part part) {
    return Objects.requireNonNull(PREPARED.samples().get(part));
  }

  private static Method.Task task(Sample training, String... requirements) {
    return new Method.Task(
        training,
        Optional.of(rows(Part.VALIDATION)),
        List.of(requirements).stream().map(Requirement::parse).toList(),
        LogisticRegression.defaults(),
        1);
  }

  private static double violation(Method.Fitted fitted, Part part) {
    Sample sample = rows(part);
    return new Problem(sample, Requirement.parse(ASKED).on(sample)).of(fitted.classifier()).worst();
  }

  private static Method.Fitted fit(String method, Map<String, String> options) {
    return Methods.named(method, options)
        .fit(task(rows(Part.TRAINING), ASKED), ProgressListener.NONE);
  }

  @Test
  void eachWeighsTowardsTheParity() {
    double plain = violation(fit("plain", Map.of()), Part.TRAINING);

    assertThat(violation(fit("reweight", Map.of()), Part.TRAINING)).isLessThan(plain);
    assertThat(violation(fit("label-bias", Map.of("rounds", "40")), Part.TRAINING))
        .isLessThan(plain);
    Method.Fitted searched = fit("moew", Map.of("batches", "3", "candidates", "100"));
    assertThat(violation(searched, Part.VALIDATION))
        .isLessThan(violation(fit("plain", Map.of()), Part.VALIDATION));
    assertThat(searched.search())
        .containsEntry("fits", "15")
        .containsEntry("searched on", "validation rows");
  }

  @Test
  void theSpreadOfFixedWeightsIsTold() {
    Map<String, String> search = fit("reweight", Map.of()).search();

    assertThat(search).containsEntry("fits", "1");
    assertThat(Double.parseDouble(search.getOrDefault("smallest weight", ""))).isBetween(0.3, 0.99);
    assertThat(Double.parseDouble(search.getOrDefault("largest weight", ""))).isBetween(1.01, 3.0);
  }

  @Test
  void whatASchemeDoesNotLookAtIsNoOptionOfIt() {
    assertThat(Methods.named("reweight", Map.of()).configuration())
        .doesNotContainKeys("by", "beta");
    assertThat(Methods.named("reweight", Map.of("scheme", "proportional")).configuration())
        .containsKey("by")
        .doesNotContainKey("beta");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Methods.named("reweight", Map.of("by", "label")))
        .withMessageContaining("has no option by");
  }

  @Test
  void moewSearchesOnTrustedRowsWhereThereAreSome() {
    Method.Task task = task(rows(Part.TRAINING), ASKED);
    Method.Task trusting =
        new Method.Task(
            task.training(),
            task.validation(),
            Optional.of(rows(Part.VALIDATION)),
            task.requirements(),
            task.learner(),
            task.seed());

    assertThat(
            Methods.named("moew", Map.of("batches", "1", "per-batch", "2"))
                .fit(trusting, ProgressListener.NONE)
                .search())
        .containsEntry("searched on", "trusted rows");
  }

  @Test
  void theStrengthOfFixedWeightsIsTheirPower() {
    Method method = Methods.named("reweight", Map.of("scheme", "proportional", "by", "label"));
    Method.Setting half = method.at(0.5, List.of());

    assertThat(half.method().configuration())
        .containsEntry("strength", "0.5")
        .containsEntry("scheme", "proportional")
        .containsEntry("by", "label");
    assertThat(
            fit("reweight", Map.of("strength", "0"))
                .classifier()
                .on(rows(Part.TRAINING).features())
                .score())
        .isEqualTo(fit("plain", Map.of()).classifier().on(rows(Part.TRAINING).features()).score());
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> method.at(11, List.of()))
        .withMessage("the power of the weights of method reweight must be from 0 to 10, was 11.0");
  }

  @Test
  void weightsByGroupNeedGroupsAndOthersDoNot() {
    Sample all = rows(Part.TRAINING);
    Sample alone =
        new Sample(all.features(), all.labels(), all.weights(), all.parityWeights(), List.of());

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () -> Methods.named("reweight", Map.of()).fit(task(alone), ProgressListener.NONE))
        .withMessage("the method reweight weighs by groups; name the group columns with --group");
    assertThat(
            Methods.named("reweight", Map.of("scheme", "class-balanced"))
                .fit(task(alone), ProgressListener.NONE)
                .search())
        .containsEntry("fits", "1");
  }
}
