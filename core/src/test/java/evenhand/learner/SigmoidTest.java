package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SigmoidTest {

  @Test
  void theExponentialIsWithinFourUlp() {
    SplittableRandom random = new SplittableRandom(1);
    for (int k = 0; k < 200_000; k++) {
      double x = -Math.pow(10, 6 * random.nextDouble() - 3.2);
      double exact = StrictMath.exp(x);
      assertThat(Math.abs(Sigmoid.expOfNegative(x) - exact))
          .isLessThanOrEqualTo(4 * Math.ulp(exact));
    }
  }

  @Test
  void theEndsAreExact() {
    assertThat(Sigmoid.of(0)).isEqualTo(0.5);
    assertThat(Sigmoid.of(-0.0)).isEqualTo(0.5);
    assertThat(Sigmoid.of(1000)).isEqualTo(1);
    assertThat(Sigmoid.of(-1000)).isZero();
    assertThat(Sigmoid.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Sigmoid.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Sigmoid.of(Double.NaN)).isNaN();
    assertThat(Sigmoid.of(-740)).isGreaterThan(0).isLessThan(1e-300);
  }

  @Test
  void bothSidesAddUpToOne() {
    for (double z = -40; z <= 40; z += 0.37) {
      assertThat(Sigmoid.of(z) + Sigmoid.of(-z)).isCloseTo(1, within(1e-15));
    }
  }
}
