package evenhand.torch;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.metric.Tally;
import evenhand.parity.Requirement;
import evenhand.train.AimedCells;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.Arrays;
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

    /** The cells of which it makes the worst off better. */
    default Optional<AimedCells> aimsAt() {
      return Optional.empty();
    }
  }

  @Override
  public Optional<AimedCells> aimsAt() {
    return trainer.aimsAt();
  }

  /** One training: its objective, and what becomes of its iterates. Has state. */
  interface Run extends Descent.Objective {

    /** Where a step leads. */
    default Descent.Gradient gradient(Mlp network, Slopes slopes) {
      return slopes.of(network, this);
    }

    /** What rows unseen are judged by, where patience is asked for; empty: it sees to that. */
    default Optional<Loss> judged() {
      return Optional.of(new CrossEntropy());
    }

    /** Sees the network after a pass over the rows. */
    default void afterEpoch(int epoch, Descent descent) {}

    /** Of the inequalities as they are now, by what these say. */
    default Map<String, Double> multipliers() {
      return Map.of();
    }

    /**
     * @param last the parameters at the end, or those that patience kept
     */
    default Classifier classifier(Mlp network, float[] last) {
      return Classifier.of(network.scorer(last));
    }

    /** What is worth telling, by a word or two each. */
    default Map<String, String> search() {
      return Map.of();
    }

    /** What a reader must know before trusting the classifier, a sentence each. */
    default List<String> warnings() {
      return List.of();
    }
  }

  @Override
  public Fitted fit(Task task, ProgressListener listener) {
    if (!(task.learner() instanceof MlpLearner learner)) {
      throw new DataException(
          "the method %s trains networks, not %s; choose --learner mlp"
              .formatted(name, task.learner().name()));
    }
    return new Fitting(task, learner, trainer.on(task)).fit(listener);
  }

  /** One fit. */
  private static final class Fitting {

    private final Task task;
    private final MlpOptions options;
    private final Run run;
    private final Mlp network;
    private final Slopes slopes = new Slopes();
    private final Optional<Patience> patience;
    private int epochs;

    Fitting(Task task, MlpLearner learner, Run run) {
      this.task = task;
      this.options = learner.options();
      this.run = run;
      this.network = learner.network(task.training().features());
      this.patience =
          options.patience().isPresent()
              ? run.judged()
                  .map(loss -> new Patience(options.patience().getAsInt(), unseen(), loss))
              : Optional.empty();
    }

    private Sample unseen() {
      return task.validation()
          .orElseThrow(
              () ->
                  new DataException(
                      "the option patience of learner mlp needs validation rows; give --validation a share above 0"));
    }

    Fitted fit(ProgressListener listener) {
      Sample rows = task.training();
      try (Descent descent =
          new Descent(network, rows.features(), Batch.of(rows), options, task.seed())) {
        float[] last =
            descent.run(
                run.gradient(network, slopes),
                (epoch, current) -> afterEpoch(epoch, current, listener));
        float[] kept = patience.map(each -> each.best(last)).orElse(last);
        Classifier classifier = run.classifier(network, kept);
        return new Fitted(classifier, Optional.empty(), search(), run.warnings());
      }
    }

    private void afterEpoch(int epoch, Descent descent, ProgressListener listener) {
      epochs = epoch;
      run.afterEpoch(epoch, descent);
      patience.ifPresent(each -> each.look(epoch, descent));
      listener.epoch(() -> slopes.told(epoch, run.multipliers(), gaps(descent)));
      slopes.next();
      listener.progress("training", epoch, options.passes(task.training().size()));
    }

    private Map<String, Double> gaps(Descent descent) {
      Map<String, Double> gaps = new LinkedHashMap<>();
      task.validation()
          .ifPresent(
              rows -> {
                int[] decisions =
                    Arrays.stream(descent.logits(rows.features()))
                        .mapToInt(logit -> logit >= 0 ? 1 : 0)
                        .toArray();
                for (Requirement each : task.requirements()) {
                  Groups groups = rows.groups(each.attribute().orElseThrow());
                  each.value(Tally.of(rows.labels(), decisions, groups))
                      .ifPresent(gap -> gaps.put(each.toString(), gap));
                }
              });
      return gaps;
    }

    private Map<String, String> search() {
      Map<String, String> search = new LinkedHashMap<>();
      search.put("epochs", Integer.toString(epochs));
      patience.ifPresent(each -> search.put("epoch kept", Integer.toString(each.epoch())));
      search.putAll(run.search());
      slopes.warning().ifPresent(sentence -> search.put("gradients", sentence));
      return search;
    }
  }
}
