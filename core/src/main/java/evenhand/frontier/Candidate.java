package evenhand.frontier;

import evenhand.train.Part;
import evenhand.train.TrialId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One model that was tried.
 *
 * @param id method, strength and seed
 * @param measures on training, validation and test rows; none where there is a failure
 * @param failure why there is no model, in one sentence
 */
public record Candidate(TrialId id, Map<Part, Measures> measures, Optional<String> failure) {

  public Candidate {
    if (measures.isEmpty() != failure.isPresent()) {
      throw new IllegalArgumentException("need either measures or a failure of " + id);
    }
    Map<Part, Measures> copy = new EnumMap<>(Part.class);
    copy.putAll(measures);
    measures = Collections.unmodifiableMap(copy);
  }

  /** What was measured there, if anything. */
  public Optional<Measures> on(Part part) {
    return Optional.ofNullable(measures.get(part));
  }

  /** Where it stands there; empty where something has no value. */
  public Optional<Point> point(Part part, Axes axes) {
    return on(part).flatMap(measured -> measured.point(axes));
  }
}
