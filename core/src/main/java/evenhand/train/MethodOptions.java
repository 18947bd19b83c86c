package evenhand.train;

import evenhand.data.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The options a person gave one method, as text; what is read becomes known, the rest is refused.
 */
final class MethodOptions {

  private final String method;
  private final Map<String, String> left;
  private final List<String> known = new ArrayList<>();

  MethodOptions(String method, Map<String, String> given) {
    this.method = method;
    this.left = given;
  }

  double number(String name, double usual, double least, double most) {
    known.add(name);
    String text = left.remove(name);
    if (text == null) {
      return usual;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new DataException(
        "the option %s of method %s must be a number from %s to %s, was %s"
            .formatted(name, method, least, most, text));
  }

  int count(String name, int usual, int least, int most) {
    double value = number(name, usual, least, most);
    if (value != Math.rint(value)) {
      throw new DataException(
          "the option %s of method %s must be a whole number, was %s"
              .formatted(name, method, value));
    }
    return (int) value;
  }

  <E extends Enum<E>> E choice(String name, E usual, E[] all) {
    known.add(name);
    String text = left.remove(name);
    if (text == null) {
      return usual;
    }
    for (E each : all) {
      if (word(each).equals(text)) {
        return each;
      }
    }
    throw new DataException(
        "the option %s of method %s must be one of %s, was %s"
            .formatted(
                name,
                method,
                String.join(", ", Arrays.stream(all).map(MethodOptions::word).toList()),
                text));
  }

  /** Such as {@code cutting-planes}. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void requireAllRead() {
    if (!left.isEmpty()) {
      throw new DataException(
          "method %s has no option %s; it has %s"
              .formatted(
                  method,
                  left.keySet().iterator().next(),
                  known.isEmpty() ? "none" : String.join(", ", known)));
    }
  }
}
