package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AdversarialTrainerTest {

  private static final Sample TRAINING = Toys.sample(1, 1500);
  private static final Sample VALIDATION = Toys.sample(2, 800);
  private static final Requirement PARITY = Requirement.parse("demographic_parity<=0.05@group");

  @Test
  void theStrongerTheAdversaryTheSmallerTheGap() {
    double free = gap(fit(Map.of("strength", "0")));
    double strong = gap(fit(Map.of("strength", "10")));

    assertThat(free).isGreaterThan(0.3);
    assertThat(strong).isLessThan(free / 2);
  }

  @Test
  void everyFormHidesTheGroup() {
    for (String on : List.of("representation", "logit")) {
      double open = recovered(fit(Map.of("strength", "0", "on", on)));
      for (String update : List.of("reversal", "projection")) {
        // A quick adversary tells these groups so surely that no slope is left to reverse.
        Method.Fitted fitted =
            fit(Map.of("strength", "10", "on", on, "update", update, "adversary-rate", "0.001"));

        assertThat(gap(fitted)).as(on + " " + update).isLessThan(0.2);
        // Even decisions, but what they are made of still tells these groups to a fresh adversary.
        assertThat(recovered(fitted))
            .as(on + " " + update)
            .isLessThanOrEqualTo(on.equals("logit") ? open - 0.05 : open);
      }
    }
  }

  @Test
  void saysWhatChanceWouldRecover() {
    assertThat(fit(Map.of()).search())
        .containsEntry("by chance", "balanced accuracy 0.500, AUC 0.500");
    assertThat(
            fit(Map.of(), Requirement.parse("equalized_odds<=0.05@group"))
                .search()
                .get("by chance"))
        .endsWith("(from the label alone)");
  }

  @Test
  void aNetworkThatGotAwayIsToldOf() {
    Method.Fitted strong = fit(Map.of("strength", "1", "adversary-rate", "0.1"));

    assertThat(strong.warnings())
        .singleElement()
        .asString()
        .startsWith("the network got away from its adversary")
        .contains("lower the strength");
    assertThat(strong.search()).containsKey("live adversary");
    assertThat(fit(Map.of("strength", "0")).warnings()).isEmpty();
  }

  @Test
  void withoutStrengthBothUpdatesAreThePlainGradient() {
    assertThat(
            fit(Map.of("strength", "0", "update", "projection"))
                .classifier()
                .on(VALIDATION.features())
                .score())
        .isEqualTo(fit(Map.of("strength", "0")).classifier().on(VALIDATION.features()).score());
  }

  @Test
  void oneSeedGivesTheSameNetwork() {
    assertThat(fit(Map.of()).classifier().on(VALIDATION.features()).score())
        .isEqualTo(fit(Map.of()).classifier().on(VALIDATION.features()).score());
  }

  @Test
  void aNetworkWithoutHiddenLayersHasNoRepresentation() {
    Method method = TorchMethods.named("adversarial", Map.of("on", "representation")).orElseThrow();
    Method.Task task =
        new Method.Task(
            TRAINING,
            Optional.empty(),
            List.of(PARITY),
            MlpLearner.of(Map.of("hidden", "none", "epochs", "1")),
            1);

    assertThatThrownBy(() -> method.fit(task, ProgressListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("--method-option on=logit");
  }

  private static Method.Fitted fit(Map<String, String> options, Requirement... requirements) {
    List<Requirement> stated = requirements.length == 0 ? List.of(PARITY) : List.of(requirements);
    return TorchMethods.named("adversarial", options)
        .orElseThrow()
        .fit(
            new Method.Task(TRAINING, Optional.of(VALIDATION), stated, Toys.learner(30), 1),
            ProgressListener.NONE);
  }

  private static double gap(Method.Fitted fitted) {
    double[] accepted = fitted.classifier().on(VALIDATION.features()).acceptance();
    return Arrays.stream(PARITY.on(VALIDATION).violation(accepted)).max().orElseThrow()
        + PARITY.bound();
  }

  private static double recovered(Method.Fitted fitted) {
    String said = fitted.search().getOrDefault("fresh adversary", "");
    return Double.parseDouble(said.replaceFirst("balanced accuracy ([0-9.]+),.*", "$1"));
  }
}
