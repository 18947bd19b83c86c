package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.learner.Classifier;
import evenhand.learner.ConstantScorer;
import evenhand.learner.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ShrinkingTest {

  /** Errors 0.1 and 0.3, violations 0.1 and −0.1: half and half meets it at an error of 0.2. */
  @Test
  void mixesTwoToTheBound() {
    Classifier mixture = Shrinking.of(scorers(2), List.of(standing(0.1, 0.1), standing(0.3, -0.1)));

    assertThat(mixture.members()).hasSize(2);
    assertThat(mixture.members().get(0).probability()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void takesTheOneThatIsBest() {
    Classifier mixture =
        Shrinking.of(
            scorers(3), List.of(standing(0.3, -0.1), standing(0.1, -0.01), standing(0.05, 0.2)));

    double error = 0;
    double violation = 0;
    for (Classifier.Member member : mixture.members()) {
      int t = (int) Math.round(member.scorer().score(ONE)[0] * 1000);
      error += member.probability() * List.of(0.3, 0.1, 0.05).get(t);
      violation += member.probability() * List.of(-0.1, -0.01, 0.2).get(t);
    }
    assertThat(violation).isLessThanOrEqualTo(1e-6);
    assertThat(error).isLessThan(0.1);
  }

  @Test
  void breaksWhatCanNotBeMetAsLittleAsCanBe() {
    Classifier mixture = Shrinking.of(scorers(2), List.of(standing(0.1, 0.3), standing(0.2, 0.2)));

    assertThat(mixture.members()).hasSize(1);
    assertThat(mixture.members().get(0).scorer().score(ONE)[0]).isEqualTo(0.001);
  }

  @Test
  void hasAtMostOneMoreMemberThanInequalities() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 50; round++) {
      int inequalities = random.nextInt(1, 5);
      List<Standing> standings = new ArrayList<>();
      for (int t = 0; t < 30; t++) {
        double[] violation = new double[inequalities];
        for (int j = 0; j < inequalities; j++) {
          violation[j] = random.nextDouble(-1, 1);
        }
        standings.add(new Standing(random.nextDouble(), violation));
      }

      assertThat(Shrinking.of(scorers(30), standings).members())
          .hasSizeLessThanOrEqualTo(inequalities + 1);
    }
  }

  private static final evenhand.data.Matrix ONE =
      new evenhand.data.DenseMatrix(1, 1, new float[] {0});

  /** Told apart by their scores, in thousandths. */
  private static List<Scorer> scorers(int count) {
    List<Scorer> scorers = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      scorers.add(new ConstantScorer(t / 1000.0));
    }
    return scorers;
  }

  private static Standing standing(double error, double... violation) {
    return new Standing(error, violation);
  }
}
