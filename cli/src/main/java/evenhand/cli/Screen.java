package evenhand.cli;

import evenhand.report.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * What the terminal can show: colour and progress bars only where a person looks. Only the launcher
 * knows which streams are a terminal, and says so in system properties.
 */
final class Screen {

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;

  private Screen() {}

  /** Whether a person watches stderr. */
  static boolean isWatched() {
    return isTerminal("evenhand.stderr");
  }

  static boolean hasColour() {
    return System.getenv("NO_COLOR") == null && isTerminal("evenhand.stdout");
  }

  private static boolean isTerminal(String stream) {
    return "terminal".equals(System.getProperty(stream));
  }

  static Ansi ansi() {
    return hasColour() ? Ansi.ON : Ansi.OFF;
  }

  /** What a sentence begins with that says why the program ends. */
  static String failure() {
    return red("evenhand: ");
  }

  static String red(String text) {
    return System.getenv("NO_COLOR") == null && isWatched()
        ? "\u001b[31m" + text + "\u001b[0m"
        : text;
  }

  /** How wide and colourful a report on the terminal may be. */
  static Terminal terminal() {
    return new Terminal(
        width(System.getenv("COLUMNS")), hasColour() ? Terminal.Colour.ON : Terminal.Colour.OFF);
  }

  /** Columns, from the environment where it says so; tables need some. */
  static int width(@Nullable String columns) {
    return columns != null && columns.matches("[1-9][0-9]{0,3}")
        ? Math.max(LEAST_WIDTH, Integer.parseInt(columns))
        : USUAL_WIDTH;
  }
}
