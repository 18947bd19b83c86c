package evenhand.gradient;

import evenhand.gradient.Aggregation.Agreed;
import java.util.random.RandomGenerator;

/**
 * Projecting conflicting gradients: each player's gradient loses what opposes the others, one after
 * the other in a random order, and the results are added. Weights are ≥ 0; with more than two
 * players some may still lose by the step.
 *
 * <p>Yu et al., "Gradient surgery for multi-task learning", NeurIPS 2020, algorithm 1.
 */
public record Pcgrad() implements GradientAggregator {

  @Override
  public Aggregation weigh(Gramian gradients, RandomGenerator random) {
    int size = gradients.size();
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      double[] own = new double[size];
      own[i] = 1;
      for (int j : order(size, random)) {
        double product = j == i ? 0 : gradients.times(own)[j];
        if (product < 0) {
          own[j] -= product / gradients.product(j, j);
        }
      }
      for (int j = 0; j < size; j++) {
        weights[j] += own[j];
      }
    }
    return new Agreed(weights);
  }

  private static int[] order(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int place = random.nextInt(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order;
  }
}
