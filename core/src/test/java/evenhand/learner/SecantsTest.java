package evenhand.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SecantsTest {

  /** An approximation of the Hessian that knows nothing: the identity. */
  private static final NewtonSystem IDENTITY =
      new NewtonSystem() {
        @Override
        public void refresh(double penalty) {}

        @Override
        public void solve(double[] vector) {}

        @Override
        public boolean isFactored() {
          return true;
        }
      };

  @Test
  void repeatWhatTheyWereShown() {
    Secants secants = new Secants();
    secants.add(new double[] {1, 0}, new double[] {4, 0});
    secants.add(new double[] {0, 1}, new double[] {0, 10});
    double[] vector = {4, 10};

    secants.solve(IDENTITY, vector);

    assertThat(vector).containsExactly(new double[] {1, 1}, within(1e-15));
  }

  @Test
  void keepToTheSystemWithoutSecants() {
    Secants secants = new Secants();
    secants.add(new double[] {1, 0}, new double[] {-1, 0});
    double[] vector = {3, 4};

    secants.solve(IDENTITY, vector);

    assertThat(vector).containsExactly(3, 4);
  }
}
