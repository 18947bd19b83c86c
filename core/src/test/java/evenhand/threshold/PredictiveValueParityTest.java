package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import evenhand.parity.Condition;
import evenhand.parity.Gap;
import evenhand.parity.Requirement;
import evenhand.threshold.ThresholdOptions.Decisions;
import evenhand.threshold.ThresholdOptions.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PredictiveValueParityTest {

  private static final List<Objective> OBJECTIVES =
      List.of(
          Objective.Named.ACCURACY,
          Objective.Named.BALANCED_ACCURACY,
          Objective.Named.F1,
          new Objective.Cost(1, 3));

  private static GroupThresholds fit(
      ThresholdSample rows, ThresholdOptions options, String... texts) {
    return GroupThresholds.fit(rows, Arrays.stream(texts).map(Condition::parse).toList(), options);
  }

  private static double[] acceptance(GroupThresholds fitted, ThresholdSample rows) {
    return fitted.rule().acceptance(rows.scores(), rows.groups(), (row, groups) -> {});
  }

  private static double value(Objective objective, ThresholdSample rows, double[] acceptance) {
    double[] cells = new double[4];
    for (int i = 0; i < acceptance.length; i++) {
      cells[2 * rows.labels()[i] + 1] += rows.weights()[i] * acceptance[i];
      cells[2 * rows.labels()[i]] += rows.weights()[i] * (1 - acceptance[i]);
    }
    return objective.of(cells).orElseThrow();
  }

  /** Of the groups of which somebody is accepted; 0 where no two can be compared. */
  private static double violation(String text, ThresholdSample rows, double[] acceptance) {
    Requirement requirement = (Requirement) Condition.parse(text);
    Groups groups = rows.groups(requirement.attribute().orElse("g"));
    Tally tally =
        Tally.of(rows.labels(), acceptance, Optional.of(rows.weights()), List.of(groups)).get(0);
    double[] precisions =
        IntStream.range(0, tally.groups())
            .mapToObj(g -> tally.rate(Statistic.PRECISION, g))
            .filter(rate -> rate.trials() > 0)
            .mapToDouble(rate -> rate.hits() / rate.trials())
            .toArray();
    double overall = tally.pooled().rate(Statistic.PRECISION, 0).value().orElse(0);
    return precisions.length == 0
        ? 0
        : Gap.of(precisions, overall, requirement.comparison(), requirement.kind()).stream()
            .map(requirement::violation)
            .findFirst()
            .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "predictive_value_parity<=0",
        "predictive_value_parity<=0.03",
        "predictive_value_parity:ratio>=0.95",
        "predictive_value_parity:ratio>=0",
        "predictive_value_parity:to_overall<=0.02",
        "predictive_value_parity:to_overall:ratio>=0.97",
      })
  void holdsOnTheFittingRowsAndIsWorthWhatItSays(String requirement) {
    SplittableRandom random = new SplittableRandom(requirement.hashCode());
    for (int sample = 0; sample < 12; sample++) {
      ThresholdSample rows =
          ThresholdSamples.of(random, 60 + 40 * sample, 2 + sample % 3, 10 + 30 * sample);
      Objective objective = OBJECTIVES.get(sample % OBJECTIVES.size());
      for (Decisions decisions : Decisions.values()) {
        for (Scope scope : Scope.values()) {
          ThresholdOptions options = new ThresholdOptions(objective, decisions, scope);
          GroupThresholds fitted = fit(rows, options, requirement);
          double[] acceptance = acceptance(fitted, rows);
          assertThat(violation(requirement, rows, acceptance)).isLessThan(1e-9);
          if (scope == Scope.BY_GROUP) {
            assertThat(fitted.gap()).isLessThan(1.1e-6);
          }
          assertThat(fitted.expected()).isCloseTo(value(objective, rows, acceptance), within(1e-9));
          double sign = objective.isMaximised() ? 1 : -1;
          assertThat(sign * fitted.expected())
              .isLessThanOrEqualTo(sign * fitted.unconstrained() + 1e-9);
        }
      }
    }
  }

  /** Of two groups, at levels on a fine grid: the best of each group's hull, found one by one. */
  @Test
  void noLevelOfAFineGridDoesBetter() {
    SplittableRandom random = new SplittableRandom(77);
    for (int sample = 0; sample < 12; sample++) {
      ThresholdSample rows = ThresholdSamples.of(random, 120, 2, 30);
      for (double bound : new double[] {0, 0.04}) {
        double found =
            fit(rows, ThresholdOptions.defaults(), "predictive_value_parity<=" + bound).expected();
        double best = 0;
        for (double level = 0; level <= 1; level += 0.005) {
          String low = "precision>=" + level;
          String high = "precision<=" + Math.min(1, level + bound);
          best = Math.max(best, fit(rows, ThresholdOptions.defaults(), low, high).expected());
        }
        assertThat(found).isGreaterThan(best - 1e-6).isLessThan(best + 0.01);
      }
    }
  }

  /** Every threshold of every group, on samples small enough to try them all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "predictive_value_parity<=0.1",
        "predictive_value_parity<=0",
        "predictive_value_parity:ratio>=0.8",
        "predictive_value_parity:to_overall<=0.05"
      })
  void withoutChanceNothingBetterExistsWhereThatIsSaid(String requirement) {
    SplittableRandom random = new SplittableRandom(requirement.hashCode());
    for (int sample = 0; sample < 20; sample++) {
      ThresholdSample rows = ThresholdSamples.of(random, 30, 2, 12);
      Objective objective = OBJECTIVES.get(sample % OBJECTIVES.size());
      ThresholdOptions options =
          new ThresholdOptions(objective, Decisions.DETERMINISTIC, Scope.BY_GROUP);
      GroupThresholds fitted = fit(rows, options, requirement);
      double sign = objective.isMaximised() ? 1 : -1;
      double best = sign * bruteForce(rows, objective, requirement, acceptance -> 0);
      boolean isProven = fitted.givenUp().orElseThrow().isProven();
      assertThat(isProven).isEqualTo(!requirement.contains("overall"));
      if (isProven) {
        assertThat(sign * fitted.expected()).isCloseTo(best, within(1e-12));
      } else {
        assertThat(sign * fitted.expected()).isLessThanOrEqualTo(best + 1e-12);
        assertThat(best - sign * fitted.expected())
            .isLessThanOrEqualTo(fitted.givenUp().orElseThrow().loss() + 1e-6);
      }
      GroupThresholds mixed = fit(rows, options.withDecisions(Decisions.RANDOMISED), requirement);
      assertThat(sign * mixed.expected()).isGreaterThan(best - 1e-5);
    }
  }

  @Test
  void oneThresholdForAllIsTheBestOfAll() {
    SplittableRandom random = new SplittableRandom(4);
    String requirement = "predictive_value_parity<=0.05";
    for (int sample = 0; sample < 20; sample++) {
      ThresholdSample rows = ThresholdSamples.of(random, 80, 3, 40);
      GroupThresholds fitted =
          fit(
              rows,
              new ThresholdOptions(Objective.Named.ACCURACY, Decisions.DETERMINISTIC, Scope.SHARED),
              requirement);
      double best = 0;
      for (double cut : cuts(rows)) {
        double[] acceptance = Arrays.stream(rows.scores()).map(s -> s >= cut ? 1 : 0).toArray();
        if (violation(requirement, rows, acceptance) <= 1e-10) {
          best = Math.max(best, value(Objective.Named.ACCURACY, rows, acceptance));
        }
      }
      assertThat(fitted.expected()).isCloseTo(best, within(1e-12));
    }
  }

  private static double bruteForce(
      ThresholdSample rows,
      Objective objective,
      String requirement,
      ToDoubleFunction<double[]> otherViolation) {
    double best = Double.NaN;
    for (double first : cuts(rows)) {
      for (double second : cuts(rows)) {
        double[] acceptance = new double[rows.size()];
        for (int i = 0; i < acceptance.length; i++) {
          double cut = rows.groups().get(0).codes()[i] == 0 ? first : second;
          acceptance[i] = rows.scores()[i] >= cut ? 1 : 0;
        }
        if (violation(requirement, rows, acceptance) <= 1e-10
            && otherViolation.applyAsDouble(acceptance) <= 1e-10) {
          double value = value(objective, rows, acceptance);
          boolean better = objective.isMaximised() ? value > best : value < best;
          best = Double.isNaN(best) || better ? value : best;
        }
      }
    }
    return best;
  }

  private static double[] cuts(ThresholdSample rows) {
    return DoubleStream.concat(DoubleStream.of(9), Arrays.stream(rows.scores()).distinct())
        .toArray();
  }

  @Test
  void holdsBesideOtherRequirementsOfSeveralAttributes() {
    ThresholdSample rows = ThresholdSamples.crossed(new SplittableRandom(3), 800, 3, 100);
    String[] all = {
      "predictive_value_parity<=0.02@g",
      "predictive_value_parity:ratio>=0.97@h",
      "true_positive_rate>=0.5@g",
    };
    for (Decisions decisions : Decisions.values()) {
      GroupThresholds fitted = fit(rows, ThresholdOptions.defaults().withDecisions(decisions), all);
      double[] acceptance = acceptance(fitted, rows);
      assertThat(violation(all[0], rows, acceptance)).isLessThan(1e-9);
      assertThat(violation(all[1], rows, acceptance)).isLessThan(1e-9);
      assertThat(fitted.requirements().get(2).value().orElseThrow()).isGreaterThan(0.5 - 1e-9);
    }
  }

  /** Nobody of b has label 1: b keeps its precision even only where nobody of it is accepted. */
  @Test
  void aGroupOfWhichNobodyIsAcceptedIsLeftOut() {
    ThresholdSample rows =
        ThresholdSample.of(
            new double[] {0.9, 0.8, 0.2, 0.7, 0.6},
            new int[] {1, 1, 0, 0, 0},
            List.of(Groups.of("g", List.of("a", "a", "a", "b", "b"))));
    for (Decisions decisions : Decisions.values()) {
      GroupThresholds fitted =
          fit(
              rows,
              ThresholdOptions.defaults().withDecisions(decisions),
              "predictive_value_parity<=0.1");
      assertThat(fitted.expected()).isEqualTo(1);
      assertThat(fitted.cells().get(1).acceptance()).isEqualTo(new Acceptance(0, List.of()));
      assertThat(fitted.requirements().get(0).value()).isEmpty();
    }
  }

  @Test
  void whatCantBeMetIsDiagnosed() {
    ThresholdSample rows =
        ThresholdSample.of(
            new double[] {0.9, 0.8, 0.2, 0.7, 0.6},
            new int[] {1, 1, 1, 0, 0},
            List.of(Groups.of("g", List.of("a", "a", "a", "b", "b"))));
    assertThatExceptionOfType(InfeasibleThresholdsException.class)
        .isThrownBy(
            () ->
                fit(
                    rows,
                    ThresholdOptions.defaults(),
                    "predictive_value_parity<=0.1",
                    "selection_rate>=0.5"))
        .withMessageMatching(
            "no thresholds meet the requirements on the fitting rows: the smallest violation is"
                + " 0\\.[0-9]{4}, held up by .*predictive_value_parity g: .*; alone,"
                + " predictive_value_parity<=0.1@g can be met, selection_rate>=0.5@g can be met");
  }
}
