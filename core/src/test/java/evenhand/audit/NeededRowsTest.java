package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.metric.Statistic;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NeededRowsTest {

  private static final AuditOptions OPTIONS = AuditOptions.defaults();

  private static Optional<String> lacking(Statistic statistic, double... cells) {
    return NeededRows.of(statistic).lacking(cells, cells, OPTIONS);
  }

  /** Label 0 rejected, accepted, label 1 rejected, accepted: the rows that count decide. */
  @ParameterizedTest
  @CsvSource({
    "SELECTION_RATE, 10, 10, 5, 4, '29 rows, fewer than 30'",
    "ERROR_RATE, 10, 10, 5, 5, ",
    "TRUE_POSITIVE_RATE, 500, 500, 1, 3, '4 rows have label 1, fewer than 30'",
    "FALSE_NEGATIVE_RATE, 500, 500, 0, 1, '1 row has label 1, fewer than 30'",
    "TRUE_POSITIVE_RATE, 0, 0, 15, 15, ",
    "FALSE_POSITIVE_RATE, 20, 9, 500, 500, '29 rows have label 0, fewer than 30'",
    "TRUE_NEGATIVE_RATE, 0, 0, 500, 500, 'no row has label 0'",
    "PRECISION, 500, 2, 500, 1, '3 rows are accepted, fewer than 30'",
    "PRECISION, 500, 20, 500, 10, ",
    "BASE_RATE, 0, 0, 0, 0, 'no row has weight'",
  })
  void countsTheDenominator(
      Statistic statistic, double a, double b, double c, double d, String lacking) {
    assertThat(lacking(statistic, a, b, c, d)).isEqualTo(Optional.ofNullable(lacking));
  }

  @Test
  void sharesOfRowsAreNotRoundedUpToEnough() {
    assertThat(lacking(Statistic.PRECISION, 0, 20.0, 0, 9.99))
        .hasValue("29.9 rows are accepted, fewer than 30");
  }

  @Test
  void weightedRowsAreAsManyAsTheyAreWorth() {
    NeededRows positives = NeededRows.of(Statistic.TRUE_POSITIVE_RATE);
    // 40 positives, one of weight 100 and the others of weight 1: 139² / 10039 = 1.92
    assertThat(
            positives.lacking(
                new double[] {0, 0, 100, 39}, new double[] {0, 0, 10_000, 39}, OPTIONS))
        .hasValue("1.9 rows by weight have label 1, fewer than 30");
    double[] equal = new double[4];
    double[] squares = new double[4];
    Arrays.setAll(equal, c -> c < 2 ? 0 : 15 * 0.1);
    Arrays.setAll(squares, c -> c < 2 ? 0 : 15 * (0.1 * 0.1));
    assertThat(positives.lacking(equal, squares, OPTIONS)).as("30 equal weights").isEmpty();
  }

  @Test
  void severalNeedsAreToldOneByOne() {
    double[] cells = {0, 2, 2, 0};
    assertThat(CellReading.BOTH_LABELS.in(cells, cells, OPTIONS))
        .hasValue("2 rows have label 1, fewer than 30");
    double[] enough = {0, 2, 30, 0};
    assertThat(CellReading.BOTH_LABELS.in(enough, enough, OPTIONS))
        .hasValue("2 rows have label 0, fewer than 30");
    assertThat(CellReading.BOTH_LABELS.in(enough, enough, OPTIONS.withMinRows(2))).isEmpty();
  }
}
