package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Sample;
import org.junit.jupiter.api.Test;

final class GridSearchTest extends ReductionContract {

  @Override
  Reduction reduction() {
    return GridSearch.defaults();
  }

  @Test
  void choosesOneDeterministicClassifier() {
    Problem problem = Toys.problem(Toys.random(1, 150, CELLS), "equalized_odds<=0.2");

    assertThat(reduction().train(problem, new CellLearner(CELLS), 1).classifier().members())
        .hasSize(1);
  }

  @Test
  void choosesTheLeastErrorOfThoseThatMeetTheConstraintOnTheSelectionRows() {
    int met = 0;
    for (int seed = 0; seed < 20; seed++) {
      Sample training = Toys.random(seed, 150, CELLS);
      Sample other = withGroupsOf(training, seed);
      Problem problem = Toys.problem(training, "demographic_parity<=0.15");
      Problem selection = Toys.problem(other, "demographic_parity<=0.15");

      Reduced chosen =
          GridSearch.defaults().selectingOn(selection).train(problem, new CellLearner(CELLS), 1);

      Standing there = selection.of(chosen.classifier());
      assertThat(chosen.infeasibility().isEmpty()).isEqualTo(there.worst() <= 1e-9);
      met += there.worst() <= 1e-9 ? 1 : 0;
      assertThat(chosen.standing().error()).isEqualTo(problem.of(chosen.classifier()).error());
    }
    assertThat(met).isGreaterThan(5);
  }

  private static Sample withGroupsOf(Sample training, long seed) {
    int[] half = new int[training.size() / 2];
    for (int i = 0; i < half.length; i++) {
      half[i] = (2 * i + (int) seed) % training.size();
    }
    return training.select(half);
  }

  @Test
  void onlyThePlainFitIsLeftOfOnePoint() {
    Problem problem = Toys.problem(Toys.random(2, 150, CELLS), "demographic_parity<=0.01");
    GridSearch one = new GridSearch(new GridSearch.Options(1, 2), java.util.Optional.empty());

    assertThat(one.train(problem, new CellLearner(CELLS), 1).standing().error())
        .isEqualTo(new Plain().train(problem, new CellLearner(CELLS), 1).standing().error());
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new GridSearch.Options(0, 2))
        .hasMessage("need at least 1 point and a positive limit, got 0 and 2.0");
    assertThatThrownBy(() -> new GridSearch.Options(3, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
