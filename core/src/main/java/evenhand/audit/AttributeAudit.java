package evenhand.audit;

import evenhand.metric.Statistic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was measured between the groups of one attribute.
 *
 * @param name of the attribute, {@code sex&race} for an intersection
 * @param groups in the order of the attribute's names
 * @param overall all rows together
 * @param disparities of every metric
 * @param parities the named ones
 * @param pairs tests of two groups each, p-values adjusted by Holm's method within a statistic
 * @param fourFifths the four-fifths rule on selection rates; empty where there are no decisions
 * @param impactRatios selection rates beside a reference; empty where there are no decisions
 */
public record AttributeAudit(
    String name,
    List<GroupAudit> groups,
    GroupAudit overall,
    List<Disparity> disparities,
    List<ParityMeasurement> parities,
    List<PairTest> pairs,
    Optional<FourFifths> fourFifths,
    Optional<ImpactRatios> impactRatios) {

  public AttributeAudit {
    groups = List.copyOf(groups);
    disparities = List.copyOf(disparities);
    parities = List.copyOf(parities);
    pairs = List.copyOf(pairs);
  }

  /** Whether nothing was measured that needs what came true. */
  public boolean isOfDecisionsAlone() {
    return overall.metrics().keySet().equals(Set.of(Statistic.SELECTION_RATE.id()));
  }
}
