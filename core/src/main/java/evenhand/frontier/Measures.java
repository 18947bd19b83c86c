package evenhand.frontier;

import evenhand.audit.Measurement;
import java.util.Optional;

/**
 * What was measured of one candidate on one part of the rows, as its audit has it.
 *
 * @param merit of all rows
 * @param gap the worst over the attributes
 */
public record Measures(Measurement merit, Measurement gap) {

  /** Where it stands; empty where merit or gap has no value. */
  public Optional<Point> point(Axes axes) {
    return merit.value().isPresent() && gap.value().isPresent()
        ? Optional.of(axes.point(merit.value().getAsDouble(), gap.value().getAsDouble()))
        : Optional.empty();
  }
}
