package evenhand.frontier;

import evenhand.parity.Verdict;
import evenhand.train.Part;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The candidate that a tolerance chooses, and why.
 *
 * @param tolerance stated before the search
 * @param rows the part whose measures the choice used, and no other
 * @param verdict of the tolerance on those rows: met by the chosen candidate, not met by any, or
 *     insufficient evidence of all
 * @param chosen empty unless the tolerance is met
 * @param reasons why each candidate was or was not chosen, in their order
 * @param verdicts of the tolerance for the chosen candidate on every part
 * @param knownBefore how many candidates were known before the tolerance was stated: kept by an
 *     earlier search under another one
 */
public record Selection(
    Tolerance tolerance,
    Part rows,
    Verdict verdict,
    Optional<Integer> chosen,
    List<String> reasons,
    Map<Part, Verdict> verdicts,
    int knownBefore) {

  public Selection {
    reasons = List.copyOf(reasons);
    Map<Part, Verdict> copy = new EnumMap<>(Part.class);
    copy.putAll(verdicts);
    verdicts = Collections.unmodifiableMap(copy);
  }
}
