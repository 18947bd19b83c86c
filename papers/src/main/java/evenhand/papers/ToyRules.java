package evenhand.papers;

import evenhand.gradient.Aggregation.Agreed;
import evenhand.gradient.AlignedMtl;
import evenhand.gradient.Cagrad;
import evenhand.gradient.GeneralizedMean;
import evenhand.gradient.GradientAggregator;
import evenhand.gradient.Gramian;
import evenhand.gradient.ImtlG;
import evenhand.gradient.MinMax;
import evenhand.gradient.MinNorm;
import evenhand.gradient.NashBargaining;
import evenhand.gradient.Pcgrad;
import evenhand.gradient.Scalarization;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The ways to steer that are compared on the toy. */
final class ToyRules {

  /** Bargaining's steps before the goal takes over. */
  static final int FIRST = 100;

  private ToyRules() {}

  /** Every aggregator by its name, in the order of the picture. */
  static Map<String, ToyPath.Rule> aggregators() {
    Map<String, ToyPath.Rule> rules = new LinkedHashMap<>();
    rules.put("nash", by(NashBargaining.defaults()));
    rules.put("mean", by(new GeneralizedMean(1)));
    rules.put("harmonic-mean", by(new GeneralizedMean(-1)));
    rules.put("min-max", by(new MinMax()));
    rules.put("pcgrad", by(new Pcgrad()));
    rules.put("cagrad", by(Cagrad.defaults()));
    rules.put("mgda", by(new MinNorm()));
    rules.put("imtl-g", by(new ImtlG()));
    rules.put("aligned-mtl", by(new AlignedMtl()));
    return rules;
  }

  /** The goal alone, bargaining alone, and first the one, then the other. */
  static Map<String, ToyPath.Rule> stages() {
    ToyPath.Rule nash = by(NashBargaining.defaults());
    Map<String, ToyPath.Rule> rules = new LinkedHashMap<>();
    rules.put("gap", ToyRules::gap);
    rules.put("nash-then-gap", first(nash, ToyRules::gap));
    rules.put("worst", by(new MinMax()));
    rules.put("nash-then-worst", first(nash, by(new MinMax())));
    return rules;
  }

  /** Downhill on |L₁ - L₂|: the goal of equal losses, and nothing else. */
  private static Optional<double[]> gap(int step, double[] losses, double[][] gradients) {
    double sign = Math.signum(losses[0] - losses[1]);
    return Optional.of(
        new double[] {
          sign * (gradients[0][0] - gradients[1][0]), sign * (gradients[0][1] - gradients[1][1])
        });
  }

  /** Where bargaining fails in its steps, the goal's direction is taken. */
  private static ToyPath.Rule first(ToyPath.Rule bargain, ToyPath.Rule goal) {
    return (step, losses, gradients) -> {
      Optional<double[]> bargained =
          step < FIRST ? bargain.direction(step, losses, gradients) : Optional.empty();
      return bargained.isPresent() ? bargained : goal.direction(step, losses, gradients);
    };
  }

  private static ToyPath.Rule by(GradientAggregator aggregator) {
    return (step, losses, gradients) ->
        aggregator.weigh(Gramian.of(gradients), new SplittableRandom(step)) instanceof Agreed agreed
            ? Optional.of(combined(agreed.weights(), gradients))
            : Optional.empty();
  }

  /** Losses are lifted above zero, where means of any power are defined. */
  private static ToyPath.Rule by(Scalarization scalarization) {
    return (step, losses, gradients) -> {
      double[] lifted = {losses[0] - ToyLosses.LOWEST, losses[1] - ToyLosses.LOWEST};
      return Optional.of(combined(scalarization.at(lifted).weights(), gradients));
    };
  }

  private static double[] combined(double[] weights, double[][] gradients) {
    return new double[] {
      weights[0] * gradients[0][0] + weights[1] * gradients[1][0],
      weights[0] * gradients[0][1] + weights[1] * gradients[1][1]
    };
  }
}
