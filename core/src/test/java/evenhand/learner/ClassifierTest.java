package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import evenhand.learner.Classifier.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassifierTest {

  private static final Matrix ROWS = new DenseMatrix(3, 1, new float[] {0.25f, 0.5f, 0.75f});

  private final List<Integer> asked = new ArrayList<>();

  /** The feature itself; takes down how many rows it was asked for. */
  private final Scorer feature =
      features -> {
        asked.add(features.rows());
        return new double[] {0.25, 0.5, 0.75};
      };

  private static Scorer flat(double score) {
    return features -> {
      double[] scores = new double[features.rows()];
      Arrays.fill(scores, score);
      return scores;
    };
  }

  @Test
  void oneMemberAcceptsFromItsThresholdOn() {
    Classifier.Output output = Classifier.of(feature).on(ROWS);
    assertThat(output.acceptance()).containsExactly(0, 1, 1);
    assertThat(output.score()).containsExactly(0.25, 0.5, 0.75);
    assertThat(Classifier.of(feature).isRandomised()).isFalse();
  }

  @Test
  void aMixtureAcceptsAsOftenAsItsMembers() {
    Classifier mixture =
        new Classifier(
            List.of(
                new Member(feature, 0.75, 0.5),
                new Member(feature, 0.25, 0.25),
                new Member(flat(1), 0.5, 0.25)));
    Classifier.Output output = mixture.on(ROWS);
    assertThat(output.acceptance()).containsExactly(0.5, 0.5, 1);
    assertThat(output.score()).containsExactly(0.4375, 0.625, 0.8125);
    assertThat(mixture.isRandomised()).isTrue();
    assertThat(asked).as("a scorer with two thresholds is asked once").containsExactly(3);
  }

  /** These add up to a little more than 1, as rounded shares may. */
  @Test
  void sumsOfSharesStayProbabilities() {
    List<Member> tenths = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      tenths.add(new Member(flat(1), 0.5, 0.1 + (i == 9 ? 5e-10 : 0)));
    }
    Classifier.Output output = new Classifier(tenths).on(ROWS);
    assertThat(output.acceptance()[0]).isEqualTo(1);
    assertThat(output.score()[0]).isEqualTo(1);
  }

  @Test
  void refusesProbabilitiesThatDoNotAddUpToOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Classifier(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Classifier(List.of(new Member(feature, 0.5, 0.9))))
        .withMessage("the members' probabilities must add up to 1, got 0.9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Classifier(List.of(new Member(feature, 0.5, Double.NaN))));
  }
}
