package evenhand.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.metric.Tally;
import evenhand.parity.Condition;
import evenhand.parity.UndefinedRateException;
import evenhand.threshold.ThresholdOptions.Decisions;
import evenhand.threshold.ThresholdOptions.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GroupThresholdsTest {

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

  /** The objective of acceptance probabilities, counted from the rows. */
  private static double value(Objective objective, ThresholdSample rows, double[] acceptance) {
    double[] cells = new double[4];
    for (int i = 0; i < acceptance.length; i++) {
      cells[2 * rows.labels()[i] + 1] += rows.weights()[i] * acceptance[i];
      cells[2 * rows.labels()[i]] += rows.weights()[i] * (1 - acceptance[i]);
    }
    return objective.of(cells).orElseThrow();
  }

  private static double[] acceptance(GroupThresholds fitted, ThresholdSample rows) {
    return fitted
        .rule()
        .acceptance(
            rows.scores(),
            rows.groups(),
            (row, groups) -> {
              throw new AssertionError("every fitting row is of a fitted cell");
            });
  }

  private static double measured(String requirement, ThresholdSample rows, double[] acceptance) {
    Condition condition = Condition.parse(requirement);
    Groups groups = rows.groups(condition.attribute().orElse("g"));
    Tally tally =
        Tally.of(rows.labels(), acceptance, Optional.of(rows.weights()), List.of(groups)).get(0);
    return condition.value(tally).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demographic_parity<=0.03",
        "demographic_parity<=0",
        "demographic_parity:ratio>=0.9",
        "demographic_parity:to_overall<=0.02",
        "demographic_parity:to_overall:ratio>=0.95",
        "equal_opportunity<=0.02",
        "false_positive_parity<=0.01",
        "equalized_odds<=0",
        "equalized_odds<=0.05",
        "equalized_odds:to_overall<=0.03",
        "error_rate_balance<=0.04",
        "error_rate_parity<=0",
        "accuracy_parity:ratio>=0.98",
        "true_positive_rate>=0.8",
        "false_positive_rate<=0.2",
        "precision>=0.7",
        "selection_rate<=0.35"
      })
  void holdsInExpectationAndIsWorthWhatItSays(String requirement) {
    SplittableRandom random = new SplittableRandom(requirement.hashCode());
    for (int sample = 0; sample < 12; sample++) {
      ThresholdSample rows =
          ThresholdSamples.of(random, 60 + 40 * sample, 2 + sample % 3, 10 + 30 * sample);
      Objective objective = OBJECTIVES.get(sample % OBJECTIVES.size());
      ThresholdOptions options = ThresholdOptions.defaults().withObjective(objective);
      GroupThresholds fitted = fit(rows, options, requirement);
      double[] acceptance = acceptance(fitted, rows);
      double found = measured(requirement, rows, acceptance);
      assertThat(Condition.parse(requirement).violation(found)).isLessThan(1e-9);
      assertThat(fitted.requirements().get(0).value().orElseThrow()).isCloseTo(found, within(1e-9));
      assertThat(fitted.expected()).isCloseTo(value(objective, rows, acceptance), within(1e-9));
      double sign = objective.isMaximised() ? 1 : -1;
      assertThat(sign * fitted.expected())
          .isLessThanOrEqualTo(sign * fitted.unconstrained() + 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demographic_parity<=0.05",
        "equalized_odds<=0.1",
        "equal_opportunity:to_overall<=0.05",
        "true_positive_rate>=0.75"
      })
  void chanceNeverDoesWorseAndFewerConstraintsNeitherDo(String requirement) {
    SplittableRandom random = new SplittableRandom(requirement.hashCode());
    for (int sample = 0; sample < 12; sample++) {
      ThresholdSample rows = ThresholdSamples.of(random, 300, 2 + sample % 2, 25);
      Objective objective = OBJECTIVES.get(sample % OBJECTIVES.size());
      ThresholdOptions options = ThresholdOptions.defaults().withObjective(objective);
      double sign = objective.isMaximised() ? 1 : -1;
      double best = sign * fit(rows, options, requirement).expected();
      double shared = sign * fit(rows, options.withScope(Scope.SHARED), requirement).expected();
      assertThat(shared).isLessThanOrEqualTo(best + 1e-9);
      GroupThresholds certain =
          fit(rows, options.withDecisions(Decisions.DETERMINISTIC), requirement);
      double[] acceptance = acceptance(certain, rows);
      assertThat(DoubleStream.of(acceptance).filter(p -> p != 0 && p != 1)).isEmpty();
      assertThat(Condition.parse(requirement).isMetBy(measured(requirement, rows, acceptance)))
          .isTrue();
      assertThat(sign * certain.expected()).isLessThanOrEqualTo(best + 1e-9);
      assertThat(certain.givenUp().orElseThrow().loss())
          .isCloseTo(Math.max(0, best - sign * certain.expected()), within(1e-9));
    }
  }

  /** Every pair of thresholds, on samples small enough to try them all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "demographic_parity<=0.1",
        "demographic_parity:ratio>=0.8",
        "equal_opportunity<=0.1",
        "error_rate_parity<=0.1",
        "true_positive_rate>=0.7",
        "precision>=0.6"
      })
  void withoutChanceNothingBetterExists(String requirement) {
    SplittableRandom random = new SplittableRandom(requirement.hashCode());
    for (int sample = 0; sample < 20; sample++) {
      ThresholdSample rows = ThresholdSamples.of(random, 30, 2, 12);
      Objective objective = OBJECTIVES.get(sample % OBJECTIVES.size());
      ThresholdOptions options =
          ThresholdOptions.defaults()
              .withObjective(objective)
              .withDecisions(Decisions.DETERMINISTIC);
      double best = bruteForce(rows, objective, requirement);
      if (Double.isNaN(best)) {
        assertThatExceptionOfType(InfeasibleThresholdsException.class)
            .isThrownBy(() -> fit(rows, options, requirement));
        continue;
      }
      GroupThresholds fitted = fit(rows, options, requirement);
      assertThat(fitted.givenUp().orElseThrow().isProven()).isTrue();
      assertThat(fitted.expected()).isCloseTo(best, within(1e-12));
    }
  }

  private static double bruteForce(ThresholdSample rows, Objective objective, String requirement) {
    double[] cuts =
        DoubleStream.concat(DoubleStream.of(9), Arrays.stream(rows.scores()).distinct()).toArray();
    Condition condition = Condition.parse(requirement);
    double best = Double.NaN;
    for (double first : cuts) {
      for (double second : cuts) {
        double[] acceptance = new double[rows.size()];
        for (int i = 0; i < acceptance.length; i++) {
          double cut = rows.groups().get(0).codes()[i] == 0 ? first : second;
          acceptance[i] = rows.scores()[i] >= cut ? 1 : 0;
        }
        Tally tally =
            Tally.of(rows.labels(), acceptance, Optional.of(rows.weights()), rows.groups()).get(0);
        boolean nobody = DoubleStream.of(acceptance).sum() == 0;
        boolean met =
            condition.value(tally).isPresent()
                ? condition.violation(condition.value(tally).getAsDouble()) <= 1e-10
                : nobody || precisionHolds(condition, tally);
        if (met) {
          double value = value(objective, rows, acceptance);
          boolean better = objective.isMaximised() ? value > best : value < best;
          best = Double.isNaN(best) || better ? value : best;
        }
      }
    }
    return best;
  }

  /** A group of which nobody is accepted keeps any bound on precision. */
  private static boolean precisionHolds(Condition condition, Tally tally) {
    for (int g = 0; g < tally.groups(); g++) {
      double value = tally.rate(evenhand.metric.Statistic.PRECISION, g).value().orElse(1);
      if (!condition.isMetBy(value)) {
        return false;
      }
    }
    return true;
  }

  /** Two thresholds of each group, mixed on a fine grid, do no better than the linear program. */
  @Test
  void withChanceAGridOfMixturesIsNeverBetter() {
    SplittableRandom random = new SplittableRandom(5);
    ThresholdSample rows = ThresholdSamples.of(random, 40, 2, 6);
    double exact = fit(rows, ThresholdOptions.defaults(), "equal_opportunity<=0").expected();
    double best = 0;
    double[] cuts =
        DoubleStream.concat(DoubleStream.of(9), Arrays.stream(rows.scores()).distinct()).toArray();
    for (double a : cuts) {
      for (double b : cuts) {
        for (double c : cuts) {
          for (int step = 0; step <= 50; step++) {
            double[] acceptance = new double[rows.size()];
            for (int i = 0; i < acceptance.length; i++) {
              double score = rows.scores()[i];
              boolean first = rows.groups().get(0).codes()[i] == 0;
              double mixed = step / 50.0 * (score >= b ? 1 : 0);
              mixed += (1 - step / 50.0) * (score >= c ? 1 : 0);
              acceptance[i] = first ? (score >= a ? 1 : 0) : mixed;
            }
            if (measured("equal_opportunity<=0", rows, acceptance) < 1e-9) {
              best = Math.max(best, value(Objective.Named.ACCURACY, rows, acceptance));
            }
          }
        }
      }
    }
    assertThat(best).isGreaterThan(0.5).isLessThanOrEqualTo(exact + 1e-9);
  }

  @Test
  void severalAttributesAndTheirIntersectionHoldAtOnce() {
    ThresholdSample rows = ThresholdSamples.crossed(new SplittableRandom(3), 800, 3, 100);
    String[] all = {
      "demographic_parity<=0.02@g",
      "equal_opportunity:to_overall<=0.03@h",
      "false_positive_rate<=0.4@g&h",
      "true_positive_rate>=0.5"
    };
    GroupThresholds fitted = fit(rows, ThresholdOptions.defaults(), all);
    double[] acceptance = acceptance(fitted, rows);
    for (String requirement : all) {
      double found = measured(requirement, rows, acceptance);
      assertThat(Condition.parse(requirement).violation(found)).isLessThan(1e-9);
    }
    assertThat(fitted.requirements()).hasSize(5); // one without attribute is of both
    assertThat(fitted.rule().attributes()).containsExactly("g", "h");
    assertThat(fitted.cells()).hasSize(6);
  }

  @Test
  void withoutRequirementsEveryGroupGetsItsBestThresholdAndAllTheBestOne() {
    ThresholdSample rows = ThresholdSamples.of(new SplittableRandom(8), 50, 2, 15);
    GroupThresholds fitted = fit(rows, ThresholdOptions.defaults());
    assertThat(fitted.rule().isRandomised()).isFalse();
    assertThat(fitted.expected())
        .isEqualTo(fitted.unconstrained())
        .isCloseTo(
            bruteForce(rows, Objective.Named.ACCURACY, "demographic_parity<=1"), within(1e-12));
    double best = 0;
    for (double cut : rows.scores()) {
      double[] acceptance = Arrays.stream(rows.scores()).map(s -> s >= cut ? 1 : 0).toArray();
      best = Math.max(best, value(Objective.Named.ACCURACY, rows, acceptance));
    }
    assertThat(fitted.plainValue()).isCloseTo(best, within(1e-12));
  }

  @Test
  void constantScoresLeaveOneChoiceForAGroup() {
    double[] scores = {0.3, 0.3, 0.3, 0.3, 0.3, 0.3};
    int[] labels = {1, 1, 0, 0, 0, 1};
    Groups groups = Groups.of("g", List.of("a", "a", "a", "b", "b", "b"));
    ThresholdSample rows = ThresholdSample.of(scores, labels, List.of(groups));
    GroupThresholds free = fit(rows, ThresholdOptions.defaults());
    assertThat(free.rule().cells().get(0).acceptance()).isEqualTo(new Acceptance(1, List.of()));
    assertThat(free.rule().cells().get(1).acceptance()).isEqualTo(new Acceptance(0, List.of()));
    GroupThresholds even = fit(rows, ThresholdOptions.defaults(), "demographic_parity<=0.5");
    double between =
        even.cells().get(0).selection().value().orElseThrow()
            - even.cells().get(1).selection().value().orElseThrow();
    assertThat(between).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aGroupWithoutPositivesHasNoRecallAndSaysSo() {
    ThresholdSample rows =
        ThresholdSample.of(
            new double[] {0.1, 0.6, 0.3, 0.8},
            new int[] {0, 0, 0, 1},
            List.of(Groups.of("sex", List.of("F", "F", "M", "M"))));
    assertThatExceptionOfType(UndefinedRateException.class)
        .isThrownBy(() -> fit(rows, ThresholdOptions.defaults(), "equal_opportunity<=0.1"))
        .withMessageContaining("undefined for sex F");
    GroupThresholds fitted = fit(rows, ThresholdOptions.defaults(), "demographic_parity<=0");
    assertThat(fitted.cells().get(0).truePositive().value()).isEmpty();
    assertThat(fitted.cells().get(0).falsePositive().value()).isPresent();
  }

  @Test
  void oneClassRowsHaveAccuracyButNoBalancedAccuracyOrF1() {
    ThresholdSample rows =
        ThresholdSample.of(
            new double[] {0.1, 0.6}, new int[] {0, 0}, List.of(Groups.of("g", List.of("a", "b"))));
    assertThat(fit(rows, ThresholdOptions.defaults()).expected()).isEqualTo(1);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                fit(
                    rows,
                    ThresholdOptions.defaults().withObjective(Objective.Named.BALANCED_ACCURACY)))
        .withMessage("balanced_accuracy is undefined: no fitting row has the label it needs");
  }

  @Test
  void requirementsThatContradictEachOtherAreDiagnosed() {
    ThresholdSample rows = ThresholdSamples.of(new SplittableRandom(1), 200, 2, 50);
    assertThatExceptionOfType(InfeasibleThresholdsException.class)
        .isThrownBy(
            () ->
                fit(
                    rows,
                    ThresholdOptions.defaults(),
                    "true_positive_rate>=0.9",
                    "selection_rate<=0.1"))
        .withMessageMatching(
            "no thresholds meet the requirements on the fitting rows: the smallest violation is"
                + " 0\\.[0-9]{4}, held up by .*true_positive_rate>=0.9@g g: g.*selection_rate<=0.1@g"
                + " g: g.*; alone, true_positive_rate>=0.9@g can be met, selection_rate<=0.1@g can"
                + " be met");
  }

  @Test
  void anAttributeThatIsNotGivenIsRefused() {
    ThresholdSample rows = ThresholdSamples.of(new SplittableRandom(1), 50, 2, 50);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> fit(rows, ThresholdOptions.defaults(), "demographic_parity<=0.1@sex"))
        .withMessage("sex names no group that is given with --group; there are g");
  }

  @Test
  void moreGroupsThanCanBeComparedAreRefused() {
    ThresholdSample rows = ThresholdSamples.of(new SplittableRandom(1), 400, 151, 50);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> fit(rows, ThresholdOptions.defaults(), "demographic_parity<=0.1"))
        .withMessage(
            "demographic_parity<=0.1@g is of 151 groups, thresholds are kept even between at most"
                + " 150");
  }
}
