package evenhand.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a training by steps looked like over one pass over the rows.
 *
 * @param number from 1
 * @param loss accuracy loss, mean over the batches, in nats
 * @param added what was added to it for parity; empty where a method adds nothing
 * @param multipliers of the inequalities, by what these say; of methods without any: none
 * @param steps shares of the pass's steps, by what they tell; of methods that count none: none
 * @param gaps on validation rows, by requirement; those of undefined rates are missing
 */
public record Epoch(
    int number,
    double loss,
    Optional<Added> added,
    Map<String, Double> multipliers,
    Map<String, Double> steps,
    Map<String, Double> gaps) {

  /**
   * @param fairness its strength included, mean over the batches
   * @param lossGradient Euclidean norm of the accuracy loss's gradient, on one batch
   * @param fairnessGradient the same of what was added
   */
  public record Added(double fairness, double lossGradient, double fairnessGradient) {}

  public Epoch {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    multipliers = Collections.unmodifiableMap(new LinkedHashMap<>(multipliers));
    gaps = Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
  }
}
