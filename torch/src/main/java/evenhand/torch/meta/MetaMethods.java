package evenhand.torch.meta;

import evenhand.data.DataException;
import evenhand.gradient.NashBargaining;
import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Penalty;
import evenhand.loss.Smoothing;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import evenhand.train.MethodOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The methods that weigh rows by what trusted rows say, by their command-line names. */
public final class MetaMethods {

  /** In the order they are listed to people. */
  public static final List<String> NAMES =
      List.of("forml", "nash", "learning-to-reweight", "meta-weight-net");

  private MetaMethods() {}

  /** What trusted rows are to be like. */
  private enum Aim {
    MEAN,
    WORST_GROUP,
    LOSS_GAP,
    MEAN_LOSS_GAP,
    PARITY
  }

  /**
   * @param options of the method, by name
   * @return empty when no method here has that name
   * @throws DataException for an option there is not, or a value out of its range
   */
  public static Optional<Method> named(String name, Map<String, String> options) {
    return NAMES.contains(name) ? Optional.of(method(name, options)) : Optional.empty();
  }

  static MetaMethod method(String name, Map<String, String> options) {
    MethodOptions given = new MethodOptions("method " + name, new TreeMap<>(options));
    Map<String, String> used = new LinkedHashMap<>();
    double trusted = given.number("trusted", 0.05, 1e-6, 0.9);
    used.put("trusted", Double.toString(trusted));
    int batch = count(given, used, "trusted-batch", 512, 1);
    Function<List<Requirement>, RowWeighing> weighing =
        switch (name) {
          case "forml" -> forml(given, used);
          case "nash" -> nash(given, used);
          case "learning-to-reweight" -> learningToReweight(given, used);
          default -> metaWeightNet(given, used);
        };
    given.requireAllRead();
    return new MetaMethod(name, used, trusted, batch, weighing);
  }

  private static Function<List<Requirement>, RowWeighing> forml(
      MethodOptions given, Map<String, String> used) {
    Aim aim = choice(given, used, "goal", Aim.LOSS_GAP, Aim.values());
    double rate = rate(given, used, "weight-rate", 10);
    Forml.Direction imagined =
        choice(given, used, "imagined", Forml.Direction.DOWNHILL, Forml.Direction.values());
    Forml.Meaning meaning =
        choice(given, used, "weights-on", Forml.Meaning.LOSS, Forml.Meaning.values());
    int steps = count(given, used, "inner-steps", 1, 1);
    return required -> new Forml(goal(aim, required), rate, imagined, meaning, steps);
  }

  private static Function<List<Requirement>, RowWeighing> nash(
      MethodOptions given, Map<String, String> used) {
    Aim aim = choice(given, used, "goal", Aim.MEAN, Aim.values());
    int epochs = count(given, used, "bargain-epochs", 4, 0);
    Normalization normalization =
        choice(given, used, "normalization", Normalization.SUM, Normalization.values());
    return required ->
        new NashBargain(
            NashBargaining.defaults(),
            epochs,
            goal(aim, required),
            normalization,
            NashBargain.Watch.BARGAINING);
  }

  private static Function<List<Requirement>, RowWeighing> learningToReweight(
      MethodOptions given, Map<String, String> used) {
    Aim aim = choice(given, used, "goal", Aim.MEAN, Aim.values());
    Normalization normalization =
        choice(given, used, "normalization", Normalization.SUM, Normalization.values());
    return required -> new LookAheadWeights(goal(aim, required), normalization);
  }

  private static Function<List<Requirement>, RowWeighing> metaWeightNet(
      MethodOptions given, Map<String, String> used) {
    Aim aim = choice(given, used, "goal", Aim.MEAN, Aim.values());
    int hidden = count(given, used, "weight-hidden", 100, 1);
    double rate = rate(given, used, "weight-rate", 1e-3);
    return required -> new MetaWeightNet(goal(aim, required), hidden, rate, 1e-4);
  }

  private static Goal goal(Aim aim, List<Requirement> required) {
    return switch (aim) {
      case MEAN -> new Goal.Mean();
      case WORST_GROUP -> new Goal.OfGroups(BoundedGroupLoss.How.WORST);
      case LOSS_GAP -> new Goal.OfGroups(BoundedGroupLoss.How.RANGE);
      case MEAN_LOSS_GAP -> new Goal.OfGroups(BoundedGroupLoss.How.PAIRWISE);
      case PARITY -> parity(required);
    };
  }

  private static Goal parity(List<Requirement> required) {
    if (required.size() != 1) {
      throw new DataException(
          "the goal parity is that of one requirement, given with --require; there are "
              + required.size());
    }
    Requirement only = required.get(0);
    return new Goal.OfParity(
        new FairnessLoss(
            only.parity(),
            Penalty.WORST,
            new Smoothing(Smoothing.Curve.SIGMOID, 1),
            only.attribute().orElseThrow()));
  }

  private static double rate(
      MethodOptions given, Map<String, String> used, String name, double usual) {
    double value = given.number(name, usual, 1e-9, 1e9);
    used.put(name, Double.toString(value));
    return value;
  }

  private static int count(
      MethodOptions given, Map<String, String> used, String name, int usual, int least) {
    int value = given.count(name, usual, least, 1 << 20);
    used.put(name, Integer.toString(value));
    return value;
  }

  private static <E extends Enum<E>> E choice(
      MethodOptions given, Map<String, String> used, String name, E usual, E[] all) {
    E value = given.choice(name, usual, all);
    used.put(name, MethodOptions.word(value));
    return value;
  }
}
