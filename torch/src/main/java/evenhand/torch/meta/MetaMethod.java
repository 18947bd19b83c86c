package evenhand.torch.meta;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.data.Split;
import evenhand.learner.Classifier;
import evenhand.loss.CrossEntropy;
import evenhand.parity.UndefinedRateException;
import evenhand.torch.Mlp;
import evenhand.torch.MlpLearner;
import evenhand.torch.MlpOptions;
import evenhand.torch.Patience;
import evenhand.torch.Torch;
import evenhand.train.Epoch;
import evenhand.train.Method;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A method that trains a network under weights that trusted rows choose.
 *
 * @param name as on the command line
 * @param configuration every option that has an effect
 * @param share of the training rows that is trusted, where none are given, in (0, 1); empty: they
 *     are given
 * @param batch trusted rows of a step
 * @param aim what trusted rows are to be like
 * @param weighing by its goal
 */
record MetaMethod(
    String name,
    Map<String, String> configuration,
    OptionalDouble share,
    int batch,
    Aim aim,
    Function<Goal, RowWeighing> weighing)
    implements Method {

  /** Of the option {@code trusted}: they are given. */
  static final String DATA = "data";

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
    return fit(parted(task), options, task, (chosen, weights, losses, correct) -> {}, listener);
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
    Parted parted =
        task.trusted().map(given -> new Parted(training, given)).orElseGet(() -> cut(task));
    requireTelling(parted.trusted(), task);
    return parted;
  }

  private Parted cut(Task task) {
    Sample training = task.training();
    Split split = split(training, task.seed());
    if (split.heldOut().length == 0) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "a share of %s of %,d rows is no trusted row; raise --trusted, or give it rows",
              share.orElseThrow(),
              training.size()));
    }
    return new Parted(training.select(split.training()), training.select(split.heldOut()));
  }

  /** Held out are the rows to trust where none are given. */
  Split split(Sample training, long seed) {
    double part =
        share.orElseThrow(
            () -> new DataException("the method %s was given no trusted rows".formatted(name)));
    return Split.stratified(training.labels(), training.groups(), part, seed);
  }

  /** Rows on which the goal is undefined would leave every weight at nothing, without a word. */
  private void requireTelling(Sample trusted, Task task) {
    int[] labels = Arrays.stream(trusted.labels()).distinct().toArray();
    if (labels.length < 2) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "all %,d trusted rows have the same label; %s needs some of either",
              trusted.size(),
              name));
    }
    Examples rows = examples(trusted, task);
    int[] counts = rows.groups().counts();
    if (aim.comparesGroups() && Arrays.stream(counts).filter(count -> count > 0).count() < 2) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "all %,d trusted rows are of one group; the goal %s compares groups",
              trusted.size(),
              aim.word()));
    }
    if (aim == Aim.PARITY) {
      try {
        task.constraintOn(trusted);
      } catch (UndefinedRateException e) {
        throw new DataException("the trusted rows can't tell the parity: " + e.getMessage(), e);
      }
    }
  }

  private Examples examples(Sample rows, Task task) {
    return aim == Aim.PARITY
        ? Examples.of(rows, Aim.only(task.requirements()).attribute().orElseThrow())
        : Examples.of(rows);
  }

  Fitted fit(
      Parted rows,
      MlpOptions options,
      Task task,
      MetaTraining.RowListener history,
      ProgressListener listener) {
    Mlp network =
        new Mlp(rows.training().features().columns(), options.hidden(), options.dropout());
    int epochs = options.passes(rows.training().size());
    MetaOptions meta =
        new MetaOptions(
            epochs,
            options.batch(),
            options.rate(),
            options.decay(),
            options.stepping(),
            MetaOptions.Trust.of(batch));
    RowWeighing rule = weighing.apply(aim.goal(task.requirements()));
    MetaTraining.Plan plan =
        new MetaTraining.Plan(rule, new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT), task.seed());
    Examples trusted = examples(rows.trusted(), task);
    Passes passes = new Passes(history);
    Optional<Patience> patience = patience(options, rows.trusted());
    try (Torch.Placed ignored = Torch.on(options.device());
        MetaTraining here =
            new MetaTraining(
                options.begun(network), examples(rows.training(), task), trusted, meta, plan)) {
      here.run(
          passes,
          (epoch, now) -> {
            patience.ifPresent(each -> each.look(epoch, now));
            passes.ended(epoch, now.evidence(), listener);
            listener.progress("training", epoch, epochs);
          });
      Map<String, String> search = new LinkedHashMap<>();
      search.put("trusted rows", Integer.toString(rows.trusted().size()));
      missing(rows.training(), trusted, task)
          .ifPresent(groups -> search.put("groups without trusted rows", groups));
      passes.told().forEach(search::put);
      patience.ifPresent(each -> search.put("kept", "epoch " + each.epoch()));
      if (rule instanceof NashBargain nash && nash.epochs() >= epochs) {
        search.put("goal", "never pursued: every pass bargains");
      }
      float[] theta = patience.map(each -> each.best(here.theta())).orElseGet(here::theta);
      return new Fitted(Classifier.of(network.scorer(theta)), search);
    }
  }

  /**
   * The names of groups with rows to learn from and none that are trusted; empty: there are none.
   */
  private Optional<String> missing(Sample training, Examples trusted, Task task) {
    Groups all = examples(training, task).groups();
    int[] counts = all.counts();
    int[] asked = trusted.groups().counts();
    List<String> names = new ArrayList<>();
    for (int g = 0; g < counts.length; g++) {
      int there = trusted.groups().names().indexOf(all.names().get(g));
      if (counts[g] > 0 && (there < 0 || asked[there] == 0)) {
        names.add(all.names().get(g));
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  /** The trusted rows are no rows unseen, but those whose labels one would defend. */
  private static Optional<Patience> patience(MlpOptions options, Sample trusted) {
    return options.patience().isEmpty()
        ? Optional.empty()
        : Optional.of(new Patience(options.patience().getAsInt(), trusted, new CrossEntropy()));
  }

  /** What is told of the passes, and of the whole. */
  private static final class Passes implements MetaTraining.RowListener {

    private final MetaTraining.RowListener next;
    private final Map<String, double[]> shares = new LinkedHashMap<>();
    private double loss;
    private long rows;
    private double largest;
    private int epochs;

    Passes(MetaTraining.RowListener next) {
      this.next = next;
    }

    @Override
    public void stepped(int[] chosen, double[] weights, double[] losses, boolean[] correct) {
      double mean = Arrays.stream(weights).average().orElse(0);
      for (int i = 0; i < weights.length; i++) {
        largest = mean == 0 ? largest : Math.max(largest, weights[i] / mean);
        loss += losses[i];
      }
      rows += losses.length;
      next.stepped(chosen, weights, losses, correct);
    }

    void ended(int epoch, Map<String, Double> evidence, ProgressListener listener) {
      epochs = epoch;
      double mean = loss / rows;
      loss = 0;
      rows = 0;
      evidence.forEach(
          (what, share) -> {
            double[] sum = shares.computeIfAbsent(what, ignored -> new double[2]);
            sum[0] += share;
            sum[1]++;
          });
      listener.epoch(() -> new Epoch(epoch, mean, Optional.empty(), Map.of(), evidence, Map.of()));
    }

    /** Means over the passes that tell; the largest weight is in means of its step. */
    Map<String, String> told() {
      Map<String, String> told = new LinkedHashMap<>();
      told.put("epochs", Integer.toString(epochs));
      shares.forEach((what, sum) -> told.put(what, text(sum[0] / sum[1])));
      told.put("largest weight", text(largest));
      return told;
    }

    private static String text(double value) {
      return String.format(Locale.ROOT, "%.3f", value);
    }
  }
}
