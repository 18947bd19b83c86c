package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-01-31 | YEAR_FIRST | 2024-01-31T00:00",
        "2024/1/5 | YEAR_FIRST | 2024-01-05T00:00",
        "20240131 | YEAR_FIRST | 2024-01-31T00:00",
        "2024-02 | YEAR_FIRST | 2024-02-01T00:00",
        "2024-01-31 10:20:30 | YEAR_FIRST | 2024-01-31T10:20:30",
        "2024-01-31T10:20Z | YEAR_FIRST | 2024-01-31T10:20",
        "2024-01-31T10:20:00.000+02:00 | YEAR_FIRST | 2024-01-31T08:20",
        "2024-01-31 10:20:00+00 | YEAR_FIRST | 2024-01-31T10:20",
        "31.01.2024 | DAY_FIRST | 2024-01-31T00:00",
        "3/4/24 | DAY_FIRST | 2024-04-03T00:00",
        "3/4/24 | MONTH_FIRST | 2024-03-04T00:00",
        "12/31/1999 11:05 PM | MONTH_FIRST | 1999-12-31T23:05",
        "2024-01-31 | DAY_FIRST | 2024-01-31T00:00",
        "31 Jan 2024 | YEAR_FIRST | 2024-01-31T00:00",
        "January 31, 2024 | YEAR_FIRST | 2024-01-31T00:00",
        "31-Jan-99 | YEAR_FIRST | 1999-01-31T00:00",
        "Dec-2015 | YEAR_FIRST | 2015-12-01T00:00",
      })
  void readsDates(String text, DateOrder order, LocalDateTime date) {
    assertThat(DateText.seconds(text, order))
        .isEqualTo(OptionalDouble.of((double) date.toEpochSecond(ZoneOffset.UTC)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29", "2024-13-01", "2024-00-10", "31.04.2024", "31/12/2024", "10:30", "soon",
        "Mayor 12, 2024 Street", "2024-01-31 25:00", "1.5", "02139", "9999-12-31", "12-3456-78", ""
      })
  void refusesWhatIsNone(String text) {
    assertThat(DateText.seconds(text, DateOrder.MONTH_FIRST)).isEmpty();
  }

  @Test
  void partsFollowTheRange() {
    assertThat(DatePart.of(days(0, 1, 5))).isEmpty();
    assertThat(DatePart.of(days(0, 1, 30))).containsExactly(DatePart.WEEKDAY);
    assertThat(DatePart.of(days(0, 3, 800))).containsExactly(DatePart.WEEKDAY, DatePart.MONTH);
    assertThat(DatePart.of(days(0, 31, 365))).containsExactly(DatePart.MONTH);
    assertThat(DatePart.of(new double[] {0, 7200, Double.NaN})).containsExactly(DatePart.HOUR);
    assertThat(DatePart.WEEKDAY.at(0)).as("1970-01-01 was a Thursday").isEqualTo(3);
    assertThat(DatePart.WEEKDAY.at(-1)).isEqualTo(2);
    assertThat(DatePart.HOUR.at(-1)).isEqualTo(23);
  }

  private static double[] days(double... days) {
    return java.util.Arrays.stream(days).map(day -> day * 86_400).toArray();
  }
}
