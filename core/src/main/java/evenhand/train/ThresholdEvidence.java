package evenhand.train;

import evenhand.threshold.GroupThresholds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a reader needs to judge thresholds. Holds no times or paths, so that one seed gives
 * the same bytes.
 *
 * @param label name of the outcome column
 * @param positive its value that means 1
 * @param attributes the group columns, in the order given
 * @param fitted the thresholds, and what they are expected to do on training rows
 * @param requirements measured on every part, training first
 * @param objectives of every part
 * @param parts training: the rows fitted on; validation and test where there are any
 * @param warnings sentences a reader must know before trusting the numbers
 * @param configuration the values of every effective option, by its command-line name
 */
public record ThresholdEvidence(
    String label,
    String positive,
    List<String> attributes,
    GroupThresholds fitted,
    List<ConditionEvidence> requirements,
    List<ObjectiveEvidence> objectives,
    List<PartEvidence> parts,
    List<String> warnings,
    Map<String, List<String>> configuration) {

  public ThresholdEvidence {
    attributes = List.copyOf(attributes);
    requirements = List.copyOf(requirements);
    objectives = List.copyOf(objectives);
    parts = List.copyOf(parts);
    warnings = List.copyOf(warnings);
    configuration = Collections.unmodifiableMap(new LinkedHashMap<>(configuration));
  }
}
