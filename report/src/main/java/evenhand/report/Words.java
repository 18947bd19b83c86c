package evenhand.report;

import evenhand.parity.Comparison;
import evenhand.parity.Kind;

/** The fixed sentences that reports share. */
final class Words {

  private Words() {}

  static String definition(Comparison comparison) {
    return switch (comparison) {
      case BETWEEN_GROUPS -> "the largest group rate with the smallest";
      case TO_OVERALL -> "every group rate with the rate of all rows together; the farthest counts";
      case WORST_GROUP -> "the largest group rate itself";
    };
  }

  /** Such as {@code between groups} or {@code to overall, ratio}. */
  static String title(Comparison comparison, Kind kind) {
    String words = comparison.id().replace('_', ' ');
    return kind == Kind.RATIO ? words + ", ratio" : words;
  }
}
