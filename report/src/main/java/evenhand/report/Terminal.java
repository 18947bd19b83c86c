package evenhand.report;

/**
 * What is known of the terminal that text is written to.
 *
 * @param width characters in a line, ≥ 40; tables are folded to fit
 */
public record Terminal(int width, Colour colour) {

  /** Whether ANSI escape sequences may be written. */
  public enum Colour {
    ON,
    OFF
  }

  public Terminal {
    if (width < 40) {
      throw new IllegalArgumentException("a terminal must be at least 40 wide, was " + width);
    }
  }

  /** A hundred wide, without colour: for files and pipes. */
  public static Terminal plain() {
    return new Terminal(100, Colour.OFF);
  }

  /** The looks of a piece of text. */
  enum Look {
    NORMAL(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    BAD("31"),
    DOUBTFUL("33");

    private final String code;

    Look(String code) {
      this.code = code;
    }
  }

  String paint(Look look, String text) {
    return colour == Colour.OFF || look == Look.NORMAL || text.isBlank()
        ? text
        : "\u001b[" + look.code + "m" + text + "\u001b[0m";
  }
}
