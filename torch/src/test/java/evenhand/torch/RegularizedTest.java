package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.loss.Batch;
import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.CrossEntropy;
import evenhand.loss.FairnessLoss;
import evenhand.loss.GroupSquaredError;
import evenhand.loss.Loss;
import evenhand.loss.Penalty;
import evenhand.loss.Smoothing;
import evenhand.parity.Parity;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegularizedTest {

  private static final Sample TRAINING = Toys.sample(1, 1500);

  /** The second group's labels are noisier, so that its loss is higher. */
  private static final Sample NOISY = noisy();

  private static final Requirement REQUIREMENT =
      Requirement.parse("demographic_parity<=0.05@group");

  private static Sample noisy() {
    SplittableRandom random = new SplittableRandom(9);
    int[] labels = TRAINING.labels().clone();
    for (int i = 0; i < labels.length; i++) {
      boolean flipped = random.nextDouble() < 0.25 * TRAINING.groups("group").codes()[i];
      labels[i] = flipped ? 1 - labels[i] : labels[i];
    }
    return Sample.of(TRAINING.features(), labels, TRAINING.groups());
  }

  /** The plain network's gap is above .3. */
  @ParameterizedTest
  @CsvSource({
    "rates, 3, even",
    "rates, 3, hierarchical",
    "rates, 3, adaptive",
    "rates, 3, shrunk",
    "mutual-information, 30, even",
    "covariance, 100, even",
    "correlation, 3, even",
    "hsic, 100, even",
    "mmd, 10, even",
    "wasserstein, 3, even",
    "mine, 5, even"
  })
  void everyLossOfDistributionsLowersTheGap(String loss, String strength, String subgroups) {
    assertThat(gap(fit(Map.of("loss", loss, "strength", strength, "subgroups", subgroups))))
        .isLessThan(0.12);
  }

  @Test
  void aMemoryLowersTheGapToo() {
    assertThat(gap(fit(Map.of("strength", "3", "memory", "0.9")))).isLessThan(0.12);
  }

  /** These even the errors: the range between the groups falls to less than half. */
  @ParameterizedTest
  @CsvSource({"bounded-group-loss, 3", "squared-error, 10"})
  void everyLossOfErrorsEvensThem(String loss, String strength) {
    Classifier free = fit(NOISY, Map.of("strength", "0"));
    Classifier even = fit(NOISY, Map.of("loss", loss, "strength", strength));

    assertThat(range(loss, even)).isBetween(0.0, range(loss, free) / 2);
  }

  @Test
  void oneSeedGivesTheSameScores() {
    Map<String, String> options = Map.of("loss", "mine", "strength", "2");

    assertThat(fit(options).on(TRAINING.features()).score())
        .isEqualTo(fit(options).on(TRAINING.features()).score());
  }

  @Test
  void aStepAddsThePriceTimesTheTerm() {
    Method.Task task =
        new Method.Task(TRAINING, Optional.empty(), List.of(REQUIREMENT), Toys.learner(1), 1);
    NetworkMethod.Run run =
        ((NetworkMethod) TorchMethods.named("regularized", Map.of("strength", "2")).orElseThrow())
            .trainer()
            .on(task);
    Batch batch = Batch.of(TRAINING);
    double[] logits = new double[TRAINING.size()];
    Arrays.setAll(logits, i -> TRAINING.features().rows() % (i + 3) * 0.01 - 1);
    Loss.Evaluated fairness =
        new FairnessLoss(Parity.DEMOGRAPHIC_PARITY, Penalty.WORST, Smoothing.defaults(), "group")
            .on(batch, logits);

    // Halfway up the ramp, a quarter of the way.
    assertThat(run.on(new int[0], batch, logits, 0.25).value())
        .isCloseTo(new CrossEntropy().on(batch, logits).value() + fairness.value(), within(1e-12));
  }

  private static Classifier fit(Map<String, String> options) {
    return fit(TRAINING, options);
  }

  private static Classifier fit(Sample training, Map<String, String> options) {
    return TorchMethods.named("regularized", new TreeMap<>(options))
        .orElseThrow()
        .fit(
            new Method.Task(training, Optional.empty(), List.of(REQUIREMENT), Toys.learner(12), 1),
            ProgressListener.NONE)
        .classifier();
  }

  private static double gap(Classifier classifier) {
    double[] accepted = classifier.on(TRAINING.features()).acceptance();
    return Arrays.stream(REQUIREMENT.on(TRAINING).violation(accepted)).max().orElseThrow()
        + REQUIREMENT.bound();
  }

  private static double range(String loss, Classifier classifier) {
    double[] logits =
        Arrays.stream(classifier.on(NOISY.features()).score())
            .map(p -> Math.log(p / (1 - p)))
            .toArray();
    Loss range =
        loss.equals("squared-error")
            ? new GroupSquaredError(BoundedGroupLoss.How.RANGE, "group")
            : new BoundedGroupLoss(BoundedGroupLoss.How.RANGE, "group");
    return range.on(Batch.of(NOISY), logits).value();
  }
}
