package evenhand.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XgboostOptionsTest {

  @Test
  void everyOptionReachesXgboostUnderItsName() {
    Map<String, String> given =
        Map.ofEntries(
            Map.entry("eta", "0.5"),
            Map.entry("max_depth", "3"),
            Map.entry("min_child_weight", "2.5"),
            Map.entry("lambda", "3.5"),
            Map.entry("alpha", "4.5"),
            Map.entry("gamma", "5.5"),
            Map.entry("subsample", "0.25"),
            Map.entry("colsample_bytree", "0.75"),
            Map.entry("max_bin", "17"),
            Map.entry("nthread", "9"));
    Map<String, Object> told = XgboostOptions.of(given).toParameters(1);
    given.forEach((name, value) -> assertThat(told.get(name)).as(name).asString().isEqualTo(value));
    assertThat(told).containsEntry("objective", "binary:logistic").containsEntry("seed", 1);
    assertThat(XgboostOptions.of(Map.of("num_round", "7")).numRound()).isEqualTo(7);
  }

  /** XGBoost takes seeds that are no negative integers. */
  @ParameterizedTest
  @CsvSource({"-1", "0", "9223372036854775807", "-9223372036854775808", "4294967295"})
  void everySeedHasItsPlace(long seed) {
    assertThat((int) XgboostOptions.defaults().toParameters(seed).get("seed"))
        .isGreaterThanOrEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource({
    "num_round, 0",
    "num_round, 10001",
    "eta, 0",
    "eta, 1.01",
    "max_depth, 0",
    "max_depth, 17",
    "min_child_weight, -0.1",
    "lambda, -1",
    "alpha, NaN",
    "gamma, Infinity",
    "subsample, 0",
    "subsample, 1.5",
    "colsample_bytree, 0",
    "max_bin, 1",
    "max_bin, 65537",
    "nthread, 0",
    "nthread, 257"
  })
  void refusesWhatIsOutOfRange(String option, String value) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> XgboostOptions.of(Map.of(option, value)))
        .withMessageContaining(option);
  }
}
