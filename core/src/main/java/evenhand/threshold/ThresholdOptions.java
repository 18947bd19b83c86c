package evenhand.threshold;

/**
 * What thresholds are to be found.
 *
 * @param objective to make best
 * @param decisions whether chance may take part
 * @param scope who shares a threshold
 */
public record ThresholdOptions(Objective objective, Decisions decisions, Scope scope) {

  /** Whether chance may take part. */
  public enum Decisions {
    /** Between two thresholds or more a row may be accepted by chance: always the optimum. */
    RANDOMISED,
    /** One threshold, no chance; at best as good, and stricter requirements may not be reached. */
    DETERMINISTIC
  }

  /** Who shares a threshold. */
  public enum Scope {
    /** Every group, or every combination of several attributes' groups, has its own. */
    BY_GROUP,
    /** Everyone: to decide needs no attribute. */
    SHARED
  }

  /** Accuracy, randomised, by group. */
  public static ThresholdOptions defaults() {
    return new ThresholdOptions(Objective.Named.ACCURACY, Decisions.RANDOMISED, Scope.BY_GROUP);
  }

  public ThresholdOptions withObjective(Objective given) {
    return new ThresholdOptions(given, decisions, scope);
  }

  public ThresholdOptions withDecisions(Decisions given) {
    return new ThresholdOptions(objective, given, scope);
  }

  public ThresholdOptions withScope(Scope given) {
    return new ThresholdOptions(objective, decisions, given);
  }
}
