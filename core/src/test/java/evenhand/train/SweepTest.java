package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.audit.BinaryOutcomes;
import evenhand.data.DataException;
import evenhand.data.DenseMatrix;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepTest {

  @TempDir private Path folder;

  private Swept run(Sweep sweep, int threads) {
    return sweep.run(Sweeps.folder(folder, "none"), OptionalInt.of(threads), ProgressListener.NONE);
  }

  @Test
  void fitsEveryMethodAtItsStrengthsWithEverySeed() {
    Swept swept = run(Sweeps.sweep(Sweeps.data(800)), 2);
    List<String> names = swept.trials().stream().map(trial -> trial.id().toString()).toList();
    assertThat(names)
        .startsWith(
            "plain seed 1",
            "plain seed 2",
            "reduction 0.02 seed 1",
            "reduction 0.02 seed 2",
            "reduction 0.1 seed 1",
            "reduction 0.1 seed 2",
            "grid 1 seed 1")
        .endsWith(
            "grid 5 seed 1",
            "grid 1 seed 2",
            "grid 2 seed 2",
            "grid 3 seed 2",
            "grid 4 seed 2",
            "grid 5 seed 2")
        .hasSize(16);
    assertThat(swept.parts()).containsExactly(Part.TRAINING, Part.VALIDATION, Part.TEST);
    assertThat(swept.reused()).isZero();
  }

  @Test
  void aTrialDecidesAsTheSameTrainingAlone() {
    TrainingData data = Sweeps.data(800);
    Sweep sweep = Sweeps.sweep(data);
    Swept swept = run(sweep, 1);
    Trial trial = swept.trials().get(2);
    Requirement requirement = Requirement.parse("demographic_parity<=0.02@sex");
    assertThat(trial.requirements()).containsExactly(requirement);
    Trained trained =
        new TrainingJob(
                data,
                List.of(requirement),
                Methods.named("reduction", Map.of()),
                LogisticRegression.defaults(),
                sweep.options())
            .run(ProgressListener.NONE);
    assertThat(trial.decider().orElseThrow().classifier())
        .isEqualTo(trained.decider().classifier());
    // the first grid point is at no prices: the plain model
    assertThat(decisions(swept, swept.trials().get(6)))
        .isEqualTo(decisions(swept, swept.trials().get(0)));
  }

  private static double[] decisions(Swept swept, Trial trial) {
    BinaryOutcomes outcomes = swept.outcomes(trial, Part.TEST);
    return outcomes.decisions().orElseThrow();
  }

  @Test
  void anyNumberOfThreadsGivesTheSame(@TempDir Path other) throws Exception {
    Sweep sweep = Sweeps.sweep(Sweeps.data(600));
    run(sweep, 1);
    sweep.run(Sweeps.folder(other, "none"), OptionalInt.of(4), ProgressListener.NONE);
    Folders.assertSame(other, folder);
  }

  /** A method of another module needs no change here: it says what its strength is. */
  @Test
  void sweepsAMethodWithAStrengthOfItsOwn() {
    record Biased(double by) implements Method {

      @Override
      public String name() {
        return "biased";
      }

      @Override
      public Map<String, String> configuration() {
        return Map.of("by", Double.toString(by));
      }

      @Override
      public Setting at(double strength, List<Requirement> requirements) {
        return new Setting(new Biased(strength), requirements);
      }

      @Override
      public Fitted fit(Task task, ProgressListener listener) {
        if (by > 1) {
          throw new InfeasibleException("too much");
        }
        return Methods.PLAIN.fit(task, listener);
      }
    }
    Sweep usual = Sweeps.sweep(Sweeps.data(300));
    Sweep sweep =
        new Sweep(
            usual.data(),
            usual.requirements(),
            new Sweep.Plan(List.of(new Biased(0)), List.of(0.5, 5.0), 1),
            usual.learner(),
            usual.options());
    List<Trial> trials = run(sweep, 1).trials();
    assertThat(trials.get(0).id()).isEqualTo(new TrialId("biased", OptionalDouble.of(0.5), 1));
    assertThat(trials.get(0).failure()).isEmpty();
    assertThat(trials.get(1).failure()).isEqualTo(Optional.of("too much"));
  }

  @Test
  void hearsProgressOnTheCallingThread() {
    List<String> heard = new ArrayList<>();
    Thread here = Thread.currentThread();
    Sweeps.sweep(Sweeps.data(300))
        .run(
            Sweeps.folder(folder, "none"),
            OptionalInt.of(2),
            (step, done, total) -> {
              assertThat(Thread.currentThread()).isEqualTo(here);
              heard.add(step + " of " + total);
            });
    assertThat(heard).contains("fitting of 8");
  }

  @Test
  void refusesPlansThatMakeNoSense() {
    Method plain = Methods.named("plain", Map.of());
    assertThatThrownBy(() -> new Sweep.Plan(List.of(plain, plain), List.of(), 1))
        .isInstanceOf(DataException.class)
        .hasMessage("the method plain is given twice");
    assertThatThrownBy(() -> new Sweep.Plan(List.of(plain), List.of(0.1, 0.1), 1))
        .isInstanceOf(DataException.class)
        .hasMessage("the strength 0.1 is given twice");
    assertThatThrownBy(() -> new Sweep.Plan(List.of(plain), List.of(), 0))
        .isInstanceOf(DataException.class)
        .hasMessage("the number of seeds must be from 1 to 1000, was 0");
    assertThatThrownBy(() -> new Sweep.Plan(List.of(), List.of(), 1))
        .isInstanceOf(DataException.class);
  }

  @Test
  void aFitTakesCopiesOfTheFeaturesAndNumbersARow() {
    Sample sample =
        Sample.of(new DenseMatrix(1000, 10, new float[10_000]), new int[1000], List.of());
    assertThat(Sweep.bytesOfAFit(sample)).isEqualTo(3 * 4 * 10_000L + 8 * 24 * 1000L);
  }
}
