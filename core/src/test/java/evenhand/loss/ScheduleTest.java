package evenhand.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class ScheduleTest {

  @Test
  void aConstantIsOnFromTheStart() {
    assertThat(Schedule.constant(3).at(0)).isEqualTo(3);
    assertThat(Schedule.constant(3).at(1)).isEqualTo(3);
  }

  @Test
  void rampsWaitForTheWarmUpAndAreFullHalfwayAfterIt() {
    Schedule linear = new Schedule(2, Schedule.Ramp.LINEAR, 0.2);

    assertThat(linear.at(0.1)).isZero();
    assertThat(linear.at(0.4)).isCloseTo(1, within(1e-12));
    assertThat(linear.at(0.6)).isCloseTo(2, within(1e-12));
    assertThat(linear.at(1)).isEqualTo(2);
    assertThat(new Schedule(2, Schedule.Ramp.COSINE, 0).at(0.25)).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesWhatIsNoStrength() {
    assertThatThrownBy(() -> Schedule.constant(-1))
        .hasMessage(
            "need a finite strength of at least 0 and a warm-up in [0, 1), got -1.0 and 0.0");
    assertThatThrownBy(() -> new Schedule(1, Schedule.Ramp.LINEAR, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
