package evenhand.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured on the rows of one group, or on all rows.
 *
 * @param name of the group; {@code overall} for all rows
 * @param rows how many
 * @param metrics by id, in a fixed order
 */
public record GroupAudit(String name, long rows, Map<String, Measurement> metrics) {

  public GroupAudit {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
