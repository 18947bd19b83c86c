package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenhand.data.AdultRows;
import evenhand.data.Sample;
import evenhand.learner.LogisticRegression;
import evenhand.parity.Requirement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On the real rows that the peer's figures are about. */
final class ExponentiatedGradientAdultTest {

  @Test
  void meetsDemographicParityOnTheTrainingRows() {
    Optional<AdultRows> adult = AdultRows.find();
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(adult.isPresent(), "the Adult files are not here");
    }
    Sample sample = adult.orElseThrow().training("sex", "fnlwgt");
    Requirement requirement = Requirement.parse("demographic_parity:to_overall<=0.02@sex");
    Problem problem = new Problem(sample, requirement.on(sample));

    Reduced reduced =
        ExponentiatedGradient.defaults().train(problem, LogisticRegression.defaults(), 1);

    assertThat(reduced.standing().worst()).isLessThan(1e-9);
    assertThat(reduced.standing().error()).isLessThan(0.1625);
    assertThat(reduced.fits()).isLessThanOrEqualTo(8);
    assertThat(reduced.infeasibility()).isEmpty();
  }
}
