package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.CsrMatrix;
import evenhand.data.DenseMatrix;
import evenhand.learners.TreeEnsemble.Link;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TreeEnsembleScorerTest {

  private final TreeEnsembleScorer scorer = new TreeEnsembleScorer(TreeEnsembleTest.small());

  @Test
  void walksBelowTheThresholdToTheLeft() {
    float[] rows = {
      9,
      0.5f, // not below 0.5: leaf 2
      -2,
      0.4f, // below, then below −1: leaf −3
      -1,
      0.4f, // not below −1: leaf 4
      -2,
      0, // a zero goes left at the root
      0,
      -5, // and right at the second split
      Float.NaN,
      Float.NaN // as zeros
    };
    double[] leaves = {2, -3, 4, -3, 4, 4};

    double[] scores = scorer.score(new DenseMatrix(6, 2, rows));

    for (int i = 0; i < leaves.length; i++) {
      assertThat(scores[i]).isCloseTo(1 / (1 + Math.exp(-0.25 - leaves[i])), within(1e-15));
    }
  }

  @Test
  void aMeanDividesByTheTrees() {
    TreeEnsemble ensemble =
        new TreeEnsemble(
            Link.MEAN,
            0,
            1,
            new int[] {0, 3, 4},
            new int[] {0, -1, -1, -1},
            new int[] {1, 0, 0, 0},
            new float[] {-0.5f, 0.25f, 0.75f, 1});

    double[] scores =
        new TreeEnsembleScorer(ensemble).score(new DenseMatrix(2, 1, new float[] {-1, 1}));

    assertThat(scores).containsExactly(0.625, 0.875);
  }

  @Test
  void scoresAnyNumberOfRowsAlike() {
    SplittableRandom random = new SplittableRandom(4);
    CsrMatrix features = Samples.features(333, 2, random);
    double[] all = scorer.score(features);

    for (int row = 0; row < 333; row++) {
      CsrMatrix alone = features.select(new int[] {row});
      assertThat(scorer.score(alone)).containsExactly(all[row]);
      assertThat(scorer.score(alone.toDense())).containsExactly(all[row]);
    }
    assertThat(scorer.score(features.select(new int[0]))).isEmpty();
  }

  @Test
  void agreesWithAPlainWalkOnRandomTrees() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int columns = random.nextInt(1, 6);
      TreeEnsemble ensemble = RandomTrees.of(columns, random);
      DenseMatrix rows = Samples.steps(50, columns, random).toDense();

      double[] scores = new TreeEnsembleScorer(ensemble).score(rows);

      for (int i = 0; i < rows.rows(); i++) {
        assertThat(scores[i]).isEqualTo(RandomTrees.walk(ensemble, rows, i));
      }
    }
  }

  @Test
  void refusesOtherColumns() {
    assertThatThrownBy(() -> scorer.score(new DenseMatrix(1, 3, new float[3])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the trees split 2 columns, the features have 3");
  }
}
