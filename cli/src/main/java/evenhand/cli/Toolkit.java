package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.Guess;
import evenhand.learner.WeightedLearner;
import evenhand.learners.Learners;
import evenhand.model.ScorerFormat;
import evenhand.torch.MlpFormat;
import evenhand.torch.MlpLearner;
import evenhand.torch.TorchMethods;
import evenhand.torch.meta.MetaMethods;
import evenhand.train.Method;
import evenhand.train.Methods;
import evenhand.train.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all modules have to offer, by its names on the command line. */
final class Toolkit {

  private Toolkit() {}

  /** Every method's name, in the order they are listed to people. */
  static List<String> methods() {
    List<String> names = new ArrayList<>(Methods.NAMES);
    names.addAll(methodsInPasses());
    return List.copyOf(names);
  }

  /** Those that train networks, and tell of every pass. */
  static List<String> methodsInPasses() {
    List<String> names = new ArrayList<>(TorchMethods.NAMES);
    names.addAll(MetaMethods.NAMES);
    return List.copyOf(names);
  }

  /** Every learner's name. */
  static List<String> learners() {
    List<String> names = new ArrayList<>(Learners.names());
    names.add(MlpLearner.NAME);
    return List.copyOf(names);
  }

  static Method method(String name, Map<String, String> options) {
    if (!methods().contains(name)) {
      throw new DataException(
          "there is no method %s; the methods are %s%s"
              .formatted(name, String.join(", ", methods()), Guess.hint(name, methods())));
    }
    return TorchMethods.named(name, options)
        .or(() -> MetaMethods.named(name, options))
        .orElseGet(() -> Methods.named(name, options));
  }

  static WeightedLearner learner(String name, Map<String, String> options) {
    return learner(name, options, Optional.empty());
  }

  /**
   * @param start what training goes on from
   * @throws DataException for a learner that can't
   */
  static WeightedLearner learner(String name, Map<String, String> options, Optional<Start> start) {
    if (name.equals(MlpLearner.NAME)) {
      return MlpLearner.of(options, start);
    }
    if (start.isPresent()) {
      throw new DataException(
          "--from goes on training a network, not %s; choose --learner mlp".formatted(name));
    }
    if (!name.startsWith("tribuo:") && !learners().contains(name)) {
      throw new DataException(
          "there is no learner %s; the learners are %s%s"
              .formatted(name, String.join(", ", learners()), Guess.hint(name, learners())));
    }
    return Learners.named(name, options);
  }

  /** How scorers are kept in a model file. */
  static List<ScorerFormat> formats() {
    List<ScorerFormat> formats = new ArrayList<>(Learners.formats());
    formats.add(new MlpFormat());
    return List.copyOf(formats);
  }
}
