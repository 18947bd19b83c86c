package evenhand.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Names written one after another. A name in which a sign of the list occurs, or that begins with a
 * double quote, is written in double quotes, those in it twice; so different lists are different
 * texts.
 */
public final class NameList {

  private NameList() {}

  /** The names with the separator between them; a name alone stays as it is. */
  public static String join(List<String> names, char separator) {
    return names.size() == 1
        ? names.get(0)
        : String.join(
            String.valueOf(separator),
            names.stream().map(name -> quoted(name, String.valueOf(separator))).toList());
  }

  /** A name as it is, or in quotes where one of these signs is in it. */
  public static String quoted(String name, String signs) {
    boolean plain = !name.startsWith("\"") && name.chars().noneMatch(c -> signs.indexOf(c) >= 0);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * The names of which a text is a list. What stands between two separators may hold further
   * separators: of the ways to read it, the one with the longest first name that is known.
   *
   * @param known names, among which those found are
   * @return empty where there is no such way
   */
  public static Optional<List<String>> split(String text, char separator, Predicate<String> known) {
    Optional<Quoted> quoted = Quoted.at(text, 0);
    if (quoted.isPresent() && known.test(quoted.get().name())) {
      Optional<List<String>> rest = rest(text, quoted.get().end(), separator, known);
      if (rest.isPresent()) {
        return Optional.of(before(quoted.get().name(), rest.get()));
      }
    }
    for (int end = text.length(); end >= 0; end = text.lastIndexOf(separator, end - 1)) {
      if (known.test(text.substring(0, end))) {
        Optional<List<String>> rest = rest(text, end, separator, known);
        if (rest.isPresent()) {
          return Optional.of(before(text.substring(0, end), rest.get()));
        }
      }
      if (end == 0) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Optional<List<String>> rest(
      String text, int end, char separator, Predicate<String> known) {
    if (end == text.length()) {
      return Optional.of(List.of());
    }
    return text.charAt(end) == separator
        ? split(text.substring(end + 1), separator, known)
        : Optional.empty();
  }

  private static List<String> before(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  /** The pieces between separators that stand in no quotes, the quotes still around them. */
  static List<String> pieces(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    boolean inside = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inside ^= c == '"';
      if (c == separator && !inside) {
        pieces.add(text.substring(from, i));
        from = i + 1;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /**
   * A name in quotes.
   *
   * @param end the first place behind the closing quote
   */
  record Quoted(String name, int end) {

    static Optional<Quoted> at(String text, int from) {
      if (from >= text.length() || text.charAt(from) != '"') {
        return Optional.empty();
      }
      StringBuilder name = new StringBuilder();
      for (int i = from + 1; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean twice = i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (c == '"' && !twice) {
          return Optional.of(new Quoted(name.toString(), i + 1));
        }
        name.append(c);
        i += c == '"' ? 1 : 0;
      }
      return Optional.empty();
    }

    /** The name that a piece means, out of its quotes where it has some. */
    static String name(String piece) {
      return at(piece, 0)
          .filter(quoted -> quoted.end() == piece.length())
          .map(Quoted::name)
          .orElse(piece);
    }
  }
}
