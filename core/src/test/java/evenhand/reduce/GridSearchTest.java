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
  void ofThoseThatMeetTheConstraintPrefersTheOnesThatMeetItOnTheSelectionRowsToo() {
    int moved = 0;
    for (int seed = 0; seed < 20; seed++) {
      Sample training = Toys.random(seed, 150, CELLS);
      Problem problem = Toys.problem(training, "demographic_parity<=0.15");
      Problem selection = Toys.problem(withGroupsOf(training, seed), "demographic_parity<=0.15");

      Reduced usual = GridSearch.defaults().train(problem, new CellLearner(CELLS), 1);
      Reduced chosen =
          GridSearch.defaults().selectingOn(selection).train(problem, new CellLearner(CELLS), 1);

      Standing there = selection.of(chosen.classifier());
      Standing usualThere = selection.of(usual.classifier());
      assertThat(chosen.infeasibility().isEmpty()).isEqualTo(usual.infeasibility().isEmpty());
      assertThat(chosen.standing())
          .usingRecursiveComparison()
          .isEqualTo(problem.of(chosen.classifier()));
      assertThat(Math.max(0, there.worst())).isLessThanOrEqualTo(Math.max(0, usualThere.worst()));
      moved += there.worst() < usualThere.worst() ? 1 : 0;
    }
    assertThat(moved).isPositive();
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
