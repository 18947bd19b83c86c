package evenhand.learners;

import evenhand.data.DataException;
import evenhand.data.Guess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The options a person gave one learner, as text. What is read becomes known; {@link #refuseOthers}
 * refuses the rest.
 */
final class LearnerOptions {

  private final String learner;
  private final Map<String, String> given;
  private final TreeSet<String> known = new TreeSet<>();

  LearnerOptions(String learner, Map<String, String> given) {
    this.learner = learner;
    this.given = Map.copyOf(given);
  }

  /** Splits {@code key=value} texts; a key given twice is refused. */
  static Map<String, String> parse(List<String> assignments) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals <= 0 || equals == assignment.length() - 1) {
        throw new DataException(
            "a learner option is written key=value, such as max_depth=4, not \"%s\""
                .formatted(assignment));
      }
      String key = assignment.substring(0, equals).strip();
      if (options.put(key, assignment.substring(equals + 1).strip()) != null) {
        throw new DataException("the learner option %s is given twice".formatted(key));
      }
    }
    return options;
  }

  int whole(String key, int byDefault) {
    String text = take(key);
    try {
      return text == null ? byDefault : Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw refusal(key, "a whole number", text);
    }
  }

  double real(String key, double byDefault) {
    String text = take(key);
    try {
      return text == null ? byDefault : Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw refusal(key, "a number", text);
    }
  }

  /** Call after everything was read. */
  void refuseOthers() {
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        throw new DataException(
            "the learner %s has no option %s, %s%s"
                .formatted(
                    learner,
                    key,
                    known.isEmpty()
                        ? "and takes none"
                        : "its options are " + String.join(", ", known),
                    Guess.hint(key, known)));
      }
    }
  }

  /** Refuses a value outside its range. */
  static void require(boolean holds, String option, String allowed, Object value) {
    if (!holds) {
      throw new DataException("the option %s must be %s, was %s".formatted(option, allowed, value));
    }
  }

  private @Nullable String take(String key) {
    known.add(key);
    return given.get(key);
  }

  private DataException refusal(String key, String allowed, String text) {
    return new DataException(
        "the option %s of the learner %s must be %s, was \"%s\""
            .formatted(key, learner, allowed, text));
  }
}
