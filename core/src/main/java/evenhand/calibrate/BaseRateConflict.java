package evenhand.calibrate;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.Disparity;
import evenhand.audit.GroupAudit;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where base rates differ, scores that are calibrated in every group can't have equal error rates
 * too.
 */
final class BaseRateConflict {

  private static final String BASE_RATE = "base_rate";
  private static final int NAMED = 6;

  private BaseRateConflict() {}

  /** One sentence for each attribute whose base rates differ beyond chance. */
  static List<String> sentences(Audit audit) {
    List<String> sentences = new ArrayList<>();
    for (AttributeAudit attribute : audit.attributes()) {
      boolean differ =
          attribute.disparities().stream()
              .filter(gap -> gap.metric().equals(BASE_RATE))
              .filter(gap -> gap.comparison() == Comparison.BETWEEN_GROUPS)
              .filter(gap -> gap.kind() == Kind.DIFFERENCE)
              .anyMatch(gap -> differs(gap, attribute));
      if (differ) {
        sentences.add(
            ("Base rates differ between the groups of %s (%s): scores that are calibrated in every"
                    + " group can't also have equal false positive and false negative rates, unless"
                    + " they are perfect (Kleinberg, Mullainathan and Raghavan 2017; Chouldechova"
                    + " 2017), so expect the gaps of decisions to move.")
                .formatted(attribute.name(), rates(attribute)));
      }
    }
    return sentences;
  }

  private static boolean differs(Disparity gap, AttributeAudit attribute) {
    return gap.low().orElse(0) > 0
        || attribute.pairs().stream()
            .anyMatch(pair -> pair.metric().equals(BASE_RATE) && pair.adjusted() < 0.05);
  }

  private static String rates(AttributeAudit attribute) {
    List<String> each = new ArrayList<>();
    for (GroupAudit group : attribute.groups()) {
      evenhand.audit.Measurement rate = group.metrics().get(BASE_RATE);
      if (rate != null && rate.value().isPresent()) {
        each.add(String.format(Locale.ROOT, "%s %.3f", group.name(), rate.value().getAsDouble()));
      }
    }
    return String.join(", ", each.subList(0, Math.min(NAMED, each.size())))
        + (each.size() <= NAMED ? "" : " and %d more".formatted(each.size() - NAMED));
  }
}
