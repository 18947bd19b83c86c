package evenhand.train;

import evenhand.data.DataException;
import evenhand.data.Guess;
import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Requirement;
import evenhand.parity.UndefinedRateException;
import evenhand.reduce.ExponentiatedGradient;
import evenhand.reduce.GridSearch;
import evenhand.reduce.Infeasibility;
import evenhand.reduce.Pricing;
import evenhand.reduce.Problem;
import evenhand.reduce.Reduced;
import evenhand.reduce.Reduction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The methods there are, by their command-line names. */
public final class Methods {

  /** In the order they are listed to people. */
  public static final List<String> NAMES =
      List.of("plain", "reduction", "grid", "threshold", "reweight", "label-bias", "moew");

  /** The learner as it is. */
  static final Method PLAIN = new PlainMethod();

  private Methods() {}

  /**
   * @param options of the method, by name
   * @throws DataException for a method or option there is not, or a value out of its range
   */
  public static Method named(String name, Map<String, String> options) {
    MethodOptions given = new MethodOptions("method " + name, new TreeMap<>(options));
    Method method =
        switch (name) {
          case "plain" -> PLAIN;
          case "reduction" -> reduction(given);
          case "grid" -> grid(given);
          case "threshold" -> ThresholdMethod.of(given);
          case "reweight" -> ReweightMethods.reweight(given);
          case "label-bias" -> ReweightMethods.labelBias(given);
          case "moew" -> ReweightMethods.moew(given);
          default ->
              throw new DataException(
                  "there is no method %s; the methods are %s%s"
                      .formatted(name, String.join(", ", NAMES), Guess.hint(name, NAMES)));
        };
    given.requireAllRead();
    return method;
  }

  private static Method reduction(MethodOptions given) {
    Pricing pricing = given.choice("pricing", Pricing.CUTTING_PLANES, Pricing.values());
    ExponentiatedGradient.Options usual =
        pricing == Pricing.CUTTING_PLANES
            ? ExponentiatedGradient.Options.defaults()
            : ExponentiatedGradient.Options.published();
    ExponentiatedGradient.Options options =
        new ExponentiatedGradient.Options(
            pricing,
            given.number("price-bound", usual.priceBound(), 1e-6, 1e9),
            given.number("gap", usual.gap(), 0, 1),
            given.count("max-fits", usual.maxFits(), 1, 10_000));
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("pricing", MethodOptions.word(pricing));
    configuration.put("price-bound", Double.toString(options.priceBound()));
    configuration.put("gap", Double.toString(options.gap()));
    configuration.put("max-fits", Integer.toString(options.maxFits()));
    return new ReductionMethod(new ExponentiatedGradient(options), configuration);
  }

  private static Method grid(MethodOptions given) {
    GridSearch.Options usual = GridSearch.Options.defaults();
    GridSearch.Options options =
        new GridSearch.Options(
            given.count("points", usual.points(), 1, 100_000),
            given.number("limit", usual.limit(), 1e-6, 1e6));
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("points", Integer.toString(options.points()));
    configuration.put("limit", Double.toString(options.limit()));
    return new GridMethod(options, configuration);
  }

  /** The learner as it is, without any requirement. */
  record PlainMethod() implements Method {

    @Override
    public String name() {
      return "plain";
    }

    @Override
    public Map<String, String> configuration() {
      return Map.of();
    }

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
      try (WeightedLearner.Fitting fitting =
          task.learner().on(task.training().features(), task.seed())) {
        Classifier classifier =
            Classifier.of(fitting.fit(task.training().labels(), task.training().weights()));
        return new Fitted(classifier, Map.of("fits", "1"));
      }
    }
  }

  /** A mixture that meets the requirements on the training rows. */
  record ReductionMethod(ExponentiatedGradient reduction, Map<String, String> configuration)
      implements Method {

    @Override
    public String name() {
      return "reduction";
    }

    @Override
    public Fitted fit(Task task, ProgressListener listener) {
      Reduced reduced = reduced(reduction, task, listener);
      return new Fitted(reduced.classifier(), search(reduced));
    }
  }

  /**
   * The best of a grid of deterministic classifiers: those that meet the requirements on the
   * training rows compete on the validation rows, where all the rates they need are defined.
   */
  record GridMethod(GridSearch.Options options, Map<String, String> configuration)
      implements Method {

    @Override
    public String name() {
      return "grid";
    }

    @Override
    public Fitted fit(Task task, ProgressListener listener) {
      Optional<Problem> selection = selection(task);
      Reduced reduced = reduced(new GridSearch(options, selection), task, listener);
      Map<String, String> search = search(reduced);
      search.put("chosen on", selection.isPresent() ? "validation rows" : "training rows");
      return new Fitted(reduced.classifier(), search);
    }

    private static Optional<Problem> selection(Task task) {
      try {
        return task.validation().map(rows -> new Problem(rows, task.constraintOn(rows)));
      } catch (UndefinedRateException e) {
        return Optional.empty();
      }
    }

    @Override
    public String strength() {
      return "point of the grid";
    }

    @Override
    public List<Double> strengths(List<Double> stated) {
      return List.of();
    }

    /** Every point of the grid, at prices that lead to full parity. */
    @Override
    public List<Fitted> family(Task task, ProgressListener listener) {
      requireAny(task);
      return new GridSearch(options, Optional.empty())
              .all(
                  new Problem(task.training(), task.constraint()),
                  task.learner(),
                  task.seed(),
                  progress -> listener.progress("fitting", progress.fits(), progress.limit()))
              .stream()
              .map(classifier -> new Fitted(classifier, Map.of("fits", "1")))
              .toList();
    }
  }

  private static Reduced reduced(Reduction reduction, Method.Task task, ProgressListener listener) {
    requireAny(task);
    Reduced reduced =
        reduction.train(
            new Problem(task.training(), task.constraint()),
            task.learner(),
            task.seed(),
            progress -> listener.progress("fitting", progress.fits(), progress.limit()));
    reduced.infeasibility().ifPresent(why -> refuse(task.requirements(), why));
    return reduced;
  }

  static void requireAny(Method.Task task) {
    if (task.requirements().isEmpty()) {
      throw new DataException(
          "there is no requirement to meet; state one with --require, or train with --method plain");
    }
  }

  static Map<String, String> search(Reduced reduced) {
    Map<String, String> search = new LinkedHashMap<>();
    search.put("fits", Integer.toString(reduced.fits()));
    search.put("members", Integer.toString(reduced.classifier().members().size()));
    search.put("gap over replies", String.format(Locale.ROOT, "%.3g", reduced.gap()));
    reduced
        .dualityGap()
        .ifPresent(gap -> search.put("duality gap", String.format(Locale.ROOT, "%.3g", gap)));
    search.put("training error", Double.toString(reduced.standing().error()));
    return search;
  }

  private static void refuse(List<Requirement> requirements, Infeasibility why) {
    String alone =
        requirements.size() < 2
            ? ""
            : "; alone, "
                + java.util.stream.IntStream.range(0, requirements.size())
                    .mapToObj(
                        i ->
                            why.alone().get(i) <= 0
                                ? requirements.get(i) + " can be met"
                                : String.format(
                                    Locale.ROOT,
                                    "%s is broken by at least %.4f",
                                    requirements.get(i),
                                    why.alone().get(i)))
                    .collect(Collectors.joining(", "));
    throw new InfeasibleException(
        String.format(
            Locale.ROOT,
            "the requirements can't be met on the training rows with this learner: the smallest violation reached is %.4f, held up by %s%s",
            why.violation(),
            String.join("; ", why.conflicting()),
            alone));
  }
}
