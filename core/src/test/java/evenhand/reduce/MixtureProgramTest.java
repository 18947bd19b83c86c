package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MixtureProgramTest {

  /** Random classifiers; inequalities in opposite pairs with some slack, as parities have them. */
  private static List<Standing> random(SplittableRandom random) {
    int pairs = 1 + random.nextInt(5);
    List<Standing> standings = new ArrayList<>();
    for (int t = 2 + random.nextInt(20); t > 0; t--) {
      double[] violation = new double[2 * pairs];
      for (int j = 0; j < pairs; j++) {
        double gap = random.nextDouble() - 0.5;
        violation[2 * j] = gap - 0.02;
        violation[2 * j + 1] = -gap - 0.02;
      }
      standings.add(new Standing(random.nextDouble(), violation));
    }
    return standings;
  }

  private static Standing mixed(List<Standing> standings, double[] probabilities) {
    double error = 0;
    double[] violation = new double[standings.get(0).violation().length];
    for (int t = 0; t < probabilities.length; t++) {
      error += probabilities[t] * standings.get(t).error();
      for (int j = 0; j < violation.length; j++) {
        violation[j] += probabilities[t] * standings.get(t).violation()[j];
      }
    }
    return new Standing(error, violation);
  }

  private static double least(List<Standing> standings, double[] prices) {
    return standings.stream().mapToDouble(s -> s.lagrangian(prices)).min().orElseThrow();
  }

  @Test
  void pricesProveThatTheMixtureIsBest() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 300; trial++) {
      List<Standing> standings = random(random);
      double bound = 0.1 + 10 * random.nextDouble();

      MixtureProgram.Solution solution = MixtureProgram.bounded(standings, bound);

      Standing mixed = mixed(standings, solution.probabilities());
      assertThat(Arrays.stream(solution.probabilities()).sum()).isCloseTo(1, within(1e-9));
      assertThat(solution.value())
          .isCloseTo(mixed.error() + bound * Math.max(0, mixed.worst()), within(1e-9));
      assertThat(Arrays.stream(solution.prices()).sum()).isLessThanOrEqualTo(bound + 1e-9);
      assertThat(least(standings, solution.prices())).isCloseTo(solution.value(), within(1e-9));
    }
  }

  @Test
  void cappedPricesProveItToo() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 300; trial++) {
      List<Standing> standings = random(random);
      double[] caps = random.doubles(standings.get(0).violation().length, 0.01, 3).toArray();

      MixtureProgram.Solution solution = MixtureProgram.capped(standings, caps);

      Standing mixed = mixed(standings, solution.probabilities());
      double paid = 0;
      for (int j = 0; j < caps.length; j++) {
        assertThat(solution.prices()[j]).isBetween(0.0, caps[j] + 1e-9);
        paid += caps[j] * Math.max(0, mixed.violation()[j]);
      }
      assertThat(solution.value()).isCloseTo(mixed.error() + paid, within(1e-9));
      assertThat(solution.slack()).isCloseTo(Math.max(0, mixed.worst()), within(1e-9));
      assertThat(least(standings, solution.prices())).isCloseTo(solution.value(), within(1e-9));
    }
  }

  @Test
  void aMixtureWithinTheViolationIsAVertex() {
    SplittableRandom random = new SplittableRandom(3);
    int feasible = 0;
    for (int trial = 0; trial < 300; trial++) {
      List<Standing> standings = random(random);
      double allowed = 0.3 * random.nextDouble();
      double least = MixtureProgram.leastViolation(standings).value();

      var solution = MixtureProgram.within(standings, allowed);

      assertThat(solution.isPresent()).isEqualTo(least <= allowed);
      if (solution.isPresent()) {
        feasible++;
        double[] probabilities = solution.get().probabilities();
        assertThat(mixed(standings, probabilities).worst()).isLessThanOrEqualTo(allowed + 1e-9);
        assertThat(Arrays.stream(probabilities).filter(p -> p > 1e-9).count())
            .isLessThanOrEqualTo(standings.get(0).violation().length + 1);
      }
    }
    assertThat(feasible).isBetween(50, 299);
  }

  @Test
  void aSingleClassifierIsItsOwnMixture() {
    List<Standing> one = List.of(new Standing(0.3, new double[] {0.1, -0.2}));

    assertThat(MixtureProgram.bounded(one, 2).value()).isCloseTo(0.5, within(1e-12));
    assertThat(MixtureProgram.leastViolation(one).value()).isCloseTo(0.1, within(1e-12));
    assertThat(MixtureProgram.within(one, 0.05)).isEmpty();
  }
}
