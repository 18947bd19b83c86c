package evenhand.torch;

import evenhand.data.DataException;
import evenhand.loss.Schedule;
import evenhand.loss.Smoothing;
import evenhand.train.AimedCells;
import evenhand.train.Method;
import evenhand.train.MethodOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The methods that train networks, by their command-line names. */
public final class TorchMethods {

  /** In the order they are listed to people. */
  public static final List<String> NAMES =
      List.of("regularized", "lagrangian", "adversarial", "group-dro");

  private static final double STRONGEST = 1e6;
  private static final String ALL = "all";
  private static final int MOST_MIXED = 1000;

  private TorchMethods() {}

  /**
   * @param options of the method, by name
   * @return empty when no method here has that name
   * @throws evenhand.data.DataException for an option there is not, or a value out of its range
   */
  public static Optional<Method> named(String name, Map<String, String> options) {
    MethodOptions given = new MethodOptions("method " + name, new TreeMap<>(options));
    Optional<Method> method =
        switch (name) {
          case "regularized" -> Optional.of(regularized(given));
          case "lagrangian" -> Optional.of(lagrangian(given));
          case "adversarial" -> Optional.of(adversarial(given));
          case "group-dro" -> Optional.of(groupDro(given));
          default -> Optional.empty();
        };
    if (method.isPresent()) {
      given.requireAllRead();
    }
    return method;
  }

  private static Method regularized(MethodOptions given) {
    return regularized(new Regularized(schedule(given), PriceOptions.read(given)));
  }

  private static Method regularized(Regularized trainer) {
    Schedule schedule = trainer.schedule();
    Map<String, String> configuration = new LinkedHashMap<>();
    put(schedule, configuration);
    configuration.putAll(trainer.price().configuration());
    return new NetworkMethod(
        "regularized",
        configuration,
        trainer,
        Optional.of(
            new NetworkMethod.Dial(
                "strength of the price", strength -> regularized(trainer.at(strength)))));
  }

  /** Whether prices follow the violations by a descent of their own or in turns with it. */
  private enum Strategy {
    LAGRANGIAN,
    AUGMENTED
  }

  /** How multipliers climb by external regret. */
  private enum Climb {
    SGD,
    ADAM
  }

  /** Against which regret the multipliers play, under {@link Strategy#LAGRANGIAN}. */
  private enum Players {
    EXTERNAL_REGRET,
    SWAP_REGRET
  }

  private static Method lagrangian(MethodOptions given) {
    Map<String, String> configuration = new LinkedHashMap<>();
    Multipliers.Kind kind = kind(given, configuration);
    boolean swap = kind == Multipliers.Kind.SWAP_REGRET;
    Lagrangian trainer =
        new Lagrangian(
            kind,
            given.number("multiplier-rate", swap ? 10 : 5, 1e-6, 1e9),
            given.number("margin", 0.5, 0, 0.99),
            smoothing(given),
            mixture(given, swap ? ALL : MethodOptions.NONE));
    configuration.put("multiplier-rate", Double.toString(trainer.rate()));
    configuration.put("margin", Double.toString(trainer.margin()));
    trainer
        .mixture()
        .ifPresent(
            last ->
                configuration.put("mixture", last == MOST_MIXED ? ALL : Integer.toString(last)));
    put(trainer.smoothing(), configuration);
    return new NetworkMethod("lagrangian", configuration, trainer, Optional.empty());
  }

  private static Multipliers.Kind kind(MethodOptions given, Map<String, String> configuration) {
    Strategy strategy = given.choice("strategy", Strategy.LAGRANGIAN, Strategy.values());
    configuration.put("strategy", MethodOptions.word(strategy));
    if (strategy == Strategy.AUGMENTED) {
      return Multipliers.Kind.AUGMENTED;
    }
    Players players = given.choice("players", Players.EXTERNAL_REGRET, Players.values());
    configuration.put("players", MethodOptions.word(players));
    if (players == Players.SWAP_REGRET) {
      return Multipliers.Kind.SWAP_REGRET;
    }
    Climb climb = given.choice("multiplier-optimizer", Climb.SGD, Climb.values());
    configuration.put("multiplier-optimizer", MethodOptions.word(climb));
    return climb == Climb.ADAM ? Multipliers.Kind.ADAM : Multipliers.Kind.SGD;
  }

