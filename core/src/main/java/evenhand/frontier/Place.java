package evenhand.frontier;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where one candidate stands among the others on one part of the rows.
 *
 * @param status on exactly these rows
 * @param other the member of the frontier that is equal to it, or that dominates it in most
 *     replicates; empty for a member
 * @param onFrontier share of the replicates in which nothing dominates it; empty where it was not
 *     measured or no replicate could be
 * @param dominated share of the replicates in which {@code other} dominates it
 */
public record Place(
    Status status, Optional<Integer> other, OptionalDouble onFrontier, OptionalDouble dominated) {

  /** Whether it is worth choosing. */
  public enum Status {
    /** Nothing dominates it. */
    ON_FRONTIER,
    /** It has the merit and the gap of a member of the frontier that was named before it. */
    DUPLICATE,
    DOMINATED,
    /** It has no merit, no gap or no model. */
    NOT_MEASURED;

    /** Such as {@code on_frontier}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Place notMeasured() {
    return new Place(
        Status.NOT_MEASURED, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }
}
