package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Matrix;
import evenhand.data.Sample;
import evenhand.learner.WeightedLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What every {@link Reduction} owes its users, over random samples and an exact learner. */
abstract class ReductionContract {

  static final int CELLS = 7;
  private static final int SAMPLES = 12;

  static final List<String> REQUIREMENTS =
      List.of(
          "demographic_parity<=0.05",
          "demographic_parity:to_overall<=0.02",
          "demographic_parity:ratio>=0.8",
          "equal_opportunity<=0.05",
          "equalized_odds:to_overall<=0.05",
          "error_rate_parity<=0.03",
          "bounded_group_loss<=0.35");

  abstract Reduction reduction();

  private interface Check {
    void on(Problem problem, Reduced reduced);
  }

  private void each(Check check) {
    for (int seed = 0; seed < SAMPLES; seed++) {
      Sample sample = Toys.random(seed, 150, CELLS);
      for (String requirement : REQUIREMENTS) {
        Problem problem = Toys.problem(sample, requirement);
        check.on(problem, reduction().train(problem, new CellLearner(CELLS), seed));
      }
    }
  }

  @Test
  final void whatItSaysOfItselfIsSo() {
    each(
        (problem, reduced) -> {
          Standing standing = problem.of(reduced.classifier());
          assertThat(reduced.standing().error()).isCloseTo(standing.error(), within(1e-12));
          assertThat(reduced.standing().violation())
              .containsExactly(standing.violation(), within(1e-12));
          assertThat(reduced.gap()).isGreaterThanOrEqualTo(0);
          assertThat(reduced.fits()).isPositive();
        });
  }

  @Test
  final void aConstraintIsMetUnlessItSaysNot() {
    each(
        (problem, reduced) -> {
          if (reduced.infeasibility().isEmpty()) {
            assertThat(reduced.standing().worst()).isLessThanOrEqualTo(1e-9);
          } else {
            Infeasibility why = reduced.infeasibility().get();
            assertThat(why.violation()).isPositive();
            assertThat(reduced.standing().worst()).isCloseTo(why.violation(), within(1e-9));
            assertThat(problem.constraint().labels()).containsAll(why.conflicting());
            assertThat(why.conflicting()).isNotEmpty();
          }
        });
  }

  @Test
  final void theSameArgumentsGiveTheSameResult() {
    Problem problem = Toys.problem(Toys.random(1, 150, CELLS), REQUIREMENTS.get(0));
    Reduced one = reduction().train(problem, new CellLearner(CELLS), 1);
    Reduced other = reduction().train(problem, new CellLearner(CELLS), 1);

    assertThat(one.standing().error()).isEqualTo(other.standing().error());
    assertThat(one.classifier().on(problem.sample().features()).acceptance())
        .isEqualTo(other.classifier().on(problem.sample().features()).acceptance());
  }

  @Test
  final void theListenerHearsOfEveryFit() {
    Problem problem = Toys.problem(Toys.random(2, 150, CELLS), REQUIREMENTS.get(1));
    List<Progress> heard = new ArrayList<>();
    Reduced reduced = reduction().train(problem, new CellLearner(CELLS), 1, heard::add);

    assertThat(heard).hasSize(reduced.fits());
    for (int k = 0; k < heard.size(); k++) {
      assertThat(heard.get(k).fits()).isEqualTo(k + 1);
      assertThat(heard.get(k).limit()).isGreaterThanOrEqualTo(reduced.fits());
    }
  }

  @Test
  final void anInterruptEndsItAndFreesTheLearner() {
    Problem problem = Toys.problem(Toys.random(3, 150, CELLS), REQUIREMENTS.get(1));
    Closing learner = new Closing(new CellLearner(CELLS));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> reduction().train(problem, learner, 1))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(learner.closed).hasSize(1);
  }

  @Test
  final void aListenerThatThrowsEndsItAndFreesTheLearner() {
    Problem problem = Toys.problem(Toys.random(3, 150, CELLS), REQUIREMENTS.get(1));
    Closing learner = new Closing(new CellLearner(CELLS));

    assertThatThrownBy(
            () ->
                reduction()
                    .train(
                        problem,
                        learner,
                        1,
                        progress -> {
                          throw new IllegalStateException("enough");
                        }))
        .hasMessage("enough");
    assertThat(learner.closed).hasSize(1);
  }

  /** Notes when its fittings are closed. */
  private static final class Closing implements WeightedLearner {

    private final WeightedLearner inner;
    private final List<Boolean> closed = new ArrayList<>();

    Closing(WeightedLearner inner) {
      this.inner = inner;
    }

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public Fitting on(Matrix features, long seed) {
      Fitting fitting = inner.on(features, seed);
      return new Fitting() {
        @Override
        public evenhand.learner.Scorer fit(int[] labels, double[] weights) {
          return fitting.fit(labels, weights);
        }

        @Override
        public void close() {
          closed.add(true);
        }
      };
    }
  }
}
