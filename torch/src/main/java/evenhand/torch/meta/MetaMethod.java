package evenhand.torch.meta;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.data.Split;
import evenhand.learner.Classifier;
import evenhand.loss.CrossEntropy;
import evenhand.parity.Requirement;
import evenhand.torch.Mlp;
import evenhand.torch.MlpLearner;
import evenhand.torch.MlpOptions;
import evenhand.torch.Patience;
import evenhand.torch.Torch;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method that trains a network under weights that trusted rows choose.
 *
 * @param name as on the command line
 * @param configuration every option that has an effect
 * @param trusted share of the training rows that are trusted, where none are given; in (0, 1)
 * @param batch trusted rows of a step
 * @param weighing by the requirements of a task
 */
record MetaMethod(
    String name,
    Map<String, String> configuration,
    double trusted,
    int batch,
    Function<List<Requirement>, RowWeighing> weighing)
    implements Method {

  @Override
  public String strength() {
    return "none";
  }

  @Override
  public List<Double> strengths(List<Double> stated) {
    return List.of();
  }

  @Override
  public Fitted fit(Task task, ProgressListener listener) {
    MlpOptions options = options(task);
    Parted rows = parted(task);
    RowHistory history = new RowHistory(rows.training().size(), RowHistory.KEEP);
    return fit(rows, options, task, history, listener);
  }

  MlpOptions options(Task task) {
    if (task.learner() instanceof MlpLearner learner) {
      return learner.options();
    }
    throw new DataException(
        "the method %s trains networks, not %s; choose --learner mlp"
            .formatted(name, task.learner().name()));
  }

  /** A task's rows to learn from, and those to please. */
  record Parted(Sample training, Sample trusted) {}

  Parted parted(Task task) {
    Sample training = task.training();
    if (training.groups().isEmpty()) {
      throw new DataException(
          name + " needs groups to be even between; name the group columns with --group");
    }
    double first = training.weights()[0];
    for (double weight : training.weights()) {
      if (weight != first) {
        throw new DataException(
            "the method %s chooses the weights of rows itself; leave --weight out".formatted(name));
      }
    }
    if (task.trusted().isPresent()) {
      return new Parted(training, task.trusted().get());
    }
    Split split = split(training, task.seed());
    return new Parted(training.select(split.training()), training.select(split.heldOut()));
  }

  /** Held out are the rows to trust where none are given. */
  Split split(Sample training, long seed) {
    return Split.stratified(training.labels(), training.groups(), trusted, seed);
  }

  Fitted fit(
      Parted rows, MlpOptions options, Task task, RowHistory history, ProgressListener listener) {
    Mlp network =
        new Mlp(rows.training().features().columns(), options.hidden(), options.dropout());
    MetaOptions meta =
        new MetaOptions(
            options.epochs(),
            options.batch(),
            options.rate(),
            options.decay(),
            options.stepping(),
            MetaOptions.Trust.of(batch));
    MetaTraining.Plan plan =
        new MetaTraining.Plan(
            weighing.apply(task.requirements()),
            new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT),
            task.seed());
    Map<String, String> search = new LinkedHashMap<>();
    search.put("trusted rows", Integer.toString(rows.trusted().size()));
    try (Torch.Placed ignored = Torch.on(options.device());
        MetaTraining here =
            new MetaTraining(
                options.begun(network),
                Examples.of(rows.training()),
                Examples.of(rows.trusted()),
                meta,
                plan)) {
      Optional<Patience> patience = patience(options, rows.trusted());
      here.run(
          history,
          (epoch, now) -> {
            patience.ifPresent(each -> each.look(epoch, now));
            search.put("epochs", Integer.toString(epoch));
            listener.progress("training", epoch, options.epochs());
            now.evidence()
                .forEach(
                    (what, share) -> search.put(what, String.format(Locale.ROOT, "%.3f", share)));
          });
      patience.ifPresent(each -> search.put("kept", "epoch " + each.epoch()));
      float[] theta = patience.map(each -> each.best(here.theta())).orElseGet(here::theta);
      float[] weights = history.weights();
      search.put("largest weight", String.format(Locale.ROOT, "%.3f", largest(weights)));
      return new Fitted(Classifier.of(network.scorer(theta)), search);
    }
  }

  /** The trusted rows are no rows unseen, but those whose labels one would defend. */
  private static Optional<Patience> patience(MlpOptions options, Sample trusted) {
    return options.patience().isEmpty()
        ? Optional.empty()
        : Optional.of(new Patience(options.patience().getAsInt(), trusted, new CrossEntropy()));
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }
}
