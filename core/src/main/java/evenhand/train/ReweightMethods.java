package evenhand.train;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Requirement;
import evenhand.parity.UndefinedRateException;
import evenhand.reduce.Problem;
import evenhand.reduce.Standing;
import evenhand.reweight.Cells;
import evenhand.reweight.LabelBias;
import evenhand.reweight.Moew;
import evenhand.reweight.Reweighting;
import evenhand.reweight.Scheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The methods that only weigh the rows. */
final class ReweightMethods {

  private ReweightMethods() {}

  static Method reweight(MethodOptions given) {
    Scheme scheme = given.choice("scheme", Scheme.KAMIRAN_CALDERS, Scheme.values());
    Reweighting usual = Reweighting.of(scheme);
    return new Fixed(
        new Reweighting(
            scheme,
            scheme.weighsCells() ? given.choice("by", usual.by(), Cells.values()) : usual.by(),
            scheme == Scheme.CLASS_BALANCED
                ? given.number("beta", usual.beta(), 0, 1 - 1e-9)
                : usual.beta(),
            given.number("strength", usual.power(), 0, 10)));
  }

  static Method labelBias(MethodOptions given) {
    LabelBias usual = LabelBias.published();
    return new LabelBiasMethod(
        new LabelBias(
            given.count("rounds", usual.rounds(), 1, 100_000),
            given.number("rate", usual.rate(), 1e-6, 1e3)));
  }

  static Method moew(MethodOptions given) {
    Moew.Options usual = Moew.Options.defaults();
    return new MoewMethod(
        new Moew(
            new Moew.Options(
                given.count("batches", usual.batches(), 1, 1000),
                given.count("per-batch", usual.perBatch(), 1, 1000),
                given.number("radius", usual.radius(), 1e-3, 1e3),
                given.count("candidates", usual.candidates(), 1, 1_000_000))),
        given.number("price", 5, 0, 1e6));
  }

  /**
   * The groups to weigh by: those of every attribute that a requirement names, crossed; without
   * requirements, those of all group columns.
   */
  private static Groups groups(Method.Task task, String method) {
    Sample sample = task.training();
    List<Groups> named =
        task.requirements().stream()
            .map(requirement -> requirement.attribute().orElseThrow())
            .distinct()
            .map(sample::groups)
            .toList();
    List<Groups> single =
        sample.groups().stream().filter(groups -> groups.crossed().isEmpty()).toList();
    List<Groups> used = named.isEmpty() ? single : named;
    if (used.isEmpty()) {
      throw new DataException(
          "the method %s weighs by groups; name the group columns with --group".formatted(method));
    }
    return used.size() == 1 ? used.get(0) : Groups.cross(used);
  }

  /** Weights that look at nothing fitted. */
  record Fixed(Reweighting reweighting) implements Method {

    @Override
    public String name() {
      return "reweight";
    }

    @Override
    public Map<String, String> configuration() {
      Map<String, String> configuration = new LinkedHashMap<>();
      configuration.put("scheme", MethodOptions.word(reweighting.scheme()));
      if (reweighting.scheme().weighsCells()) {
        configuration.put("by", MethodOptions.word(reweighting.by()));
      }
      if (reweighting.scheme() == Scheme.CLASS_BALANCED) {
        configuration.put("beta", Double.toString(reweighting.beta()));
      }
      configuration.put("strength", Double.toString(reweighting.power()));
      return configuration;
    }

    @Override
    public String strength() {
      return "power of the weights";
    }

    @Override
    public Setting at(double strength, List<Requirement> requirements) {
      if (!(strength >= 0 && strength <= 10)) {
        throw new DataException(
            "the power of the weights of method reweight must be from 0 to 10, was " + strength);
      }
      return new Setting(
          new Fixed(
              new Reweighting(
                  reweighting.scheme(), reweighting.by(), reweighting.beta(), strength)),
          requirements);
    }

