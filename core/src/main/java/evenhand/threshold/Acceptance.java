package evenhand.threshold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The probability of being accepted at a score: thresholds mixed by chance, so it never falls as
 * the score rises. Hardt, Price and Srebro, NeurIPS 2016, section 3.2.
 *
 * @param always the probability of being accepted at any score
 * @param steps thresholds in increasing order, each with the probability that it is the one used;
 *     what is left of 1 is the probability of being rejected at any score
 */
public record Acceptance(double always, List<Step> steps) {

  private static final double ROUNDING = 1e-12;

  /**
   * @param threshold a row is accepted when its score is ≥ this; finite
   * @param probability in (0, 1]
   */
  public record Step(double threshold, double probability) {

    public Step {
      if (!Double.isFinite(threshold) || !(0 < probability && probability <= 1)) {
        throw new IllegalArgumentException(
            "a threshold must be finite and its probability in (0, 1], were %s and %s"
                .formatted(threshold, probability));
      }
    }
  }

  public Acceptance {
    steps = List.copyOf(steps);
    double total = always;
    for (int i = 0; i < steps.size(); i++) {
      total += steps.get(i).probability();
      if (i > 0 && !(steps.get(i - 1).threshold() < steps.get(i).threshold())) {
        throw new IllegalArgumentException("thresholds must increase, were " + steps);
      }
    }
    if (!(0 <= always && always <= 1 && total <= 1 + 1e-9)) {
      throw new IllegalArgumentException(
          "the probabilities of thresholds must be in [0, 1] and add up to 1 at most, were %s and %s"
              .formatted(always, steps));
    }
  }

  /** Accepts exactly the scores of at least this. */
  public static Acceptance at(double threshold) {
    return new Acceptance(0, List.of(new Step(threshold, 1)));
  }

  /** The steps in any order; equal thresholds are put together. */
  static Acceptance mixture(double always, List<Step> steps) {
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparingDouble(Step::threshold));
    List<Step> merged = new ArrayList<>();
    for (Step step : sorted) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).threshold() == step.threshold()) {
        double both = Math.min(1, merged.get(last).probability() + step.probability());
        merged.set(last, new Step(step.threshold(), both));
      } else {
        merged.add(step);
      }
    }
    return new Acceptance(Math.min(1, always), merged);
  }

  /** The probability of being rejected at any score. */
  public double never() {
    double left = 1 - always;
    for (Step step : steps) {
      left -= step.probability();
    }
    return left <= ROUNDING ? 0 : left;
  }

  /** P(accept | score), in [0, 1]. */
  public double of(double score) {
    double accepted = always;
    for (Step step : steps) {
      if (score >= step.threshold()) {
        accepted += step.probability();
      }
    }
    return accepted >= 1 - ROUNDING ? 1 : accepted;
  }

  /** Whether chance decides at some score. */
  public boolean isRandomised() {
    return (always > 0 && always < 1)
        || steps.stream().anyMatch(step -> step.probability() < 1 - ROUNDING);
  }
}
