package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.ConstantScorer;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Constraint;
import evenhand.parity.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExponentiatedGradientTest extends ReductionContract {

  private static final ExponentiatedGradient CLOSE =
      new ExponentiatedGradient(
          new ExponentiatedGradient.Options(Pricing.CUTTING_PLANES, 64, 0.003, 100));

  @Override
  Reduction reduction() {
    return ExponentiatedGradient.defaults();
  }

  /** The learner is exact, so the optimum is known: a linear program over the cells. */
  @Test
  void withAnExactLearnerItReachesTheOptimum() {
    int feasible = 0;
    int randomised = 0;
    for (int seed = 0; seed < 25; seed++) {
      Sample sample = Toys.random(seed, 150, CELLS);
      for (String requirement : REQUIREMENTS) {
        Problem problem = Toys.problem(sample, requirement);
        double optimum = Toys.optimum(problem, CELLS);
        Reduced reduced = CLOSE.train(problem, new CellLearner(CELLS), seed);
        assertThat(reduced.infeasibility().isPresent()).isEqualTo(Double.isNaN(optimum));
        if (!Double.isNaN(optimum)) {
          feasible++;
          randomised += reduced.classifier().isRandomised() ? 1 : 0;
          assertThat(reduced.standing().error())
              .as("seed %d, %s", seed, requirement)
              .isBetween(optimum - 1e-9, optimum + 2.1e-4);
          if (reduced.fits() > 1) {
            double gap = reduced.dualityGap().orElseThrow();
            assertThat(gap).isLessThan(2.1e-4);
            assertThat(optimum).isGreaterThan(reduced.standing().error() - gap - 1e-9);
          }
        }
      }
    }
    assertThat(feasible).isGreaterThan(100);
    assertThat(randomised).isGreaterThan(50);
  }

  /** The default stops at what the data can't tell: a tenth of a standard error. */
  @Test
  void withAnExactLearnerItsGapIsATenthOfAStandardError() {
    for (int seed = 0; seed < 10; seed++) {
      Sample sample = Toys.random(seed, 600, CELLS);
      for (String requirement : REQUIREMENTS) {
        Problem problem = Toys.problem(sample, requirement);
        Reduced reduced = reduction().train(problem, new CellLearner(CELLS), seed);
        double plain = new Plain().train(problem, new CellLearner(CELLS), 1).standing().error();
        if (reduced.infeasibility().isEmpty() && reduced.fits() > 1) {
          assertThat(reduced.dualityGap().orElseThrow())
              .as("seed %d, %s", seed, requirement)
              .isLessThanOrEqualTo(0.1 * problem.standardError(plain) + 1e-9);
        }
      }
    }
  }

  @Test
  void ofALearnerThatIsNotExactNoGapIsProven() {
    Problem problem = Toys.problem(Toys.random(3, 150, CELLS), "demographic_parity<=0.05");

    assertThat(reduction().train(problem, LogisticRegression.defaults(), 1).dualityGap()).isEmpty();
  }

  @Test
  void aConstantTakesPartOnlyWhereNoMixtureOfRepliesMeetsTheConstraint() {
    for (int seed = 0; seed < 20; seed++) {
      Problem problem =
          Toys.problem(Toys.random(seed, 300, CELLS), "demographic_parity:to_overall<=0.01");
      List<Classifier.Member> members =
          reduction().train(problem, LogisticRegression.defaults(), 1).classifier().members();

      assertThat(members)
          .as("seed %d", seed)
          .noneMatch(member -> member.scorer() instanceof ConstantScorer);
    }
  }

  /**
   * Group a has 40 rows of label 1 and 10 of label 0, group b the reverse; the cell is the group.
   * The plain classifier accepts a and nobody of b, with error 0.2. Selection rates may differ by
   * at most t: a's rate p and b's p − t cost 0.5·(0.2 + 0.6·(1 − p)) + 0.5·(0.2 + 0.6·(p − t)),
   * which is 0.2 + 0.3·(1 − t) whatever p is.
   */
  @Test
  void aToyOfTwoGroupsHasItsAnalyticOptimum() {
    float[] cells = new float[100];
    int[] labels = new int[100];
    int[] codes = new int[100];
    for (int i = 0; i < 100; i++) {
      codes[i] = i / 50;
      cells[i] = codes[i];
      labels[i] = (i % 50 < 40) == (codes[i] == 0) ? 1 : 0;
    }
    Sample sample =
        Sample.of(
            new DenseMatrix(100, 1, cells),
            labels,
            List.of(new Groups("group", List.of("a", "b"), codes)));
    for (double bound : new double[] {0, 0.1, 0.5, 0.9}) {
      Problem problem = Toys.problem(sample, "demographic_parity<=" + bound);
      Reduced reduced = reduction().train(problem, new CellLearner(2), 1);
      assertThat(reduced.standing().error()).isCloseTo(0.2 + 0.3 * (1 - bound), within(1e-9));
      assertThat(reduced.standing().worst()).isLessThanOrEqualTo(1e-9);
    }
  }

  @Test
  void whereThePlainFitMeetsTheConstraintItIsTheResult() {
    Problem problem = Toys.problem(Toys.random(1, 150, CELLS), "demographic_parity<=1");
    Reduced reduced = reduction().train(problem, new CellLearner(CELLS), 1);
    Reduced plain = new Plain().train(problem, new CellLearner(CELLS), 1);

    assertThat(reduced.fits()).isEqualTo(1);
    assertThat(reduced.classifier().isRandomised()).isFalse();
    assertThat(reduced.standing().error()).isEqualTo(plain.standing().error());
  }

  /** One cell of 10 rows, group a of labels 1, group b of labels 0: one of them always errs. */
  @Test
  void sayWhatCanNotBeMetTogether() {
    Sample sample =
        Sample.of(
            new DenseMatrix(10, 1, new float[10]),
            new int[] {1, 1, 1, 1, 1, 0, 0, 0, 0, 0},
            List.of(Groups.of("group", List.of("a", "a", "a", "a", "a", "b", "b", "b", "b", "b"))));
    Constraint loss = Requirement.parse("bounded_group_loss<=0.2").on(sample);
    Constraint parity = Requirement.parse("demographic_parity<=0.1").on(sample);
    Problem problem = new Problem(sample, Constraint.all(List.of(parity, loss)));

    Reduced reduced = reduction().train(problem, new CellLearner(1), 1);

    Infeasibility why = reduced.infeasibility().orElseThrow();
    assertThat(why.violation()).isCloseTo(0.3, within(1e-9));
    assertThat(why.alone()).hasSize(2);
    assertThat(why.alone().get(0)).isZero();
    assertThat(why.alone().get(1)).isCloseTo(0.3, within(1e-9));
    assertThat(why.conflicting())
        .containsExactlyInAnyOrder(
            "bounded_group_loss error_rate group: a", "bounded_group_loss error_rate group: b");
  }

  @Test
  void severalRequirementsHoldAtOnce() {
    for (int seed = 0; seed < 10; seed++) {
      Sample sample = Toys.random(seed, 200, CELLS);
      Constraint both =
          Constraint.all(
              List.of(
                  Requirement.parse("demographic_parity<=0.1").on(sample),
                  Requirement.parse("equal_opportunity<=0.1").on(sample)));
      Reduced reduced = reduction().train(new Problem(sample, both), new CellLearner(CELLS), 1);
      assertThat(reduced.standing().worst()).isLessThanOrEqualTo(1e-9);
      assertThat(reduced.classifier().members().size()).isLessThanOrEqualTo(both.size() + 1);
    }
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new ExponentiatedGradient.Options(Pricing.CUTTING_PLANES, 0, 1e-3, 10))
        .hasMessageContaining("need a positive price bound");
    assertThatThrownBy(
            () -> new ExponentiatedGradient.Options(Pricing.CUTTING_PLANES, 1, Double.NaN, 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExponentiatedGradient.Options(Pricing.CUTTING_PLANES, 1, 1e-3, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
