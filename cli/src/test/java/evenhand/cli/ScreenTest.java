package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenhand.report.Terminal.Colour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

final class ScreenTest {

  private static final String STDOUT = "evenhand.stdout";
  private static final String STDERR = "evenhand.stderr";

  @AfterEach
  void nobodyLooks() {
    System.clearProperty(STDOUT);
    System.clearProperty(STDERR);
  }

  @Test
  void pipesGetNeitherColourNorProgress() {
    assertThat(Screen.isWatched()).isFalse();
    assertThat(Screen.hasColour()).isFalse();
    assertThat(Screen.ansi()).isEqualTo(Ansi.OFF);
    assertThat(Screen.red("no")).isEqualTo("no");
    assertThat(Screen.terminal().colour()).isEqualTo(Colour.OFF);
  }

  @Test
  void eachStreamIsATerminalOfItsOwn() {
    assumeTrue(System.getenv("NO_COLOR") == null, "NO_COLOR is set");
    System.setProperty(STDERR, "terminal");
    assertThat(Screen.isWatched()).isTrue();
    assertThat(Screen.red("no")).isEqualTo("\u001b[31mno\u001b[0m");
    assertThat(Screen.hasColour()).as("stdout is none").isFalse();
    System.setProperty(STDOUT, "terminal");
    assertThat(Screen.ansi()).isEqualTo(Ansi.ON);
    assertThat(Screen.terminal().colour()).isEqualTo(Colour.ON);
  }

  @ParameterizedTest
  @CsvSource({
    "132, 132",
    "40, 40",
    "39, 40",
    "7, 40",
    "9999, 9999",
    "10000, 100",
    "0, 100",
    "-80, 100",
    "wide, 100",
    "'', 100",
    ", 100"
  })
  void linesAreAsWideAsTheEnvironmentSaysWithinReason(String columns, int width) {
    assertThat(Screen.width(columns)).isEqualTo(width);
  }
}
