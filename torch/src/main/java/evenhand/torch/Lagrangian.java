package evenhand.torch;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.loss.Batch;
import evenhand.loss.CrossEntropy;
import evenhand.loss.Loss;
import evenhand.loss.Smoothing;
import evenhand.parity.Constraint;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.parity.UndefinedRateException;
import evenhand.reduce.Problem;
import evenhand.reduce.Standing;
import evenhand.train.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Descent on the network, ascent on a multiplier ≥ 0 for each inequality of the requirements. The
 * network's slope is that of smoothed decisions, the proxies; the multipliers move by the decisions
 * themselves, each row's as last seen, and those of rows not yet seen are 0. Of the iterates at the
 * ends of epochs the one is kept that breaks the requirements least on training rows, then on
 * validation rows, then has the least error there; or the last few are mixed.
 *
 * <p>Cotter et al., "Two-player games for efficient non-convex constrained optimization", ALT 2019.
 * Additive ascent is most like algorithm 3 of its appendix with proxies for the network:
 * multipliers of no external regret, for which nothing is proved where there are proxies. {@link
 * Multipliers.Kind#SWAP_REGRET} is its algorithm 2, of which its theorems with proxies speak, with
 * the network's steps by the optimiser in place of projected subgradients.
 *
 * @param kind how the multipliers climb
 * @param rate of the multipliers, &gt; 0: how far one would climb over the whole training where its
 *     inequality stayed broken as badly as any was so far; of a step it falls with the network's
 * @param margin share of every tolerance that the multipliers keep free for rows unseen, in [0, 1)
 * @param smoothing of the decisions
 * @param mixture how many of the last iterates are mixed; empty: the best is kept
 */
record Lagrangian(
    Multipliers.Kind kind, double rate, double margin, Smoothing smoothing, OptionalInt mixture)
    implements NetworkMethod.Trainer {

  private static final CrossEntropy ACCURACY = new CrossEntropy();

  @Override
  public NetworkMethod.Run on(Method.Task task) {
    if (task.requirements().isEmpty()) {
      throw new DataException(
          "there is no requirement to meet; state one with --require, or train with --method plain");
    }
    MlpOptions options =
        task.learner() instanceof MlpLearner learner ? learner.options() : MlpOptions.defaults();
    return new Play(task, options);
  }

  private final class Play implements NetworkMethod.Run {

    private final Method.Task task;
    private final MlpOptions options;
    private final Problem training;
    private final Optional<Problem> unseen;
    private final Constraint tightened;
    private final Multipliers multipliers;
    private final int steps;
    private final double[] decisions;
    private final double[] smoothed;
    private final Iterates iterates = new Iterates(mixture.orElse(0));
    private double[] before;
    private double weight = 1;
    private int turns;
    private int epochs;

    Play(Method.Task task, MlpOptions options) {
      this.task = task;
      this.options = options;
      this.training = new Problem(task.training(), task.constraint());
      this.unseen = task.validation().map(rows -> unseen(task, rows));
      this.tightened =
          Constraint.all(
              task.requirements().stream()
                  .map(each -> tightened(each).on(task.training()))
                  .toList());
      this.steps = options.steps(task.training().size());
      this.multipliers = Multipliers.of(kind, rate, tightened.size());
      this.decisions = new double[task.training().size()];
      this.smoothed = new double[task.training().size()];
      this.before = new double[tightened.size()];
    }

    /** Where a rate is undefined there, only the error counts. */
    private static Problem unseen(Method.Task task, Sample rows) {
      try {
        return new Problem(rows, task.constraintOn(rows));
      } catch (UndefinedRateException e) {
        return new Problem(rows, Constraint.all(List.of()));
      }
    }

    @Override
    public Loss.Evaluated on(int[] chosen, Batch batch, double[] logits, double progress) {
      for (int i = 0; i < chosen.length; i++) {
        decisions[chosen[i]] = logits[i] >= 0 ? 1 : 0;
        smoothed[chosen[i]] = smoothing.of(logits[i]);
      }
      weight = multipliers.lossWeight();
      Loss.Evaluated loss =
          Loss.Evaluated.nothing(logits.length).plus(ACCURACY.on(batch, logits), weight);
      double[] cost = tightened.cost(multipliers.prices(tightened.violation(smoothed)));
      double scale = (double) decisions.length / chosen.length;
      double value = loss.value();
      double[] slope = loss.slope();
      for (int i = 0; i < chosen.length; i++) {
        double price = scale * cost[chosen[i]];
        value += price * smoothed[chosen[i]];
        slope[i] += price * smoothing.slope(logits[i]);
      }
      multipliers.step(
          tightened.violation(decisions), options.stepping().schedule().at(progress) / steps);
      return new Loss.Evaluated(value, slope);
    }

    @Override
    public double lossWeight() {
      return weight;
    }

    /** Its iterates are judged by the requirements, see {@link Iterates}. */
    @Override
    public Optional<Loss> judged() {
      return Optional.empty();
    }

    @Override
    public void afterEpoch(int epoch, Descent descent) {
      double[] trained = decided(descent.logits());
      Standing here = training.of(trained);
      multipliers.afterEpoch(tightened.violation(trained));
      iterates.add(
          new Iterates.Iterate(
              epoch,
              here,
              new Standing(here.error(), tightened.violation(trained)),
              unseen
                  .map(each -> each.of(decided(descent.logits(each.sample().features()))))
                  .orElse(here),
              descent.theta()));
      turns += turned(here.violation()) ? 1 : 0;
      before = here.violation();
      epochs = epoch;
      int since = epoch - iterates.best().map(Iterates.Iterate::epoch).orElse(epoch);
      if (options.patience().isPresent() && since >= options.patience().getAsInt()) {
        descent.stop();
      }
    }

    private boolean turned(double[] violation) {
      for (int j = 0; j < violation.length; j++) {
        if (violation[j] > 0 != before[j] > 0) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Classifier classifier(Mlp network, float[] last) {
      return iterates.classifier(network, last);
    }

    @Override
    public Map<String, Double> multipliers() {
      Map<String, Double> named = new LinkedHashMap<>();
      for (int j = 0; j < tightened.size(); j++) {
        named.put(tightened.labels().get(j), multipliers.values[j]);
      }
      return named;
    }

    @Override
    public Map<String, String> search() {
      Map<String, String> search = new LinkedHashMap<>();
      if (mixture.isEmpty()) {
        iterates.best().ifPresent(best -> search.put("epoch kept", Integer.toString(best.epoch())));
      } else {
        search.put(
            "mixed of the last epochs", Integer.toString(Math.min(epochs, mixture.getAsInt())));
      }
      if (margin > 0) {
        search.put(
            "trained for",
            task.requirements().stream()
                .map(each -> tightened(each).toString())
                .collect(Collectors.joining(", ", "", margined())));
      }
      search.put(
          "multipliers",
          String.join(
              " ",
              Arrays.stream(multipliers.values)
                  .mapToObj(each -> String.format(Locale.ROOT, "%.3f", each))
                  .toList()));
      if (epochs >= 8 && turns > epochs / 2) {
        search.put(
            "oscillation",
            "a requirement was met and broken again in %d of %d epochs; lower multiplier-rate"
                .formatted(turns, epochs));
      }
      return search;
    }
  }

  private String margined() {
    return String.format(
        Locale.ROOT,
        ": the margin keeps %.3g of every tolerance free, which costs accuracy",
        margin);
  }

  private Requirement tightened(Requirement stated) {
    double bound = stated.bound();
    return stated.within(
        stated.kind() == Kind.RATIO ? bound + margin * (1 - bound) : bound * (1 - margin));
  }

  private static double[] decided(double[] logits) {
    return Arrays.stream(logits).map(logit -> logit >= 0 ? 1 : 0).toArray();
  }
}
