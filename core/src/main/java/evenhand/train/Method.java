package evenhand.train;

import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Constraint;
import evenhand.parity.Requirement;
import evenhand.threshold.ThresholdRule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way to train under requirements. A value without data; the same task gives the same answer. */
public interface Method {

  /** As on the command line, such as {@code reduction}. */
  String name();

  /** Every option that has an effect, by its command-line name. */
  Map<String, String> configuration();

  /**
   * @throws InfeasibleException when no classifier it can make meets the requirements on the
   *     training rows
   */
  Fitted fit(Task task, ProgressListener listener);

  /** What the strength of a candidate is to this method, as people read it. */
  default String strength() {
    return "tolerance of the requirement";
  }

  /**
   * The strengths at which a sweep fits it.
   *
   * @param stated those that were asked for
   * @return some of them; none: it is fitted once with each seed
   */
  default List<Double> strengths(List<Double> stated) {
    return stated;
  }

  /**
   * What a sweep fits at one strength. Here the method is the same at all strengths, and the
   * strength is the bound of every requirement.
   *
   * @param requirements of full parity
   * @throws evenhand.data.DataException for a strength out of its range
   */
  default Setting at(double strength, List<Requirement> requirements) {
    return new Setting(this, requirements.stream().map(each -> each.within(strength)).toList());
  }

  /** The cells of which it makes the worst off better; empty: it aims at none. */
  default Optional<AimedCells> aimsAt() {
    return Optional.empty();
  }

  /**
   * Every classifier worth comparing that it finds for a task, at least one; a method that finds
   * several to choose one of them hands them all out here, and their numbers from 1 are their
   * strengths.
   *
   * @throws InfeasibleException as {@link #fit} does
   */
  default List<Fitted> family(Task task, ProgressListener listener) {
    return List.of(fit(task, listener));
  }

  /**
   * A method with what is required of it.
   *
   * @param requirements each of one named attribute
   */
  record Setting(Method method, List<Requirement> requirements) {

    public Setting {
      requirements = List.copyOf(requirements);
    }
  }

  /**
   * What is to be done.
   *
   * @param training rows to fit on, on which the requirements are to hold
   * @param validation rows for early choices; empty where none were held out
   * @param trusted rows whose labels and shares are as they should be, for methods that weigh
   *     training rows by them; empty where none were given
   * @param requirements each of one named attribute
   * @param learner fits weighted rows
   * @param seed of everything random
   */
  record Task(
      Sample training,
      Optional<Sample> validation,
      Optional<Sample> trusted,
      List<Requirement> requirements,
      WeightedLearner learner,
      long seed) {

    public Task {
      requirements = List.copyOf(requirements);
    }

    /** Without trusted rows. */
    public Task(
        Sample training,
        Optional<Sample> validation,
        List<Requirement> requirements,
        WeightedLearner learner,
        long seed) {
      this(training, validation, Optional.empty(), requirements, learner, seed);
    }

    /** Every requirement on the training rows. */
    public Constraint constraint() {
      return constraintOn(training);
    }

    /**
     * Every requirement on other rows.
     *
     * @throws evenhand.parity.UndefinedRateException where a group there lacks the rows of a rate
     */
    public Constraint constraintOn(Sample rows) {
      return Constraint.all(requirements.stream().map(each -> each.on(rows)).toList());
    }
  }

  /**
   * @param classifier possibly a mixture
   * @param thresholds on the classifier's score that decide in its place, by the groups of single
   *     group columns; empty: the classifier decides
   * @param search what was tried, by a word or two each, in the method's own words
   * @param warnings sentences a reader must know before trusting the classifier
   */
  record Fitted(
      Classifier classifier,
      Optional<ThresholdRule> thresholds,
      Map<String, String> search,
      List<String> warnings) {

    /** A classifier that decides itself, of which nothing needs a warning. */
    public Fitted(Classifier classifier, Map<String, String> search) {
      this(classifier, Optional.empty(), search, List.of());
    }

    public Fitted {
      search = Collections.unmodifiableMap(new LinkedHashMap<>(search));
      warnings = List.copyOf(warnings);
    }
  }
}
