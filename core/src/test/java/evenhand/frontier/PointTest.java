package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class PointTest {

  @Test
  void dominatesWhatIsNoBetterInEitherAndWorseInOne() {
    Point point = new Point(0.8, 0.1);
    assertThat(point.dominates(new Point(0.7, 0.2))).isTrue();
    assertThat(point.dominates(new Point(0.8, 0.2))).isTrue();
    assertThat(point.dominates(new Point(0.7, 0.1))).isTrue();
    assertThat(point.dominates(new Point(0.8, 0.1))).isFalse();
    assertThat(point.dominates(new Point(0.9, 0.2))).isFalse();
    assertThat(point.dominates(new Point(0.7, 0.05))).isFalse();
  }

  @Test
  void refusesWhatIsNotFinite() {
    assertThatThrownBy(() -> new Point(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Point(0, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
