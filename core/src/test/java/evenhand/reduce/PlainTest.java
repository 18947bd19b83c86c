package evenhand.reduce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTest {

  @Test
  void paysNoHeedToTheConstraint() {
    Problem problem = Toys.problem(Toys.random(1, 200, 7), "demographic_parity<=0.001");
    Reduced plain = new Plain().train(problem, new CellLearner(7), 1);

    assertThat(plain.fits()).isEqualTo(1);
    assertThat(plain.classifier().members()).hasSize(1);
    assertThat(plain.classifier().members().get(0).threshold()).isEqualTo(0.5);
    assertThat(plain.standing().worst()).isPositive();
    assertThat(plain.standing().error())
        .isLessThan(
            ExponentiatedGradient.defaults()
                .train(problem, new CellLearner(7), 1)
                .standing()
                .error());
  }
}
