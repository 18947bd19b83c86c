package evenhand.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a comment in a page's source says of the fenced block below it.
 *
 * @param exitCode of the block's last command, for {@link Kind#EXIT}; else 0
 * @param reason in words
 */
record Mark(Kind kind, int exitCode, String reason) {

  private static final Pattern FORM = Pattern.compile("(not run|drifts|exit ([0-9])): *(\\S.*)");

  enum Kind {
    /** The block takes long or needs what a test does not have. */
    NOT_RUN,
    /** The last command ends with another code than 0. */
    EXIT,
    /** The numbers of the output are others in every run. */
    DRIFTS
  }

  /** Of the words of a comment. */
  static Mark of(String comment, String place) {
    Matcher form = FORM.matcher(comment);
    if (!form.matches()) {
      throw new AssertionError(
          "%s: \"%s\" is none of \"not run: REASON\", \"drifts: REASON\", \"exit N: REASON\""
              .formatted(place, comment));
    }
    String code = form.group(2);
    Kind kind =
        switch (form.group(1)) {
          case "not run" -> Kind.NOT_RUN;
          case "drifts" -> Kind.DRIFTS;
          default -> Kind.EXIT;
        };
    return new Mark(kind, code == null ? 0 : Integer.parseInt(code), form.group(3));
  }
}
