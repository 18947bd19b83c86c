package evenhand.torch;

import evenhand.data.DataException;
import evenhand.learner.Classifier;
import evenhand.loss.Batch;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A method that trains one network by an objective of its own.
 *
 * @param name as on the command line
 * @param configuration every option that has an effect
 * @param trainer makes the objective of one task
 * @param dial what a sweep turns; empty: the bound of the requirements
 */
record NetworkMethod(
    String name, Map<String, String> configuration, Trainer trainer, Optional<Dial> dial)
    implements Method {

  /**
   * A strength that belongs to the method, not to the requirements.
   *
   * @param meaning as people read it
   * @param at the method at a strength
   */
  record Dial(String meaning, DoubleFunction<Method> at) {}

  @Override
  public String strength() {
    return dial.map(Dial::meaning).orElseGet(Method.super::strength);
  }

  @Override
  public Setting at(double strength, List<Requirement> requirements) {
    return dial.map(own -> new Setting(own.at().apply(strength), requirements))
        .orElseGet(() -> Method.super.at(strength, requirements));
  }

  /** Binds a way of training to a task. */
  @FunctionalInterface
  interface Trainer {
    Run on(Task task);
  }

  /** One training: its objective, and which of its iterates is kept. Has state. */
  interface Run extends Descent.Objective {

    /** Sees the network after a pass over the rows. */
    default void afterEpoch(int epoch, Descent descent) {}

    /**
     * @param last the parameters at the end
     */
    default float[] chosen(float[] last) {
      return last;
    }

    /** What is worth telling, by a word or two each. */
    default Map<String, String> search() {
      return Map.of();
    }
  }

  @Override
  public Fitted fit(Task task, ProgressListener listener) {
    if (!(task.learner() instanceof MlpLearner learner)) {
      throw new DataException(
          "the method %s trains networks, not %s; choose --learner mlp"
              .formatted(name, task.learner().name()));
    }
    Run run = trainer.on(task);
    Mlp network = learner.network(task.training().features());
    int epochs = learner.options().epochs();
    try (Descent descent =
        new Descent(
            network,
            task.training().features(),
            Batch.of(task.training()),
            learner.options(),
            task.seed())) {
      float[] last =
          descent.run(
              run,
              (epoch, current) -> {
                run.afterEpoch(epoch, current);
                listener.progress("training", epoch, epochs);
              });
      Map<String, String> search = new LinkedHashMap<>();
      search.put("epochs", Integer.toString(epochs));
      search.putAll(run.search());
      return new Fitted(Classifier.of(network.scorer(run.chosen(last))), search);
    }
  }
}
