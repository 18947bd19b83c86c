package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Requirement;
import evenhand.torch.MlpLearner;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetaMethodsTest {

  private static final Sample TRAINING = sample(NoisyRows.of(1, 600, 0.4));
  private static final MlpLearner LEARNER =
      MlpLearner.of(Map.of("hidden", "8", "epochs", "4", "batch", "50", "rate", "0.01"));

  private static Sample sample(Examples rows) {
    return Sample.of(rows.features(), rows.labels(), List.of(rows.groups()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"forml", "nash", "learning-to-reweight", "meta-weight-net"})
  void trainsOnTrustedRowsTakenFromTraining(String name) {
    Method.Fitted fitted = fit(name, Map.of("trusted", "0.1"), Optional.empty());

    for (double score : fitted.classifier().on(TRAINING.features()).score()) {
      assertThat(score).isBetween(0.0, 1.0);
    }
    assertThat(fitted.search()).containsEntry("trusted rows", "60");
  }

  @Test
  void givenTrustedRowsAreUsed() {
    Method.Fitted fitted =
        fit("learning-to-reweight", Map.of(), Optional.of(sample(NoisyRows.of(2, 40, 0))));

    assertThat(fitted.search()).containsEntry("trusted rows", "40");
  }

  @Test
  void patienceEndsWhenTrustedRowsGainNoMoreAndKeepsTheirBestPass() {
    Optional<Sample> trusted = Optional.of(sample(NoisyRows.of(2, 40, 0)));
    Map<String, String> options =
        Map.of("hidden", "8", "epochs", "200", "rate", "0.05", "patience", "3");

    Map<String, String> search = fit("forml", Map.of(), trusted, MlpLearner.of(options)).search();

    int last = Integer.parseInt(search.getOrDefault("epochs", ""));
    assertThat(last).isBetween(4, 199);
    assertThat(search).containsEntry("kept", "epoch " + (last - 3));
  }

  @Test
  void longGradientsAreClipped() {
    Map<String, String> options =
        Map.of("hidden", "8", "epochs", "2", "optimizer", "sgd", "rate", "0.5", "decay", "0");
    Map<String, String> clipped = new java.util.HashMap<>(options);
    clipped.put("clip", "1e-9");
    Sample other = sample(NoisyRows.of(3, 200, 0));

    double[] still = scores(clipped, other);
    clipped.put("epochs", "1");

    assertThat(scores(clipped, other)).containsExactly(still, within(1e-6));
    assertThat(scores(options, other)).isNotEqualTo(still);
  }

  private static double[] scores(Map<String, String> learner, Sample on) {
    return fit("nash", Map.of(), Optional.empty(), MlpLearner.of(learner))
        .classifier()
        .on(on.features())
        .score();
  }

  @Test
  void everyOptionIsInTheConfiguration() {
    Method method = MetaMethods.named("forml", Map.of("goal", "parity")).orElseThrow();

    assertThat(method.configuration())
        .containsEntry("goal", "parity")
        .containsKeys("trusted", "trusted-batch", "weight-rate", "imagined", "weights-on");
    assertThat(MetaMethods.named("forml", method.configuration()).orElseThrow().configuration())
        .isEqualTo(method.configuration());
    assertThat(method.strengths(List.of(1.0))).isEmpty();
  }

  @Test
  void parityAsAGoalNeedsOneRequirement() {
    assertThatThrownBy(() -> fit("forml", Map.of("goal", "parity"), Optional.empty()))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the goal parity is that of one requirement, given with --require; there are 0");
    Method.Task task =
        new Method.Task(
            TRAINING,
            Optional.empty(),
            List.of(Requirement.parse("demographic_parity<=0.05@group")),
            LEARNER,
            1);
    assertThat(
            MetaMethods.named("forml", Map.of("goal", "parity"))
                .orElseThrow()
                .fit(task, ProgressListener.NONE)
                .search())
        .containsKey("largest weight");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Method method = MetaMethods.named("nash", Map.of()).orElseThrow();
    Method.Task task =
        new Method.Task(TRAINING, Optional.empty(), List.of(), LogisticRegression.defaults(), 1);
    assertThatThrownBy(() -> method.fit(task, ProgressListener.NONE))
        .hasMessage("the method nash trains networks, not logistic; choose --learner mlp");

    Sample ungrouped = Sample.of(TRAINING.features(), TRAINING.labels(), List.of());
    assertThatThrownBy(
            () ->
                method.fit(
                    new Method.Task(ungrouped, Optional.empty(), List.of(), LEARNER, 1),
                    ProgressListener.NONE))
        .hasMessage("nash needs groups to be even between; name the group columns with --group");

    double[] weights = TRAINING.weights().clone();
    weights[3] = 2;
    Sample weighted =
        new Sample(TRAINING.features(), TRAINING.labels(), weights, weights, TRAINING.groups());
    assertThatThrownBy(
            () ->
                method.fit(
                    new Method.Task(weighted, Optional.empty(), List.of(), LEARNER, 1),
                    ProgressListener.NONE))
        .hasMessage("the method nash chooses the weights of rows itself; leave --weight out");
    assertThatThrownBy(() -> MetaMethods.named("nash", Map.of("weight-rate", "1")))
        .hasMessageContaining("method nash has no option weight-rate");
    assertThat(MetaMethods.named("reduction", Map.of())).isEmpty();
  }

  private static Method.Fitted fit(
      String name, Map<String, String> options, Optional<Sample> trusted) {
    return fit(name, options, trusted, LEARNER);
  }

  private static Method.Fitted fit(
      String name, Map<String, String> options, Optional<Sample> trusted, MlpLearner learner) {
    return MetaMethods.named(name, options)
        .orElseThrow()
        .fit(
            new Method.Task(TRAINING, Optional.empty(), trusted, List.of(), learner, 1),
            ProgressListener.NONE);
  }
}
