package evenhand.reweight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.LogisticRegression;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Constraint;
import evenhand.parity.Requirement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class MoewTest {

  private static Moew.Found search(int batches, long seed) {
    Sample sample = Samples.biased(600, 1);
    Sample trusted = Samples.biased(600, 2);
    Constraint constraint = Requirement.parse("demographic_parity<=0@group").on(trusted);
    try (WeightedLearner.Fitting fitting = LogisticRegression.defaults().on(sample.features(), 1)) {
      return new Moew(new Moew.Options(batches, 5, 3, 200))
          .search(
              sample,
              sample.groups().get(0),
              new Moew.Target(
                  fitting,
                  classifier ->
                      Arrays.stream(
                              constraint.violation(classifier.on(trusted.features()).acceptance()))
                          .max()
                          .orElseThrow()),
              seed,
              fits -> {});
    }
  }

  @Test
  void findsWeightsThatDoBetterOnTrustedRowsThanTheRowsAsTheyAre() {
    double plain = plain();

    Moew.Found found = search(4, 1);

    assertThat(found.fits()).isEqualTo(20);
    assertThat(found.value()).isLessThan(plain / 2);
  }

  /** Of the rows as they are. */
  private static double plain() {
    Sample sample = Samples.biased(600, 1);
    Sample trusted = Samples.biased(600, 2);
    Constraint constraint = Requirement.parse("demographic_parity<=0@group").on(trusted);
    try (WeightedLearner.Fitting fitting = LogisticRegression.defaults().on(sample.features(), 1)) {
      return Arrays.stream(
              constraint.violation(
                  Classifier.of(fitting.fit(sample.labels(), sample.weights()))
                      .on(trusted.features())
                      .acceptance()))
          .max()
          .orElseThrow();
    }
  }

  @Test
  void theSameSeedFindsTheSameWeights() {
    assertThat(search(2, 5).weights()).isEqualTo(search(2, 5).weights());
  }

  @Test
  void refusesASearchOfNothing() {
    assertThatThrownBy(() -> new Moew.Options(0, 5, 3, 10))
        .hasMessage("need batches, fits and candidates of at least 1 and a radius > 0");
  }
}
