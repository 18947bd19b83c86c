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
import evenhand.train.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Descent on the network, ascent on a multiplier ≥ 0 for each inequality of the requirements. The
 * network's slope is that of smoothed decisions; the multipliers move by the decisions themselves,
 * each row's as last seen. Of the iterates at the ends of epochs the one is kept that breaks the
 * requirements least on training rows, then on validation rows, then has the least error there.
 *
 * <p>Cotter et al., "Two-player games for efficient non-convex constrained optimization", ALT 2019,
 * algorithm 2.
 *
 * @param rate of the multipliers, &gt; 0: how far one would climb over the whole training where its
 *     inequality stayed broken as badly as any was so far; of a step it falls with the network's
 * @param margin share of every tolerance that the multipliers keep free for rows unseen, in [0, 1)
 * @param smoothing of the decisions
 */
record Lagrangian(double rate, double margin, Smoothing smoothing)
    implements NetworkMethod.Trainer {

  @Override
  public NetworkMethod.Run on(Method.Task task) {
    if (task.requirements().isEmpty()) {
      throw new DataException(
          "there is no requirement to meet; state one with --require, or train with --method plain");
    }
    return new Play(task);
  }

  private final class Play implements NetworkMethod.Run {

    private final Method.Task task;
    private final Constraint constraint;
    private final Constraint tightened;
    private final Optional<Constraint> unseen;
    private final double[] multipliers;
    private final int steps;
    private final double[] decisions;
    private final CrossEntropy accuracy = new CrossEntropy();
    private @Nullable Iterate best;
    private double[] before;
    private double worstSoFar;
    private int turns;
    private int epochs;

    Play(Method.Task task) {
      this.task = task;
      this.constraint = task.constraint();
      this.tightened =
          Constraint.all(
              task.requirements().stream()
                  .map(each -> tightened(each).on(task.training()))
                  .toList());
      this.unseen = task.validation().flatMap(this::bound);
      this.steps =
          task.learner() instanceof MlpLearner learner
              ? learner.options().steps(task.training().size())
              : 1;
      this.multipliers = new double[constraint.size()];
      this.decisions = new double[task.training().size()];
      this.before = new double[constraint.size()];
    }

    private Optional<Constraint> bound(Sample rows) {
      try {
        return Optional.of(task.constraintOn(rows));
      } catch (UndefinedRateException e) {
        return Optional.empty();
      }
    }

    @Override
    public Loss.Evaluated on(int[] chosen, Batch batch, double[] logits, double progress) {
      for (int i = 0; i < chosen.length; i++) {
        decisions[chosen[i]] = logits[i] >= 0 ? 1 : 0;
      }
      Loss.Evaluated loss = accuracy.on(batch, logits);
      double[] cost = tightened.cost(multipliers);
      double scale = (double) decisions.length / chosen.length;
      double value = loss.value();
      double[] slope = loss.slope();
      for (int i = 0; i < chosen.length; i++) {
        double price = scale * cost[chosen[i]];
        value += price * smoothing.of(logits[i]);
        slope[i] += price * smoothing.slope(logits[i]);
      }
      double current = rate / steps * (1 + StrictMath.cos(Math.PI * progress)) / 2;
      double[] violation = tightened.violation(decisions);
      worstSoFar = Math.max(worstSoFar, worst(violation));
      for (int j = 0; j < multipliers.length && worstSoFar > 0; j++) {
        multipliers[j] = Math.max(0, multipliers[j] + current * violation[j] / worstSoFar);
      }
      return new Loss.Evaluated(value, slope);
    }

    @Override
    public void afterEpoch(int epoch, Descent descent) {
      double[] trained = decided(descent.logits(task.training().features()));
      double[] violation = constraint.violation(trained);
      double onTraining = worst(violation);
      double onUnseen = 0;
      double error = error(task.training(), trained);
      if (task.validation().isPresent()) {
        double[] held = decided(descent.logits(task.validation().get().features()));
        onUnseen = unseen.map(each -> worst(each.violation(held))).orElse(0.0);
        error = error(task.validation().get(), held);
      }
      Iterate here = new Iterate(epoch, onTraining, onUnseen, error, descent.theta());
      best = best == null || here.isBetterThan(best) ? here : best;
      turns += turned(violation) ? 1 : 0;
      before = violation;
      epochs = epoch;
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
      return Classifier.of(network.scorer(best == null ? last : best.theta()));
    }

    @Override
    public Map<String, Double> multipliers() {
      Map<String, Double> named = new LinkedHashMap<>();
      for (int j = 0; j < multipliers.length; j++) {
        named.put(constraint.labels().get(j), multipliers[j]);
      }
      return named;
    }

    @Override
    public Map<String, String> search() {
      Map<String, String> search = new LinkedHashMap<>();
      if (best != null) {
        search.put("epoch kept", Integer.toString(best.epoch()));
      }
      search.put(
          "multipliers",
          String.join(
              " ",
              Arrays.stream(multipliers)
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

  /**
   * @param onTraining how far the requirements are broken on training rows, ≥ 0
   * @param onUnseen the same on validation rows
   * @param error on validation rows, else on training rows
   */
  private record Iterate(
      int epoch, double onTraining, double onUnseen, double error, float[] theta) {

    boolean isBetterThan(Iterate other) {
      int byTraining = Double.compare(onTraining, other.onTraining);
      int byUnseen = byTraining != 0 ? byTraining : Double.compare(onUnseen, other.onUnseen);
      return byUnseen != 0 ? byUnseen < 0 : error < other.error;
    }
  }

  private Requirement tightened(Requirement stated) {
    double bound = stated.bound();
    return stated.within(
        stated.kind() == Kind.RATIO ? bound + margin * (1 - bound) : bound * (1 - margin));
  }

  private static double[] decided(double[] logits) {
    return Arrays.stream(logits).map(logit -> logit >= 0 ? 1 : 0).toArray();
  }

  private static double worst(double[] violation) {
    return Math.max(0, Arrays.stream(violation).max().orElse(0));
  }

  private static double error(Sample rows, double[] decisions) {
    double wrong = 0;
    double all = 0;
    for (int i = 0; i < decisions.length; i++) {
      all += rows.weights()[i];
      wrong += decisions[i] == rows.labels()[i] ? 0 : rows.weights()[i];
    }
    return wrong / all;
  }
}
