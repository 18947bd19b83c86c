package evenhand.torch.meta;

import evenhand.data.DataException;
import evenhand.gradient.NashBargaining;
import evenhand.train.Method;
import evenhand.train.MethodOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** The methods that weigh rows by what trusted rows say, by their command-line names. */
public final class MetaMethods {

  /** In the order they are listed to people. */
  public static final List<String> NAMES =
      List.of("forml", "nash", "learning-to-reweight", "meta-weight-net");

  private static final double SHARE = 0.05;

  private MetaMethods() {}

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
    OptionalDouble trusted = trusted(given, options);
    used.put(
        "trusted", trusted.isEmpty() ? MetaMethod.DATA : Double.toString(trusted.getAsDouble()));
    int batch = count(given, used, "trusted-batch", 512, 1);
    Aim aim =
        choice(given, used, "goal", name.equals("forml") ? Aim.LOSS_GAP : Aim.MEAN, Aim.values());
    Function<Goal, RowWeighing> weighing =
        switch (name) {
          case "forml" -> forml(given, used);
          case "nash" -> nash(given, used);
          case "learning-to-reweight" -> learningToReweight(given, used);
          default -> metaWeightNet(given, used);
        };
    given.requireAllRead();
    return new MetaMethod(name, used, trusted, batch, aim, weighing);
  }

  private static OptionalDouble trusted(MethodOptions given, Map<String, String> options) {
    if (MetaMethod.DATA.equals(options.get("trusted"))) {
      given.text("trusted", MetaMethod.DATA);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(given.number("trusted", SHARE, 1e-6, 0.9));
  }

  private static Function<Goal, RowWeighing> forml(MethodOptions given, Map<String, String> used) {
    double rate = rate(given, used, "weight-rate", 10);
    Forml.Direction imagined =
        choice(given, used, "imagined", Forml.Direction.DOWNHILL, Forml.Direction.values());
    Forml.Meaning meaning =
        choice(given, used, "weights-on", Forml.Meaning.LOSS, Forml.Meaning.values());
    int steps = count(given, used, "inner-steps", 1, 1);
    return goal -> new Forml(goal, rate, imagined, meaning, steps);
  }

  private static Function<Goal, RowWeighing> nash(MethodOptions given, Map<String, String> used) {
    int epochs = count(given, used, "bargain-epochs", 4, 0);
    Normalization normalization =
        choice(given, used, "normalization", Normalization.SUM, Normalization.values());
    return goal ->
        new NashBargain(
            NashBargaining.defaults(), epochs, goal, normalization, NashBargain.Watch.BARGAINING);
  }

  private static Function<Goal, RowWeighing> learningToReweight(
      MethodOptions given, Map<String, String> used) {
    Normalization normalization =
        choice(given, used, "normalization", Normalization.SUM, Normalization.values());
    return goal -> new LookAheadWeights(goal, normalization);
  }

  private static Function<Goal, RowWeighing> metaWeightNet(
      MethodOptions given, Map<String, String> used) {
    int hidden = count(given, used, "weight-hidden", 100, 1);
    double rate = rate(given, used, "weight-rate", 1e-3);
    return goal -> new MetaWeightNet(goal, hidden, rate, 1e-4);
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
