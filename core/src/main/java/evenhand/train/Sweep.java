package evenhand.train;

import evenhand.data.CsrMatrix;
import evenhand.data.DataException;
import evenhand.data.Matrix;
import evenhand.data.Sample;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fits every method at every strength with every seed, on rows that are split and encoded once.
 *
 * @param data tables, and what their columns mean
 * @param requirements of full parity, each of one attribute; methods loosen them by strength
 * @param plan what is fitted
 * @param learner what is trained
 * @param options how the rows are split; its seed is that of the split
 */
public record Sweep(
    TrainingData data,
    List<Requirement> requirements,
    Plan plan,
    WeightedLearner learner,
    TrainingOptions options) {

  /** What a fit needs besides its own copies of the features: numbers of 8 bytes for each row. */
  private static final long NUMBERS_A_ROW = 24;

  private static final long COPIES = 3;

  /**
   * What is fitted, in this order: methods, within them strengths, within them seeds.
   *
   * @param methods with different names
   * @param strengths what they are, each method says
   * @param seeds each is fitted with seeds 1 to this
   */
  public record Plan(List<Method> methods, List<Double> strengths, int seeds) {

    private static final int MOST_SEEDS = 1000;

    public Plan {
      methods = List.copyOf(methods);
      strengths = List.copyOf(strengths);
      if (seeds < 1 || seeds > MOST_SEEDS) {
        throw new DataException(
            "the number of seeds must be from 1 to %d, was %d".formatted(MOST_SEEDS, seeds));
      }
      if (methods.isEmpty()) {
        throw new DataException("a sweep needs at least one method");
      }
      requireDifferent("method", methods.stream().map(Method::name).toList());
      requireDifferent("strength", strengths);
    }

    private static void requireDifferent(String what, List<?> values) {
      Set<Object> seen = new HashSet<>();
      for (Object value : values) {
        if (!seen.add(value)) {
          throw new DataException("the %s %s is given twice".formatted(what, value));
        }
      }
    }
  }

  public Sweep {
    requirements = List.copyOf(requirements);
    if (requirements.isEmpty()) {
      throw new DataException("a sweep needs groups; name the group columns with --group");
    }
    for (Method method : plan.methods()) {
      for (double strength : method.strengths(plan.strengths())) {
        method.at(strength, requirements); // refuses one out of its range before any work
      }
    }
  }

  /** One call of a method: a candidate, or a family of them. */
  record Job(TrialId id, Method.Setting setting) {}

  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    for (Method method : plan.methods()) {
      List<Double> strengths = method.strengths(plan.strengths());
      if (strengths.isEmpty()) {
        Method.Setting setting = new Method.Setting(method, requirements);
        addSeeds(jobs, method.name(), OptionalDouble.empty(), setting);
      }
      for (double strength : strengths) {
        Method.Setting setting = method.at(strength, requirements);
        addSeeds(jobs, method.name(), OptionalDouble.of(strength), setting);
      }
    }
    return jobs;
  }

  private void addSeeds(
      List<Job> jobs, String method, OptionalDouble strength, Method.Setting setting) {
    for (int seed = 1; seed <= plan.seeds(); seed++) {
      jobs.add(new Job(new TrialId(method, strength, seed), setting));
    }
  }

  /** The same without a look at the rows before. */
  public Swept run(TrialFolder kept, OptionalInt parallel, ProgressListener listener) {
    return run(kept, parallel, listener, rows -> {});
  }

  /**
   * Fits what the folder does not hold yet. The same arguments give the same trials, on any number
   * of threads and however often it was interrupted.
   *
   * @param kept where finished trials are found and kept
   * @param parallel fits at once at most; empty: as many as cores and memory bear
   * @param listener told after every fit, on the calling thread
   * @param before given the rows, without trials, before any fit; what it throws ends the sweep
   */
  public Swept run(
      TrialFolder kept, OptionalInt parallel, ProgressListener listener, Consumer<Swept> before) {
    List<Job> jobs = jobs();
    Prepared prepared = Prepared.of(data, options);
    Map<String, String> prints = prepared.fingerprints();
    before.accept(new Swept(this, prepared, prints, List.of()));
    List<TrialFolder.Found> found =
        SideBySide.of(parallel, bytesOfAFit(training(prepared)))
            .inOrder(
                "fitting",
                jobs,
                job -> {
                  TrialFolder.Shelf shelf = kept.shelf(this, job, prints);
                  return shelf
                      .find()
                      .orElseGet(() -> shelf.keep(fit(job, prepared), prepared, this));
                },
                listener);
    return new Swept(this, prepared, prints, found);
  }

  static long bytesOfAFit(Sample training) {
    Matrix features = training.features();
    long values =
        features instanceof CsrMatrix sparse
            ? 2L * sparse.values().length
            : (long) features.rows() * features.columns();
    return COPIES * 4 * values + 8 * NUMBERS_A_ROW * training.size();
  }

  static Sample training(Prepared prepared) {
    return Objects.requireNonNull(prepared.samples().get(Part.TRAINING), "training rows");
  }

  private List<Trial> fit(Job job, Prepared prepared) {
    Method.Setting setting = job.setting();
    TrainingJob alone =
        new TrainingJob(
            data,
            setting.requirements(),
            setting.method(),
            learner,
            options.withSeed(job.id().seed()));
    Method.Task task =
        new Method.Task(
            training(prepared),
            Optional.ofNullable(prepared.samples().get(Part.VALIDATION)),
            setting.requirements(),
            learner,
            job.id().seed());
    List<Method.Fitted> family;
    try {
      family = setting.method().family(task, ProgressListener.NONE);
    } catch (InfeasibleException e) {
      return List.of(
          new Trial(
              job.id(),
              setting.requirements(),
              Optional.empty(),
              Map.of(),
              Optional.of(Objects.requireNonNullElse(e.getMessage(), "can't be fitted"))));
    }
    List<Trial> trials = new ArrayList<>();
    for (Method.Fitted fitted : family) {
      TrialId id = family.size() == 1 ? job.id() : numbered(job.id(), trials.size() + 1);
      Decider decider = alone.decider(fitted, task, prepared);
      trials.add(
          new Trial(
              id, setting.requirements(), Optional.of(decider), fitted.search(), Optional.empty()));
    }
    return trials;
  }

  private static TrialId numbered(TrialId id, int number) {
    if (id.strength().isPresent()) {
      throw new IllegalStateException(
          "method %s has strengths and a family; it may have one of them".formatted(id.method()));
    }
    return new TrialId(id.method(), OptionalDouble.of(number), id.seed());
  }

  /** Every effective option of the sweep, by its command-line name. */
  public Map<String, List<String>> configuration() {
    Method first = plan.methods().get(0);
    Map<String, List<String>> all =
        new TrainingJob(data, List.of(), first, learner, options).configuration();
    all.remove("require");
    all.put("method", plan.methods().stream().map(Method::name).toList());
    all.put(
        "method-option",
        plan.methods().stream()
            .flatMap(
                method ->
                    method.configuration().entrySet().stream()
                        .map(
                            option ->
                                method.name() + "." + option.getKey() + "=" + option.getValue()))
            .toList());
    all.put("strengths", plan.strengths().stream().map(Object::toString).toList());
    all.put("seeds", List.of(Integer.toString(plan.seeds())));
    return all;
  }

  /** Every effective option of the fit of one trial, and nothing that only measures it. */
  Map<String, List<String>> configuration(Method.Setting setting, long seed) {
    Map<String, List<String>> all =
        new TrainingJob(data, setting.requirements(), setting.method(), learner, options)
            .configuration();
    all.remove("replicates");
    all.remove("min-rows");
    all.put("trial-seed", List.of(Long.toString(seed)));
    return all;
  }
}
