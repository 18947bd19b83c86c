package evenhand.train;

import evenhand.data.DataException;
import evenhand.data.Guess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The options a person gave a method or a learner, as text; what is read becomes known, the rest is
 * refused.
 */
public final class MethodOptions {

  /** Says that there is no such number. */
  public static final String NONE = "none";

  private final String owner;
  private final Map<String, String> left;
  private final List<String> known = new ArrayList<>();

  /**
   * @param owner whose options they are, such as {@code method grid}
   * @param given is emptied as options are read
   */
  public MethodOptions(String owner, Map<String, String> given) {
    this.owner = owner;
    this.left = given;
  }

  /** The number of that name, in [least, most]. */
  public double number(String name, double usual, double least, double most) {
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
        "the option %s of %s must be a number from %s to %s, was %s"
            .formatted(name, owner, least, most, text));
  }

  /** The number of that name, in [least, most]; {@code none}, which is usual, is empty. */
  public OptionalDouble numberOrNone(String name, double least, double most) {
    if (left.getOrDefault(name, NONE).equals(NONE)) {
      known.add(name);
      left.remove(name);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number(name, least, least, most));
  }

  /** The whole number of that name, in [least, most]; {@code none}, which is usual, is empty. */
  public OptionalInt countOrNone(String name, int least, int most) {
    if (left.getOrDefault(name, NONE).equals(NONE)) {
      known.add(name);
      left.remove(name);
      return OptionalInt.empty();
    }
    return OptionalInt.of(count(name, least, least, most));
  }

  /** The text of that name. */
  public String text(String name, String usual) {
    known.add(name);
    String text = left.remove(name);
    return text == null ? usual : text;
  }

  /** The whole number of that name, in [least, most]. */
  public int count(String name, int usual, int least, int most) {
    double value = number(name, usual, least, most);
    if (value != Math.rint(value)) {
      throw new DataException(
          "the option %s of %s must be a whole number, was %s".formatted(name, owner, value));
    }
    return (int) value;
  }

  /** One of several words. */
  public <E extends Enum<E>> E choice(String name, E usual, E[] all) {
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
    List<String> words = Arrays.stream(all).map(MethodOptions::word).toList();
    throw new DataException(
        "the option %s of %s must be one of %s, was %s%s"
            .formatted(name, owner, String.join(", ", words), text, Guess.hint(text, words)));
  }

  /** Such as {@code cutting-planes}. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Refuses options that were not read. */
  public void requireAllRead() {
    if (!left.isEmpty()) {
      String unknown = left.keySet().iterator().next();
      throw new DataException(
          "%s has no option %s; it has %s%s"
              .formatted(
                  owner,
                  unknown,
                  known.isEmpty() ? "none" : String.join(", ", known),
                  Guess.hint(unknown, known)));
    }
  }
}
