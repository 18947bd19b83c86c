package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.Sample;
import org.junit.jupiter.api.Test;

final class MultiplicativeWeightsTest extends ReductionContract {

  @Override
  Reduction reduction() {
    return new ExponentiatedGradient(ExponentiatedGradient.Options.published());
  }

  @Test
  void withAnExactLearnerItReachesTheOptimumToItsGap() {
    int closed = 0;
    for (int seed = 0; seed < 15; seed++) {
      Sample sample = Toys.random(seed, 150, CELLS);
      for (String requirement : REQUIREMENTS) {
        Problem problem = Toys.problem(sample, requirement);
        double optimum = Toys.optimum(problem, CELLS);
        Reduced reduced = reduction().train(problem, new CellLearner(CELLS), seed);
        if (!Double.isNaN(optimum) && reduced.infeasibility().isEmpty()) {
          closed += reduced.gap() <= 5.1e-4 ? 1 : 0;
          assertThat(reduced.fits())
              .satisfiesAnyOf(
                  fits -> assertThat(fits).isEqualTo(1), // the plain fit meets it
                  fits -> assertThat(fits).isGreaterThanOrEqualTo(16)); // five rounds of three

          assertThat(reduced.standing().error())
              .as("seed %d, %s", seed, requirement)
              .isBetween(optimum - 1e-9, optimum + reduced.gap() + 1e-9);
        }
      }
    }
    assertThat(closed).isGreaterThan(70);
  }
}