    @Override
    public Fitted fit(Task task, ProgressListener listener) {
      Groups groups =
          reweighting.needsGroups()
              ? groups(task, name())
              : new Groups("", List.of("all"), new int[0]);
      double[] weights = reweighting.weights(task.training(), groups, task.seed());
      try (WeightedLearner.Fitting fitting =
          task.learner().on(task.training().features(), task.seed())) {
        Classifier classifier = Classifier.of(fitting.fit(task.training().labels(), weights));
        return new Fitted(classifier, spread(weights, "1"));
      }
    }
  }

  /** Weights that correct the labels. */
  record LabelBiasMethod(LabelBias labelBias) implements Method {

    @Override
    public String name() {
      return "label-bias";
    }

    @Override
    public Map<String, String> configuration() {
      Map<String, String> configuration = new LinkedHashMap<>();
      configuration.put("rounds", Integer.toString(labelBias.rounds()));
      configuration.put("rate", Double.toString(labelBias.rate()));
      return configuration;
    }

    @Override
    public Fitted fit(Task task, ProgressListener listener) {
      Methods.requireAny(task);
      try (WeightedLearner.Fitting fitting =
          task.learner().on(task.training().features(), task.seed())) {
        LabelBias.Corrected corrected =
            labelBias.train(
                task.training(),
                task.requirements(),
                fitting,
                round -> listener.progress("fitting", round, labelBias.rounds()));
        Map<String, String> search =
            spread(corrected.weights(), Integer.toString(corrected.rounds()));
        search.put("worst violation", number(corrected.violation()));
        return new Fitted(Classifier.of(corrected.scorer()), search);
      }
    }
  }

  /**
   * Weights that were searched for.
   *
   * @param price of a unit of violation, in units of error
   */
  record MoewMethod(Moew moew, double price) implements Method {

    @Override
    public String name() {
      return "moew";
    }

    @Override
    public Map<String, String> configuration() {
      Moew.Options options = moew.options();
      Map<String, String> configuration = new LinkedHashMap<>();
      configuration.put("batches", Integer.toString(options.batches()));
      configuration.put("per-batch", Integer.toString(options.perBatch()));
      configuration.put("radius", Double.toString(options.radius()));
      configuration.put("candidates", Integer.toString(options.candidates()));
      configuration.put("price", Double.toString(price));
      return configuration;
    }

    @Override
    public Fitted fit(Task task, ProgressListener listener) {
      Methods.requireAny(task);
      Judged judged = judged(task);
      Problem problem = judged.problem();
      int most = moew.options().batches() * moew.options().perBatch();
      try (WeightedLearner.Fitting fitting =
          task.learner().on(task.training().features(), task.seed())) {
        Moew.Found found =
            moew.search(
                task.training(),
                groups(task, name()),
                new Moew.Target(fitting, classifier -> cost(problem.of(classifier))),
                task.seed(),
                fits -> listener.progress("fitting", fits, most));
        Map<String, String> search = spread(found.weights(), Integer.toString(found.fits()));
        search.put("error and priced violation", number(found.value()));
        search.put("searched on", judged.rows());
        return new Fitted(Classifier.of(found.scorer()), search);
      }
    }

    private double cost(Standing standing) {
      return standing.error() + price * Math.max(0, standing.worst());
    }

    private record Judged(Problem problem, String rows) {}

    /**
     * The trusted rows; without them the validation rows, where every rate is defined on them; else
     * the training rows.
     */
    private static Judged judged(Task task) {
      if (task.trusted().isPresent()) {
        Sample rows = task.trusted().get();
        return new Judged(new Problem(rows, task.constraintOn(rows)), "trusted rows");
      }
      try {
        if (task.validation().isPresent()) {
          Sample rows = task.validation().get();
          return new Judged(new Problem(rows, task.constraintOn(rows)), "validation rows");
        }
      } catch (UndefinedRateException e) {
        // told by what it is searched on
      }
      return new Judged(new Problem(task.training(), task.constraint()), "training rows");
    }
  }

  private static Map<String, String> spread(double[] weights, String fits) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double sum = 0;
    for (double weight : weights) {
      least = Math.min(least, weight);
      most = Math.max(most, weight);
      sum += weight;
    }
    Map<String, String> search = new LinkedHashMap<>();
    search.put("fits", fits);
    search.put("smallest weight", number(least * weights.length / sum));
    search.put("largest weight", number(most * weights.length / sum));
    return search;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
