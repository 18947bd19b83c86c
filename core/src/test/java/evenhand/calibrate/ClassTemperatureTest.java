package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import org.junit.jupiter.api.Test;

final class ClassTemperatureTest {

  private static final double[] ONES = {1, 1};

  @Test
  void separatedClassesHaveAFiniteTemperature() {
    double[][] logits = {{5, 1, 0}, {0, 4, 1}};
    ClassTemperature found = ClassTemperature.fit(logits, new int[] {0, 1}, ONES);
    assertThat(found.inverseTemperature()).isBetween(0.01, 10.0);
  }

  @Test
  void wrongLogitsTellNothing() {
    double[][] logits = {{5, 1, 0}, {0, 4, 1}};
    ClassTemperature found = ClassTemperature.fit(logits, new int[] {2, 0}, ONES);
    assertThat(found).isEqualTo(new ClassTemperature(0));
    assertThat(found.of(logits[0])[1]).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void refusesWhatIsNoLogitOrLabel() {
    double[][] logits = {{5, 1}, {0, Double.NaN}};
    assertThatThrownBy(() -> ClassTemperature.fit(logits, new int[] {0, 1}, ONES))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("row 2 needs a finite logit");
  }
}
