package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RateScheduleTest {

  @Test
  void fallsAlongHalfACosineWave() {
    RateSchedule schedule = RateSchedule.cosine();

    assertThat(schedule.at(0)).isEqualTo(1);
    assertThat(schedule.at(0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(schedule.at(0.999)).isBetween(0.0, 1e-4);
  }

  @Test
  void dropsAtEvenDistances() {
    RateSchedule schedule = new RateSchedule(RateSchedule.Shape.STEP, 2, 0.1);

    // As StepLR(step_size=50, gamma=0.1) over 150 steps.
    for (int step = 0; step < 150; step++) {
      assertThat(schedule.at(step / 150.0))
          .isCloseTo(List.of(1.0, 0.1, 0.01).get(step / 50), within(1e-12));
    }
  }

  @Test
  void dropsWhereItIsTold() {
    RateSchedule schedule = new RateSchedule(RateSchedule.Shape.STEP, List.of(0.3, 0.6, 0.8), 0.1);

    // As MultiStepLR(milestones=[60, 120, 160], gamma=0.1) over 200 epochs.
    for (int epoch = 0; epoch < 200; epoch++) {
      int drops = (epoch >= 60 ? 1 : 0) + (epoch >= 120 ? 1 : 0) + (epoch >= 160 ? 1 : 0);
      assertThat(schedule.at(epoch / 200.0)).isCloseTo(Math.pow(0.1, drops), within(1e-12));
    }
    assertThatThrownBy(() -> new RateSchedule(RateSchedule.Shape.STEP, List.of(60.0), 0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void staysWhereItIs() {
    assertThat(new RateSchedule(RateSchedule.Shape.CONSTANT, 0, 1).at(0.7)).isEqualTo(1);
  }
}
