package evenhand.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.metric.Rate;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every linear parity, by every comparison and kind that it has. */
final class CellConstraintTest {

  static Stream<Requirement> linear() {
    List<Requirement> all = new ArrayList<>();
    for (Parity parity : Parity.values()) {
      for (Comparison comparison : Comparison.values()) {
        for (Kind kind : Kind.values()) {
          boolean worst = parity == Parity.BOUNDED_GROUP_LOSS;
          boolean fits = worst == (comparison == Comparison.WORST_GROUP);
          if (parity.isLinear() && fits && !(worst && kind == Kind.RATIO)) {
            double bound = kind == Kind.RATIO ? 0.8 : 0.07;
            all.add(new Requirement(parity, comparison, kind, bound, Optional.of("race")));
          }
        }
      }
    }
    assertThat(all).hasSize(7 * 4 + 1);
    return all.stream();
  }

  /** The contract, once for each. */
  @ParameterizedTest
  @MethodSource("linear")
  void keepsTheContract(Requirement requirement) {
    ConstraintContract contract =
        new ConstraintContract() {
          @Override
          Constraint on(Sample sample) {
            return requirement.on(sample);
          }
        };
    contract.costAndViolationAreAdjoint();
    contract.freePricesCostNothing();
    contract.violationIsAffineInTheDecisions();
    contract.everyInequalityHasItsOwnLabel();
  }

  /** Deciding by one coin for everyone, or by label alone, treats all groups alike. */
  @ParameterizedTest
  @MethodSource("linear")
  void equalTreatmentBreaksNothing(Requirement requirement) {
    SplittableRandom random = new SplittableRandom(7);
    for (int s = 0; s < 20; s++) {
      Sample sample = ConstraintContract.sample(random);
      double[] decisions = new double[sample.size()];
      boolean byLabel =
          requirement.parity().statistics().stream()
              .noneMatch(one -> one == Statistic.SELECTION_RATE);
      for (int i = 0; i < decisions.length; i++) {
        decisions[i] = byLabel ? sample.labels()[i] : 0.3;
      }
      assertThat(ConstraintContract.largest(requirement.on(sample).violation(decisions)))
          .isLessThanOrEqualTo(1e-12);
    }
  }

  /** The largest violation is the measured gap's, in the unit of the inequality. */
  @ParameterizedTest
  @MethodSource("linear")
  void violationIsTheMeasuredGapBeyondTheBound(Requirement requirement) {
    SplittableRandom random = new SplittableRandom(8);
    for (int s = 0; s < 40; s++) {
      Sample sample = ConstraintContract.sample(random);
      double[] decisions = random.doubles(sample.size()).toArray();
      double broken = ConstraintContract.largest(requirement.on(sample).violation(decisions));
      assertThat(broken).isCloseTo(expected(requirement, sample, decisions), within(1e-9));
    }
  }

  private static double expected(Requirement requirement, Sample sample, double[] decisions) {
    Groups groups = sample.groups("race");
    Tally tally =
        Tally.of(sample.labels(), decisions, Optional.of(sample.parityWeights()), List.of(groups))
            .get(0);
    double worst = Double.NEGATIVE_INFINITY;
    for (Statistic statistic : requirement.parity().statistics()) {
      double[] rates =
          IntStream.range(0, 3).mapToDouble(g -> value(tally.rate(statistic, g))).toArray();
      double overall = value(tally.pooled().rate(statistic, 0));
      double gap =
          Gap.of(rates, overall, requirement.comparison(), requirement.kind()).orElseThrow();
      double beyond =
          requirement.kind() == Kind.DIFFERENCE
              ? requirement.violation(gap)
              : ratioViolation(requirement, rates, overall);
      worst = Math.max(worst, beyond);
      assertThat(Math.signum(beyond)).isEqualTo(Math.signum(requirement.violation(gap)));
    }
    return worst;
  }

  /** r ≥ bound · other for every two, so the unit is that of the rates. */
  private static double ratioViolation(Requirement requirement, double[] rates, double overall) {
    double worst = Double.NEGATIVE_INFINITY;
    for (double one : rates) {
      for (double other : rates) {
        boolean between = requirement.comparison() == Comparison.BETWEEN_GROUPS;
        worst =
            Math.max(worst, between && one != other ? requirement.bound() * other - one : worst);
      }
      if (requirement.comparison() == Comparison.TO_OVERALL) {
        worst = Math.max(worst, requirement.bound() * overall - one);
        worst = Math.max(worst, requirement.bound() * one - overall);
      }
    }
    return worst;
  }

  private static double value(Rate rate) {
    return rate.value().orElseThrow();
  }

  @Nested
  final class Numbers {

    /**
     * Between 3 groups 6 ordered pairs, to overall 2 for each group, the worst group 1 for each.
     */
    @Test
    void ofInequalities() {
      Sample sample = ConstraintContract.sample(new SplittableRandom(9));
      assertThat(size("demographic_parity<=0.1@race", sample)).isEqualTo(6);
      assertThat(size("demographic_parity:to_overall<=0.1@race", sample)).isEqualTo(6);
      assertThat(size("equalized_odds<=0.1@race", sample)).isEqualTo(12);
      assertThat(size("bounded_group_loss<=0.1@race", sample)).isEqualTo(3);
      assertThat(size("demographic_parity<=0.1", sample)).as("sex and race").isEqualTo(2 + 6);
    }

    private int size(String requirement, Sample sample) {
      return Requirement.parse(requirement).on(sample).size();
    }
  }
}
