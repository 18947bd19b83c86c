package evenhand.audit;

import java.util.List;
import java.util.Optional;

/**
 * One metric measured on the groups of one attribute.
 *
 * @param id such as {@code selection_rate}
 * @param lowest the smallest value there can be, or −∞
 * @param highest the largest value there can be, or ∞
 * @param groups shape [k]
 * @param replicates empty where some group shows too little to tell its error
 */
record MetricColumn(
    String id,
    double lowest,
    double highest,
    List<Measurement> groups,
    Optional<Replicates> replicates) {

  MetricColumn {
    groups = List.copyOf(groups);
  }
}
