package evenhand.gradient;

import evenhand.gradient.Aggregation.Agreed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Aligned gradients: the system of gradients is replaced by the nearest orthogonal one with the
 * smallest singular value as its scale, and its mean is taken.
 *
 * <p>Senushkin et al., "Independent component alignment for multi-task learning", CVPR 2023,
 * algorithm 1, with equal preferences.
 */
public record AlignedMtl() implements GradientAggregator {

  @Override
  public Aggregation weigh(Gramian gradients, RandomGenerator random) {
    double[] mean = new double[gradients.size()];
    Arrays.fill(mean, 1.0 / mean.length);
    SymmetricEigen eigen = SymmetricEigen.of(gradients);
    double least = ImtlG.RANK * eigen.largest();
    double smallest = Arrays.stream(eigen.values()).filter(value -> value > least).min().orElse(0);
    return new Agreed(eigen.apply(mean, ImtlG.RANK, value -> Math.sqrt(smallest / value)));
  }
}
