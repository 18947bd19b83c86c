package evenhand.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * What a command printed, beside what a page shows of it. In the page a line {@code ...} stands for
 * any number of lines.
 *
 * @param lines without blank ones at the ends, and without spaces at theirs
 */
record Printed(List<String> lines) {

  /** The line that stands for others. */
  static final String CUT = "...";

  static Printed of(String text) {
    return new Printed(text.strip().lines().map(String::stripTrailing).toList());
  }

  /**
   * Whether the page is right.
   *
   * @param drifts whether numbers, and the spaces around them, may be others
   */
  boolean isShownBy(List<String> page, boolean drifts) {
    UnaryOperator<String> seen = drifts ? Printed::shape : UnaryOperator.identity();
    List<String> shown = page.stream().map(String::stripTrailing).map(seen).toList();
    List<String> printed = lines.stream().map(seen).toList();
    return matches(shown, printed);
  }

  private static boolean matches(List<String> shown, List<String> printed) {
    if (shown.isEmpty()) {
      return printed.isEmpty();
    }
    List<String> rest = shown.subList(1, shown.size());
    if (shown.get(0).equals(CUT)) {
      for (int skipped = 0; skipped <= printed.size(); skipped++) {
        if (matches(rest, printed.subList(skipped, printed.size()))) {
          return true;
        }
      }
      return false;
    }
    return !printed.isEmpty()
        && shown.get(0).equals(printed.get(0))
        && matches(rest, printed.subList(1, printed.size()));
  }

  /**
   * What the page should show: everything, or between two cuts the lines from the one most like the
   * first that is shown now to the one most like the last.
   *
   * @throws AssertionError where no line is like them
   */
  List<String> shownAs(List<String> page) {
    List<String> written = new ArrayList<>();
    int next = 0;
    int start = 0;
    for (int end = 0; end <= page.size(); end++) {
      boolean cut = end < page.size() && page.get(end).equals(CUT);
      if (!cut && end < page.size()) {
        continue;
      }
      if (end > start) {
        int first = start == 0 ? 0 : like(page.get(start), next);
        int last = cut ? like(page.get(end - 1), first) : lines.size() - 1;
        written.addAll(lines.subList(first, last + 1));
        next = last + 1;
      }
      if (cut) {
        written.add(CUT);
      }
      start = end + 1;
    }
    return written;
  }

  /** Where the line is, or one with the same words, or else with the same first word. */
  private int like(String shown, int from) {
    List<BiPredicate<String, String>> ways =
        List.of(
            String::equals,
            (a, b) -> shape(a).equals(shape(b)),
            (a, b) -> !a.isBlank() && firstWord(a).equals(firstWord(b)));
    for (BiPredicate<String, String> way : ways) {
      for (int i = from; i < lines.size(); i++) {
        if (way.test(shown.stripTrailing(), lines.get(i))) {
          return i;
        }
      }
    }
    throw new AssertionError("nothing that is printed is like: " + shown);
  }

  private static String shape(String line) {
    return line.replaceAll("[0-9][0-9.,]*", "#").replaceAll("\\s+", " ").strip();
  }

  private static String firstWord(String line) {
    return line.strip().split("\\s+", 2)[0];
  }
}
