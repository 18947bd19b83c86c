package evenhand.train;

import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Constraint;
import evenhand.parity.Requirement;
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

  /**
   * What is to be done.
   *
   * @param training rows to fit on, on which the requirements are to hold
   * @param validation rows for early choices; empty where none were held out
   * @param requirements each of one named attribute
   * @param learner fits weighted rows
   * @param seed of everything random
   */
  record Task(
      Sample training,
      Optional<Sample> validation,
      List<Requirement> requirements,
      WeightedLearner learner,
      long seed) {

    public Task {
      requirements = List.copyOf(requirements);
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
   * @param search what was tried, by a word or two each, in the method's own words
   */
  record Fitted(Classifier classifier, Map<String, String> search) {

    public Fitted {
      search = Collections.unmodifiableMap(new LinkedHashMap<>(search));
    }
  }
}
