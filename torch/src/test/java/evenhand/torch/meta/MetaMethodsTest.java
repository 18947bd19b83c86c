package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Requirement;
import evenhand.torch.MlpLearner;
import evenhand.train.Epoch;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    Map<String, String> clipped = new HashMap<>(options);
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
        .hasMessageStartingWith("the goal parity is that of one requirement, and there are 0");
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
  void parityAsAGoalIsOfItsOwnAttributeAndADifference() {
    int[] halves = new int[TRAINING.size()];
    java.util.Arrays.setAll(halves, i -> i % 2);
    Groups other = new Groups("half", List.of("even", "odd"), halves);
    Sample two =
        Sample.of(TRAINING.features(), TRAINING.labels(), List.of(TRAINING.groups().get(0), other));

    assertThat(parity("demographic_parity<=0.05@half", two).search()).containsKey("largest weight");
    assertThatThrownBy(() -> parity("demographic_parity:ratio>=0.8@half", two))
        .hasMessageStartingWith(
            "the goal parity is a difference between groups, not the ratio of ");
  }

  private static Method.Fitted parity(String requirement, Sample rows) {
    return MetaMethods.named("nash", Map.of("goal", "parity"))
        .orElseThrow()
        .fit(
            new Method.Task(
                rows, Optional.empty(), List.of(Requirement.parse(requirement)), LEARNER, 1),
            ProgressListener.NONE);
  }

  @Test
  void trustedRowsThatCannotTellAreRefused() {
    Sample rows = sample(NoisyRows.of(2, 60, 0));
    Sample positive =
        rows.select(IntStream.range(0, 60).filter(i -> rows.labels()[i] == 1).toArray());
    int[] first =
        IntStream.range(0, 60).filter(i -> rows.groups().get(0).codes()[i] == 0).toArray();

    assertThatThrownBy(() -> fit("nash", Map.of(), Optional.of(positive)))
        .hasMessage(
            "all %d trusted rows have the same label; nash needs some of either"
                .formatted(positive.size()));
    assertThatThrownBy(() -> fit("forml", Map.of(), Optional.of(rows.select(first))))
        .hasMessage(
            "all %d trusted rows are of one group; the goal loss-gap compares groups"
                .formatted(first.length));
    assertThat(fit("nash", Map.of(), Optional.of(rows.select(first))).search())
        .containsKey("groups without trusted rows");
    assertThatThrownBy(() -> fit("nash", Map.of("trusted", "0.000001"), Optional.empty()))
        .hasMessage(
            "a share of 1.0E-6 of 600 rows is no trusted row; raise --trusted, or give it rows");
    assertThatThrownBy(() -> fit("nash", Map.of("trusted", "data"), Optional.empty()))
        .hasMessage("the method nash was given no trusted rows");
  }

  @Test
  void everyPassTellsOfItsStepsAndTheSearchOfAll() {
    List<Epoch> passes = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void progress(String step, long done, long total) {}

          @Override
          public void epoch(Supplier<Epoch> told) {
            passes.add(told.get());
          }
        };
    Method.Fitted fitted =
        MetaMethods.named("nash", Map.of("bargain-epochs", "3"))
            .orElseThrow()
            .fit(new Method.Task(TRAINING, Optional.empty(), List.of(), LEARNER, 1), listener);

    assertThat(passes).hasSize(4);
    assertThat(passes.get(0).steps()).containsKeys("bargains failed", "steps aligned");
    assertThat(passes.get(3).steps()).doesNotContainKey("bargains failed");
    assertThat(passes.get(0).loss()).isGreaterThan(passes.get(3).loss());
    double mean =
        passes.subList(0, 3).stream()
            .mapToDouble(pass -> pass.steps().getOrDefault("steps aligned", -1.0))
            .average()
            .orElseThrow();
    assertThat(Double.parseDouble(fitted.search().getOrDefault("steps aligned", "")))
        .isCloseTo(mean, within(6e-4));
    assertThat(fitted.search()).doesNotContainKey("goal");
    assertThat(fit("nash", Map.of(), Optional.empty()).search())
        .containsEntry("goal", "never pursued: every pass bargains");
  }

  @Test
  void weightsOnLogitsLearnWithDropoutToo() {
    Map<String, String> options = Map.of("weights-on", "logits");
    Map<String, String> learner =
        new HashMap<>(Map.of("hidden", "8", "epochs", "1", "batch", "50", "rate", "0.01"));
    Sample other = sample(NoisyRows.of(3, 50, 0));
    double[] without =
        scores(fit("forml", options, Optional.empty(), MlpLearner.of(learner)), other);
    learner.put("dropout", "0.5");

    assertThat(scores(fit("forml", options, Optional.empty(), MlpLearner.of(learner)), other))
        .isNotEqualTo(without);
  }

  private static double[] scores(Method.Fitted fitted, Sample on) {
    return fitted.classifier().on(on.features()).score();
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
