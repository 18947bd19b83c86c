package evenhand.torch;

import evenhand.data.DataException;
import evenhand.data.Matrix;
import evenhand.data.Sample;
import evenhand.data.Split;
import evenhand.learner.Classifier;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.train.MethodOptions;
import evenhand.train.Start;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A multi-layer perceptron trained on the weighted cross entropy. A weight counts in every step its
 * row is in; a row of weight 2 is therefore like two rows but for the noise of batches. With
 * patience a tenth of the rows, the same of every label, is kept aside to tell when to stop.
 *
 * @param options of the network and its training
 */
public record MlpLearner(MlpOptions options) implements WeightedLearner {

  /** On the command line. */
  public static final String NAME = "mlp";

  private static final double ASIDE = 0.1;

  /**
   * @param options of the learner, by name
   * @throws DataException for an option there is not, or a value out of its range
   */
  public static MlpLearner of(Map<String, String> options) {
    return of(options, Optional.empty());
  }

  /**
   * @param start what training goes on from, and whose widths it has
   * @throws DataException for a start that is not one network, too
   */
  public static MlpLearner of(Map<String, String> options, Optional<Start> start) {
    MethodOptions given = new MethodOptions("learner " + NAME, new TreeMap<>(options));
    MlpOptions usual = MlpOptions.defaults();
    Optional<MlpScorer> saved = start.map(MlpLearner::network);
    List<Integer> widths = saved.map(MlpScorer::hidden).orElse(usual.hidden());
    List<Integer> hidden = widths(given.text("hidden", join(widths)), "hidden of learner mlp");
    if (saved.isPresent() && !hidden.equals(widths)) {
      throw new DataException(
          "the network of %s has hidden layers %s, not %s; leave the option hidden out"
              .formatted(start.orElseThrow().name(), join(widths), join(hidden)));
    }
    MlpOptions read =
        new MlpOptions(
            hidden,
            given.number("dropout", usual.dropout(), 0, 0.99),
            given.count("epochs", usual.epochs(), 1, 100_000),
            given.count(
                "least-steps",
                options.containsKey("epochs") ? 0 : usual.leastSteps(),
                0,
                1_000_000),
            given.count("batch", usual.batch(), 1, 1 << 20),
            given.number("rate", usual.rate(), 1e-9, 10),
            given.number("decay", usual.decay(), 0, 10),
            stepping(given),
            given.countOrNone("patience", 1, 100_000),
            given.choice("device", Device.CPU, Device.values()),
            saved);
    given.requireAllRead();
    return new MlpLearner(read);
  }

  private static MlpScorer network(Start start) {
    List<Classifier.Member> members = start.model().classifier().members();
    if (members.size() > 1) {
      throw new DataException(
          "%s is a mixture of %d classifiers, and a training goes on from one network"
              .formatted(start.name(), members.size()));
    }
    if (!(members.get(0).scorer() instanceof MlpScorer network)) {
      throw new DataException(
          "%s holds no network; a training goes on from a model of --learner mlp"
              .formatted(start.name()));
    }
    return network;
  }

  private static Stepping stepping(MethodOptions given) {
    Stepping usual = Stepping.defaults();
    RateSchedule schedule = usual.schedule();
    return new Stepping(
        given.choice("optimizer", usual.rule(), Stepping.Rule.values()),
        given.number("momentum", usual.momentum(), 0, 0.9999),
        new RateSchedule(
            given.choice("schedule", schedule.shape(), RateSchedule.Shape.values()),
            given.count("drops", schedule.drops().size(), 0, 1000),
            given.number("drop", schedule.drop(), 1e-6, 1)),
        given.numberOrNone("clip", 1e-9, 1e9));
  }

  /**
   * Widths as people write them.
   *
   * @param option of what, for the message
   */
  static List<Integer> widths(String text, String option) {
    if (text.equals(MethodOptions.NONE)) {
      return List.of();
    }
    if (!text.matches("[1-9][0-9]{0,4}(-[1-9][0-9]{0,4}){0,31}")) {
      throw new DataException(
          "the option %s must be widths such as 128-64, or none, was %s".formatted(option, text));
    }
    return Arrays.stream(text.split("-")).map(Integer::valueOf).toList();
  }

  static String join(List<Integer> hidden) {
    return hidden.isEmpty()
        ? MethodOptions.NONE
        : hidden.stream().map(Object::toString).collect(Collectors.joining("-"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, String> configuration() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("hidden", join(options.hidden()));
    all.put("dropout", Double.toString(options.dropout()));
    all.put("epochs", Integer.toString(options.epochs()));
    if (options.leastSteps() > 0) {
      all.put("least-steps", Integer.toString(options.leastSteps()));
    }
    all.put("batch", Integer.toString(options.batch()));
    all.put("rate", Double.toString(options.rate()));
    all.put("decay", Double.toString(options.decay()));
    put(options.stepping(), all);
    options.patience().ifPresent(passes -> all.put("patience", Integer.toString(passes)));
    if (options.device() != Device.CPU) {
      all.put("device", MethodOptions.word(options.device()));
    }
    return all;
  }

  /** Those that have an effect. */
  private static void put(Stepping stepping, Map<String, String> all) {
    all.put("optimizer", MethodOptions.word(stepping.rule()));
    if (stepping.rule() != Stepping.Rule.ADAM) {
      all.put("momentum", Double.toString(stepping.momentum()));
    }
    RateSchedule schedule = stepping.schedule();
    all.put("schedule", MethodOptions.word(schedule.shape()));
    if (schedule.shape() == RateSchedule.Shape.STEP) {
      all.put("drops", Integer.toString(schedule.drops().size()));
      all.put("drop", Double.toString(schedule.drop()));
    }
    stepping.clip().ifPresent(norm -> all.put("clip", Double.toString(norm)));
  }

  Mlp network(Matrix features) {
    return new Mlp(features.columns(), options.hidden(), options.dropout());
  }

  @Override
  public Fitting on(Matrix features, long seed) {
    return (labels, weights) -> fit(features, labels, weights, seed);
  }

  private Scorer fit(Matrix features, int[] labels, double[] weights, long seed) {
    Sample all = new Sample(features, labels, weights, weights, List.of());
    if (options.patience().isEmpty()) {
      return fit(all, seed, Optional.empty());
    }
    Split split = Split.stratified(labels, List.of(), ASIDE, seed);
    Patience patience =
        new Patience(
            options.patience().getAsInt(), all.select(split.heldOut()), new CrossEntropy());
    return fit(all.select(split.training()), seed, Optional.of(patience));
  }

  private Scorer fit(Sample rows, long seed, Optional<Patience> patience) {
    Mlp network = network(rows.features());
    double mean = Arrays.stream(rows.weights()).average().orElse(1);
    CrossEntropy loss = new CrossEntropy();
    try (Descent descent = new Descent(network, rows.features(), Batch.of(rows), options, seed)) {
      float[] last =
          descent.run(
              (chosen, batch, logits, progress) -> {
                double share = Arrays.stream(batch.weights()).sum() / (mean * logits.length);
                return Loss.Evaluated.nothing(logits.length).plus(loss.on(batch, logits), share);
              },
              (epoch, current) -> patience.ifPresent(each -> each.look(epoch, current)));
      return network.scorer(patience.map(each -> each.best(last)).orElse(last));
    }
  }
}
