package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.LogisticRegression;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Requirement;
import evenhand.train.Epoch;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class TorchMethodsTest {

  private static final Sample TRAINING = Toys.sample(1, 1500);
  private static final Sample VALIDATION = Toys.sample(2, 800);

  @Test
  void aLagrangianMeetsItsRequirement() {
    Requirement requirement = Requirement.parse("demographic_parity<=0.05@group");
    Method.Fitted fitted = fit("lagrangian", Map.of(), requirement);

    assertThat(gap(requirement, fitted.classifier(), TRAINING)).isLessThanOrEqualTo(0.05);
    assertThat(gap(requirement, plain(), TRAINING)).isGreaterThan(0.3);
    assertThat(fitted.search()).containsKeys("epochs", "epoch kept", "multipliers");
  }

  @Test
  void everyWayToClimbMeetsTheRequirement() {
    Requirement requirement = Requirement.parse("demographic_parity<=0.05@group");
    for (Map<String, String> options :
        List.of(
            Map.of("multiplier-optimizer", "adam"),
            Map.of("strategy", "augmented"),
            Map.of("mixture", "20"),
            Map.of("players", "swap-regret"),
            Map.of("players", "swap-regret", "mixture", "none"))) {
      Method.Fitted fitted = fit("lagrangian", options, requirement);

      assertThat(gap(requirement, fitted.classifier(), TRAINING))
          .as(options.toString())
          .isLessThanOrEqualTo(0.05);
      assertThat(fitted.classifier().members()).hasSizeLessThanOrEqualTo(3);
    }
  }

  /** At most one more than there are inequalities, of 30 iterates. */
  @Test
  void aMixtureOfSwapRegretHasFewMembers() {
    Requirement requirement = Requirement.parse("equalized_odds<=0.1@group");
    Method.Fitted fitted = fit("lagrangian", Map.of("players", "swap-regret"), requirement);
    int inequalities = requirement.on(TRAINING).size();

    assertThat(fitted.classifier().members()).hasSizeBetween(1, inequalities + 1);
    assertThat(fitted.search())
        .containsEntry("mixed of the last epochs", "30")
        .hasEntrySatisfying(
            "trained for",
            said ->
                assertThat(said).startsWith("equalized_odds<=0.05@group: the margin keeps 0.500"));
  }

  @Test
  void theHigherThePriceTheSmallerTheGap() {
    Requirement requirement = Requirement.parse("demographic_parity<=0.05@group");
    double free = gap(requirement, plain(), TRAINING);
    double cheap =
        gap(
            requirement,
            fit("regularized", Map.of("strength", "0.3"), requirement).classifier(),
            TRAINING);
    double dear =
        gap(
            requirement,
            fit("regularized", Map.of("strength", "3"), requirement).classifier(),
            TRAINING);

    assertThat(cheap).isLessThan(free);
    assertThat(dear).isLessThan(cheap).isLessThan(0.1);
  }

  @Test
  void withoutAPriceItIsThePlainNetwork() {
    Requirement requirement = Requirement.parse("demographic_parity<=0.05@group");
    Classifier free = fit("regularized", Map.of("strength", "0"), requirement).classifier();

    double[] scores = free.on(VALIDATION.features()).score();
    double[] plain = plain().on(VALIDATION.features()).score();
    double apart = 0;
    for (int i = 0; i < scores.length; i++) {
      apart += Math.abs(scores[i] - plain[i]) / scores.length;
    }

    // Batches are dealt by group too.
    assertThat(apart).isLessThan(0.02);
  }

  @Test
  void groupDroRaisesTheWorstGroup() {
    Classifier robust =
        fit("group-dro", Map.of("groups", "attribute", "share-rate", "0.1")).classifier();

    assertThat(worstLoss(robust)).isLessThanOrEqualTo(worstLoss(plain()) + 0.01);
  }

  @Test
  void otherLearnersAreRefused() {
    Method method = TorchMethods.named("lagrangian", Map.of()).orElseThrow();

    assertThatThrownBy(
            () ->
                method.fit(
                    task(
                        LogisticRegression.defaults(),
                        Requirement.parse("demographic_parity<=0.05@group")),
                    ProgressListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessage("the method lagrangian trains networks, not logistic; choose --learner mlp");
  }

  @Test
  void optionsThereAreNotAreRefused() {
    assertThatThrownBy(() -> TorchMethods.named("lagrangian", Map.of("strength", "1")))
        .hasMessage(
            "method lagrangian has no option strength; it has strategy, players, multiplier-optimizer, multiplier-rate, margin, curve, temperature, mixture");
    assertThatThrownBy(() -> TorchMethods.named("regularized", Map.of("strength", "-1")))
        .hasMessage(
            "the option strength of method regularized must be a number from 0.0 to 1000000.0, was -1");
    assertThatThrownBy(
            () ->
                TorchMethods.named(
                    "lagrangian", Map.of("players", "swap-regret", "multiplier-optimizer", "adam")))
        .hasMessage(
            "method lagrangian has no option multiplier-optimizer; it has strategy, players, multiplier-rate, margin, curve, temperature, mixture");
    assertThatThrownBy(() -> TorchMethods.named("lagrangian", Map.of("mixture", "1")))
        .hasMessage(
            "the option mixture of method lagrangian must be none, all or a whole number from 2 to 1000, was 1");
    assertThatThrownBy(() -> TorchMethods.named("group-dro", Map.of("groups", "label")))
        .hasMessage(
            "the option groups of method group-dro must be one of attribute, attribute-and-label, was label");
    assertThat(TorchMethods.named("grid", Map.of())).isEmpty();
  }

  @Test
  void thereMustBeSomethingToAim() {
    for (String name : List.of("lagrangian", "regularized")) {
      assertThatThrownBy(() -> fit(name, Map.of()))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("--require");
    }
  }

  @Test
  void everyEpochIsTold() {
    Requirement requirement = Requirement.parse("demographic_parity<=0.05@group");
    List<Epoch> told = new ArrayList<>();
    TorchMethods.named("lagrangian", Map.of())
        .orElseThrow()
        .fit(
            task(Toys.learner(10), requirement),
            new ProgressListener() {
              @Override
              public void progress(String step, long done, long total) {}

              @Override
              public void epoch(Supplier<Epoch> epoch) {
                told.add(epoch.get());
              }
            });

    assertThat(told).hasSize(10);
    Epoch last = told.get(9);
    assertThat(last.number()).isEqualTo(10);
    assertThat(last.loss()).isBetween(0.1, told.get(0).loss());
    assertThat(last.added().orElseThrow().lossGradient()).isGreaterThan(0);
    assertThat(last.added().orElseThrow().fairnessGradient()).isGreaterThan(0);
    assertThat(last.multipliers().values()).anyMatch(multiplier -> multiplier > 0);
    assertThat(last.gaps().get("demographic_parity<=0.05@group"))
        .isLessThan(told.get(0).gaps().get("demographic_parity<=0.05@group"));
  }

  @Test
  void aGradientThatDwarfsTheOtherIsTold() {
    Requirement requirement = Requirement.parse("demographic_parity<=0.05@group");

    assertThat(fit("regularized", Map.of("strength", "100000"), requirement).search())
        .hasEntrySatisfying(
            "gradients",
            sentence ->
                assertThat(sentence).contains("over 100 times").contains("lower the strength"));
    assertThat(fit("regularized", Map.of("strength", "1"), requirement).search())
        .doesNotContainKey("gradients");
  }

  @Test
  void patienceNeedsValidationRows() {
    Method method = TorchMethods.named("regularized", Map.of()).orElseThrow();
    Method.Task task =
        new Method.Task(
            TRAINING,
            Optional.empty(),
            List.of(Requirement.parse("demographic_parity<=0.05@group")),
            MlpLearner.of(Map.of("patience", "2")),
            1);

    assertThatThrownBy(() -> method.fit(task, ProgressListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the option patience of learner mlp needs validation rows; give --validation a share above 0");
  }

  private static Method.Fitted fit(
      String name, Map<String, String> options, Requirement... requirements) {
    return TorchMethods.named(name, options)
        .orElseThrow()
        .fit(task(Toys.learner(30), requirements), ProgressListener.NONE);
  }

  private static Method.Task task(WeightedLearner learner, Requirement... requirements) {
    return new Method.Task(TRAINING, Optional.of(VALIDATION), List.of(requirements), learner, 1);
  }

  private static Classifier plain() {
    return Classifier.of(
        Toys.learner(30).on(TRAINING.features(), 1).fit(TRAINING.labels(), TRAINING.weights()));
  }

  private static double gap(Requirement requirement, Classifier classifier, Sample sample) {
    double[] accepted = classifier.on(sample.features()).acceptance();
    return Arrays.stream(requirement.on(sample).violation(accepted)).max().orElseThrow()
        + requirement.bound();
  }

  private static double worstLoss(Classifier classifier) {
    double[] scores = classifier.on(TRAINING.features()).score();
    double[] sum = new double[2];
    double[] count = new double[2];
    for (int i = 0; i < scores.length; i++) {
      int g = TRAINING.groups().get(0).codes()[i];
      sum[g] -= Math.log(TRAINING.labels()[i] == 1 ? scores[i] : 1 - scores[i]);
      count[g]++;
    }
    return Math.max(sum[0] / count[0], sum[1] / count[1]);
  }
}
