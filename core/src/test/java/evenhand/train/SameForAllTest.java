package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.DenseMatrix;
import evenhand.data.Matrix;
import evenhand.learner.Classifier;
import evenhand.learner.ConstantScorer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SameForAllTest {

  private static final Matrix ROWS = new DenseMatrix(4, 1, new float[] {0, 1, 2, 3});

  private static Classifier.Member member(double score, double probability) {
    return new Classifier.Member(new ConstantScorer(score), 0.5, probability);
  }

  @Test
  void addsUpTheMembersThatTellNobodyApart() {
    Classifier.Member apart =
        new Classifier.Member(rows -> new double[] {0.1, 0.4, 0.6, 0.9}, 0.5, 0.19);
    SameForAll same =
        SameForAll.of(
            new Classifier(List.of(member(0.2, 0.5), member(0.1, 0.26), apart, member(0.5, 0.05))),
            ROWS);

    assertThat(same.rejected()).isEqualTo(0.76);
    assertThat(same.accepted()).isEqualTo(0.05);
    assertThat(same.warning())
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith(
                        "with probability 0.76 everyone is rejected, with probability 0.05 everyone"
                            + " is accepted"));
  }

  @Test
  void saysNothingWhereEveryMemberTellsPeopleApart() {
    Classifier apart = Classifier.of(rows -> new double[] {0.1, 0.4, 0.6, 0.9});

    assertThat(SameForAll.of(apart, ROWS).warning()).isEmpty();
  }
}
