package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.torch.meta.Examples;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells of the authors' splits balance exactly only in the right order of rows. */
final class NashDataTest {

  @ParameterizedTest
  @CsvSource({
    "ADULT_SEX, 47410, 1464, 12, 105",
    "ADULT_RACE, 47638, 1460, 30, 105",
    "BANK_AGE, 44019, 1356, 12, 0",
    "CREDIT_DEFAULT, 29107, 900, 16, 0",
    "CRIME, 1944, 56, 4, 0",
    "STUDENT, 580, 64, 8, 0"
  })
  void everyCellOfTestAndTrustedRowsIsAsLarge(
      NashSetting setting, int training, int test, int trusted, int columns) {
    NashData data = NashData.read(setting, RealData.folders(), NashData.Standardized.TRAINING_ROWS);

    assertThat(data.training()).hasSize(training);
    assertThat(data.test()).hasSize(test);
    assertThat(data.trusted()).hasSize(trusted);
    for (int[] part : List.of(data.test(), data.trusted())) {
      Examples rows = data.all().select(part);
      int[] counts = rows.cells().counts();
      assertThat(counts).containsOnly(part.length / counts.length);
    }
    if (columns > 0) {
      assertThat(data.all().features().columns()).isEqualTo(columns);
    }
  }
}
