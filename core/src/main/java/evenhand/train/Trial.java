package evenhand.train;

import evenhand.parity.Requirement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One classifier of a sweep, or why there is none.
 *
 * @param requirements it was fitted under, each of one attribute
 * @param decider empty exactly where there is a failure
 * @param search what the method tried, in its own words
 * @param failure one sentence
 */
public record Trial(
    TrialId id,
    List<Requirement> requirements,
    Optional<Decider> decider,
    Map<String, String> search,
    Optional<String> failure) {

  public Trial {
    if (decider.isPresent() == failure.isPresent()) {
      throw new IllegalArgumentException("need either a classifier or a failure for " + id);
    }
    requirements = List.copyOf(requirements);
    search = Collections.unmodifiableMap(new LinkedHashMap<>(search));
  }
}
