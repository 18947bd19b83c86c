package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.papers.NashRun.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NashRunTest {

  @Test
  void itsConfigurationTellsRunsApartThatGiveOtherFigures() {
    List<Map<String, String>> all = new ArrayList<>();
    for (NashSetting setting : List.of(NashSetting.STUDENT, NashSetting.CRIME)) {
      for (Mode mode : Mode.values()) {
        NashData data = NashData.read(setting, RealData.folders(), mode.standardized());
        for (int epochs : List.of(10, 20)) {
          NashRun run = new NashRun(setting, mode, NashMethod.NASH_FORML, epochs);
          all.add(run.configuration(data));
          assertThat(new NashRun(setting, mode, NashMethod.NASH_FORML, epochs).configuration(data))
              .as("a second time")
              .isEqualTo(run.configuration(data));
        }
      }
    }

    assertThat(all).doesNotHaveDuplicates();
    assertThat(all.get(0).values())
        .anySatisfy(options -> assertThat(options).contains("decay=5.0E-4", "momentum=0.9"))
        .anySatisfy(network -> assertThat(network).contains("hidden=[128, 64]"));
  }

  @Test
  void stageOneTakesItsShareOfTheEpochs() {
    NashSetting.Training training = NashSetting.STUDENT.training();
    NashRun whole =
        new NashRun(NashSetting.STUDENT, Mode.HONEST, NashMethod.NASH_LTR, training.epochs());
    NashRun half =
        new NashRun(NashSetting.STUDENT, Mode.HONEST, NashMethod.NASH_LTR, training.epochs() / 2);

    assertThat(whole.bargaining()).isEqualTo(training.bargaining());
    assertThat(half.bargaining())
        .isBetween((training.bargaining() - 1) / 2, (training.bargaining() + 1) / 2);
  }
}
