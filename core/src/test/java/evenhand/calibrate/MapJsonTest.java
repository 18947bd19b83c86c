package evenhand.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenhand.data.DataException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MapJsonTest {

  @Test
  void mapsInMapsComeBackEqual() {
    CalibrationMap own = new BetaMap(1.25, 0.5, -0.1, Scale.LOGIT);
    CalibrationMap small = new RecalibratedMap(own, 0.75, 0.5);
    CalibrationMap mixture =
        new MixtureMap(
            new double[] {0.1, 0.9},
            List.of(
                new MixtureMap.Part(own, new double[] {0.25, 1}),
                new MixtureMap.Part(small, new double[] {0.75, 0})));
    CalibrationMap identity = new IdentityMap(Scale.LOGIT);
    assertThat(CalibrationMap.fromJson(identity.toJson())).isEqualTo(identity);
    assertThat(CalibrationMap.fromJson(mixture.toJson())).isEqualTo(mixture);
  }

  @Test
  void refusesWhatNoMapWouldWrite() {
    for (String damaged :
        List.of(
            "{}",
            "{\"map\": \"evil\"}",
            "{\"map\": \"identity\"}",
            "{\"map\": \"sigmoid\", \"slope\": 1}",
            "{\"map\": \"sigmoid\", \"slope\": \"1\", \"intercept\": 0}",
            "{\"map\": \"temperature\", \"inverse_temperature\": -1, \"scale\": \"logit\"}",
            "{\"map\": \"temperature\", \"inverse_temperature\": 1, \"scale\": \"foot\"}",
            "{\"map\": \"beta\", \"a\": -1, \"b\": 0, \"c\": 0, \"scale\": \"logit\"}",
            "{\"map\": \"isotonic\", \"scores\": [], \"values\": []}",
            "{\"map\": \"isotonic\", \"scores\": [1, 0], \"values\": [0, 1]}",
            "{\"map\": \"isotonic\", \"scores\": [0, 1], \"values\": [1, 0]}",
            "{\"map\": \"isotonic\", \"scores\": [0, 1], \"values\": [0, 2]}",
            "{\"map\": \"mixture\", \"knots\": [0], \"parts\": []}")) {
      assertThatThrownBy(() -> CalibrationMap.fromJson(tree(damaged)))
          .as(damaged)
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("the calibration is damaged: ");
    }
  }

  @Test
  void refusesMapsTooDeepInOneAnother() {
    CalibrationMap map = new SigmoidMap(1, 0);
    for (int depth = 0; depth < 40; depth++) {
      map = new RecalibratedMap(map, 1, 0);
    }
    CalibrationMap deep = map;
    assertThatThrownBy(() -> CalibrationMap.fromJson(deep.toJson()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("more than 32 deep");
  }

  private static com.fasterxml.jackson.databind.JsonNode tree(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