  /** How many of the last iterates are mixed; empty: the best is kept. */
  private static OptionalInt mixture(MethodOptions given, String usual) {
    String said = given.text("mixture", usual);
    if (said.equals(MethodOptions.NONE)) {
      return OptionalInt.empty();
    }
    if (said.equals(ALL)) {
      return OptionalInt.of(MOST_MIXED);
    }
    int last = said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : 0;
    if (last < 2 || last > MOST_MIXED) {
      throw new DataException(
          "the option mixture of method lagrangian must be none, all or a whole number from 2 to %d, was %s"
              .formatted(MOST_MIXED, said));
    }
    return OptionalInt.of(last);
  }

  private static Method groupDro(MethodOptions given) {
    return groupDro(
        new GroupDro(
            given.choice("groups", AimedCells.ATTRIBUTE_AND_LABEL, AimedCells.values()),
            given.number("share-rate", 0.01, 0, 1e3),
            given.number("adjustment", 0, 0, 1e6)));
  }

  private static Method groupDro(GroupDro trainer) {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("groups", MethodOptions.word(trainer.cells()));
    configuration.put("share-rate", Double.toString(trainer.rate()));
    configuration.put("adjustment", Double.toString(trainer.adjustment()));
    return new NetworkMethod(
        "group-dro",
        configuration,
        trainer,
        Optional.of(
            new NetworkMethod.Dial(
                "rate of the shares",
                rate -> groupDro(new GroupDro(trainer.cells(), rate, trainer.adjustment())))));
  }

  private static Method adversarial(MethodOptions given) {
    return adversarial(
        new AdversarialTrainer(
            schedule(given),
            given.choice(
                "update", AdversarialTrainer.Update.PROJECTION, AdversarialTrainer.Update.values()),
            given.choice("on", View.LOGIT, View.values()),
            MlpLearner.widths(given.text("adversary", "64"), "adversary of method adversarial"),
            given.number("adversary-rate", 0.01, 1e-9, 10)));
  }

  private static Method adversarial(AdversarialTrainer trainer) {
    Map<String, String> configuration = new LinkedHashMap<>();
    put(trainer.strength(), configuration);
    configuration.put("update", MethodOptions.word(trainer.update()));
    configuration.put("on", MethodOptions.word(trainer.on()));
    configuration.put("adversary", MlpLearner.join(trainer.widths()));
    configuration.put("adversary-rate", Double.toString(trainer.rate()));
    return new NetworkMethod(
        "adversarial",
        configuration,
        trainer,
        Optional.of(
            new NetworkMethod.Dial(
                "strength of the adversary", strength -> adversarial(trainer.at(strength)))));
  }

  private static Schedule schedule(MethodOptions given) {
    return new Schedule(
        given.number("strength", 1, 0, STRONGEST),
        given.choice("ramp", Schedule.Ramp.LINEAR, Schedule.Ramp.values()),
        given.number("warm-up", 0, 0, 0.99));
  }

  private static void put(Schedule schedule, Map<String, String> configuration) {
    configuration.put("strength", Double.toString(schedule.strength()));
    configuration.put("ramp", schedule.ramp().id());
    configuration.put("warm-up", Double.toString(schedule.warmUp()));
  }

  static Smoothing smoothing(MethodOptions given) {
    return new Smoothing(
        given.choice("curve", Smoothing.Curve.SIGMOID, Smoothing.Curve.values()),
        given.number("temperature", 1, 1e-6, 1e6));
  }

  static void put(Smoothing smoothing, Map<String, String> configuration) {
    configuration.put("curve", MethodOptions.word(smoothing.curve()));
    configuration.put("temperature", Double.toString(smoothing.temperature()));
  }
}
