package evenhand.calibrate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one group was given, and why.
 *
 * @param values of the attributes, in their order; a parent has fewer, everyone none
 * @param rows of the group among those fitted to
 * @param positives of them with label 1
 * @param source where its map comes from
 * @param method that fitted the map; empty where it is not the group's own
 * @param pValue of the test that the parent's map is calibrated in the group; empty where not
 *     tested
 * @param ownShare how much the group's own fit counts against the parent's map, in [0, 1]; empty
 *     where nothing was shrunk
 * @param reason in words
 * @param map from a score to P(y=1)
 */
public record GroupMap(
    List<String> values,
    long rows,
    long positives,
    Source source,
    Optional<CalibrationMethod> method,
    OptionalDouble pValue,
    OptionalDouble ownShare,
    String reason,
    CalibrationMap map) {

  /** The name of the group that has no values. */
  public static final String EVERYONE = "everyone";

  /** Where the map of a group comes from. */
  public enum Source {
    /** Fitted to the group's rows alone. */
    OWN,
    /** The parent's, moved towards the group's own rows by empirical Bayes. */
    SHRUNK,
    /** The parent's. */
    PARENT;

    /** Such as {@code own}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public GroupMap {
    values = List.copyOf(values);
  }

  /** Such as {@code Black&Female}. */
  public String name() {
    return name(values);
  }

  static String name(List<String> values) {
    return values.isEmpty() ? EVERYONE : evenhand.data.Groups.crossed(values);
  }
}
