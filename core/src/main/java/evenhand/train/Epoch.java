package evenhand.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a training by steps looked like over one pass over the rows.
 *
 * @param number from 1
 * @param loss accuracy loss, mean over the batches, in nats
 * @param fairness what was added to it for parity, its strength included, mean over the batches
 * @param lossGradient Euclidean norm of the accuracy loss's gradient, on one batch
 * @param fairnessGradient the same of what was added
 * @param multipliers of the inequalities, by what these say; of methods without any: none
 * @param gaps on validation rows, by requirement; those of undefined rates are missing
 */
public record Epoch(
    int number,
    double loss,
    double fairness,
    double lossGradient,
    double fairnessGradient,
    Map<String, Double> multipliers,
    Map<String, Double> gaps) {

  public Epoch {
    multipliers = Collections.unmodifiableMap(new LinkedHashMap<>(multipliers));
    gaps = Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
  }
}
