package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VisibleTest {

  @Test
  void whatMovesTheCursorIsShownByItsCode() {
    assertThat(Visible.of("a\u001b[31mb\nc\r\td\u0000\u009b\u2028\u202e\u2069"))
        .isEqualTo("a\\u001b[31mb\\nc\\r\\td\\u0000\\u009b\\u2028\\u202e\\u2069");
  }

  @Test
  void whatIsPrintableStays() {
    assertThat(Visible.of("C:\\new $1 grün 日本 🙂")).isEqualTo("C:\\new $1 grün 日本 🙂");
  }

  @Test
  void whatIsVeryLongLosesItsMiddle() {
    String long1 = "begin " + "x".repeat(5_000_000) + " end";
    assertThat(Visible.cut(long1, 300)).hasSize(300).startsWith("begin xx").endsWith("xx end");
    assertThat(Visible.cut("🙂".repeat(500), 100)).doesNotContain("\ufffd").hasSizeBetween(98, 102);
    assertThat(Visible.cut("short", 30)).isEqualTo("short");
    assertThat(Visible.cut("\u0007".repeat(2000), 60)).hasSize(60).contains("...");
  }
}
