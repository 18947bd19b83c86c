package evenhand.learners;

import evenhand.data.DataException;
import evenhand.data.Guess;
import evenhand.learner.LogisticRegression;
import evenhand.learner.WeightedLearner;
import evenhand.model.ConstantFormat;
import evenhand.model.LogisticFormat;
import evenhand.model.ScorerFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Learners by the names of the command line, from a fixed list. */
public final class Learners {

  private Learners() {}

  /** {@code logistic}, {@code xgboost} and one {@code tribuo:TRAINER} for each that has a name. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of("logistic", XgboostLearner.NAME));
    TribuoTrainers.names().forEach(trainer -> names.add(TribuoLearner.PREFIX + trainer));
    return List.copyOf(names);
  }

  /**
   * The learner of that name.
   *
   * @param options such as {@code max_depth}; those not given keep their defaults
   * @throws DataException on a name that is not one of {@link #names}, an option the learner has
   *     not, and a value out of its range
   */
  public static WeightedLearner named(String name, Map<String, String> options) {
    LearnerOptions given = new LearnerOptions(name, options);
    if (name.equals("logistic")) {
      return logistic(given);
    }
    if (name.equals(XgboostLearner.NAME)) {
      return new XgboostLearner(XgboostOptions.of(options));
    }
    if (name.startsWith(TribuoLearner.PREFIX)) {
      return TribuoLearner.named(name.substring(TribuoLearner.PREFIX.length()), given);
    }
    throw new DataException(
        "no learner is named \"%s\", the learners are %s%s"
            .formatted(name, String.join(", ", names()), Guess.hint(name, names())));
  }

  /**
   * Options from texts such as {@code max_depth=4}.
   *
   * @throws DataException on a text without a key or a value, and on a key given twice
   */
  public static Map<String, String> options(List<String> assignments) {
    return LearnerOptions.parse(assignments);
  }

  /** How the scorers of all learners are kept in a model file. */
  public static List<ScorerFormat> formats() {
    return List.of(new LogisticFormat(), new ConstantFormat(), new TreeEnsembleFormat());
  }

  private static WeightedLearner logistic(LearnerOptions options) {
    LogisticRegression byDefault = LogisticRegression.defaults();
    double c = options.real("C", byDefault.c());
    int iterations = options.whole("max_iter", byDefault.maxIterations());
    LearnerOptions.require(c > 0 && c < Double.POSITIVE_INFINITY, "C", "above 0, and finite", c);
    LearnerOptions.require(
        iterations >= 1 && iterations <= 100_000, "max_iter", "from 1 to 100000", iterations);
    options.refuseOthers();
    return new LogisticRegression(c, byDefault.tolerance(), iterations);
  }
}
