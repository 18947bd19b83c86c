package evenhand.reweight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Requirement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelBiasTest {

  private static LabelBias.Corrected train(LabelBias labelBias, Sample sample, String... asked) {
    List<Requirement> requirements = Arrays.stream(asked).map(Requirement::parse).toList();
    try (WeightedLearner.Fitting fitting = LogisticRegression.defaults().on(sample.features(), 1)) {
      return labelBias.train(sample, requirements, fitting, round -> {});
    }
  }

  @Test
  void meetsEachParityOnRowsWhoseLabelsAreBiased() {
    Sample sample = Samples.biased(3000, 1);
    for (String parity : List.of("demographic_parity", "equal_opportunity")) {
      String asked = parity + "<=0.02@group";
      LabelBias.Corrected plain = train(new LabelBias(1, 1), sample, asked);
      LabelBias.Corrected corrected = train(LabelBias.published(), sample, asked);

      assertThat(plain.violation()).isGreaterThan(0.03);
      assertThat(corrected.violation()).isLessThanOrEqualTo(0);
      assertThat(corrected.rounds()).isBetween(2, 100);
      assertThat(Arrays.stream(corrected.weights()).sum())
          .isCloseTo(Arrays.stream(sample.weights()).sum(), within(1e-6));
    }
  }

  /** Two multipliers a group that both move its threshold: both rates come closer, not to 0.02. */
  @Test
  void equalizedOddsComeCloser() {
    Sample sample = Samples.biased(3000, 1);
    String asked = "equalized_odds<=0.02@group";

    assertThat(train(new LabelBias(20, 1), sample, asked).violation())
        .isBetween(0.0, train(new LabelBias(1, 1), sample, asked).violation() / 2);
  }

  /** The first round is the plain fit: all multipliers are 0. */
  @Test
  void startsFromTheRowsAsTheyAre() {
    Sample sample = Samples.biased(500, 2);

    assertThat(train(new LabelBias(1, 1), sample, "demographic_parity<=0@group").weights())
        .containsExactly(sample.weights(), within(1e-12));
  }

  @Test
  void keepsTheRoundThatBreaksLeastWhereNoneMeets() {
    Sample sample = Samples.biased(400, 3);
    double few = train(new LabelBias(5, 1), sample, "demographic_parity<=0@group").violation();
    double many = train(new LabelBias(40, 1), sample, "demographic_parity<=0@group").violation();

    assertThat(many).isLessThanOrEqualTo(few);
  }

  @Test
  void refusesRatesOfErrors() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                train(LabelBias.published(), Samples.biased(50, 1), "error_rate_parity<=0.1@group"))
        .withMessage(
            "label-bias can't aim at error_rate_parity; it can at demographic_parity,"
                + " equal_opportunity, false_positive_parity, equalized_odds");
  }
}
