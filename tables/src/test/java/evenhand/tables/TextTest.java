package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.tables.ReadOptions.Whitespace;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextTest {

  private static final Text USUAL = new Text(ReadOptions.defaults());

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "+2.5", ".5", "5.", "1e5", "-1.5E-300", "inf", "-Infinity", "NaN"})
  void numbers(String text) {
    assertThat(Text.isNumber(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "-", "1e", "e5", "1_000", "1,5", "0x1F", "1d", "1 2", "١", "infin", "--1"
      })
  void notNumbers(String text) {
    assertThat(Text.isNumber(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "007, true",
    "-01, true",
    "0, false",
    "0.5, false",
    "10, false",
    "1234567890123456, true",
    "123456789012345, false",
    "1234567890123456.5, false"
  })
  void codes(String text, boolean code) {
    assertThat(Text.isCode(text)).isEqualTo(code);
  }

  @Test
  void cleansBySpaceAndTokens() {
    assertThat(USUAL.clean(" a b\t\r\n")).contains("a b");
    assertThat(USUAL.clean(" NA ")).isEmpty();
    assertThat(USUAL.clean("   ")).isEmpty();
    Text kept =
        new Text(ReadOptions.defaults().withWhitespace(Whitespace.KEPT).withMissing(Set.of("-")));
    assertThat(kept.clean(" ")).contains(" ");
    assertThat(kept.clean("-")).isEmpty();
    assertThat(kept.clean("")).isEmpty();
    assertThat(kept.clean("NA")).contains("NA");
  }

  /**
   * What Java says of a text is what DuckDB says of it, over 20,000 texts of what numbers are made
   * of.
   */
  @Test
  void javaAndDuckDbAgree() throws SQLException {
    String alphabet = "0011259.eE+-_ \tinfaN?x";
    SplittableRandom random = new SplittableRandom(17);
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(1, i % 10 == 0 ? 20 : 6); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(i % 3 == 0 ? alphabet.length() : 12)));
      }
      values
          .append(i == 0 ? "" : ", ")
          .append("(")
          .append(DuckDb.literal(text.toString()))
          .append(")");
    }
    String sql =
        "SELECT raw, t, %s, %s, TRY_CAST(t AS DOUBLE) FROM (SELECT raw, %s AS t FROM (VALUES %s) v(raw))"
            .formatted(Text.isNumberSql("t"), Text.isCodeSql("t"), USUAL.cleanSql("raw"), values);
    int numbers = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        Optional<String> cleaned = USUAL.clean(rows.getString(1));
        assertThat(Optional.ofNullable(rows.getString(2))).isEqualTo(cleaned);
        if (cleaned.isPresent()) {
          String text = cleaned.get();
          assertThat(rows.getBoolean(3)).as(text).isEqualTo(Text.isNumber(text));
          assertThat(rows.getBoolean(4)).as(text).isEqualTo(Text.isCode(text));
          if (Text.isNumber(text) && Double.isFinite(Text.number(text))) {
            assertThat(rows.getDouble(5)).as(text).isEqualTo(Text.number(text));
            numbers++;
          }
        }
      }
    }
    assertThat(numbers).isGreaterThan(2_000);
  }
}
