package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalTest {

  /** Over 50,000 texts of seed 11: unknown, or the very double Java reads. */
  @Test
  void readsTheVeryDoubleThatJavaReads() {
    SplittableRandom random = new SplittableRandom(11);
    int known = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
      int length = random.nextInt(1, 18);
      int point = random.nextInt(0, length + 4);
      for (int at = 0; at < length; at++) {
        text.append(at == point ? '.' : (char) ('0' + random.nextInt(10)));
      }
      double read = parse(text.toString(), '.');
      if (!Double.isNaN(read)) {
        assertThat(read).as(text.toString()).isEqualTo(Double.parseDouble(text.toString()));
        known++;
      }
    }
    assertThat(known).isGreaterThan(20_000);
    assertThat(Double.doubleToRawLongBits(parse("-0", '.')))
        .isEqualTo(Double.doubleToRawLongBits(-0.0));
    assertThat(parse("1,25", ',')).isEqualTo(1.25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "007", "-01", "1e5", "+1", " 1", "1 ", "1.2.3", "1234567890123456"})
  void leavesTheRestToOthers(String text) {
    assertThat(parse(text, '.')).isNaN();
  }

  private static double parse(String text, char point) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Decimal.parse(bytes, 0, bytes.length, point);
  }
}
