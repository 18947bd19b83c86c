package evenhand.train;

import evenhand.audit.AuditOptions;
import evenhand.data.DataException;

/**
 * How to train, besides method and learner.
 *
 * @param validation share of the table held out, stratified by label and group, in [0, 1)
 * @param decisions what a mixture becomes
 * @param replicates of every bootstrap
 * @param minRows of a group, and of a rate's denominator, that are enough evidence
 * @param seed of everything random
 */
public record TrainingOptions(
    double validation, Decisions decisions, int replicates, int minRows, long seed) {

  /** How a randomised classifier decides. */
  public enum Decisions {
    /**
     * The whole mixture, its chance replaced by a keyed hash of the row: expected rates are kept.
     */
    MIXTURE,
    /** The one member that comes nearest to the requirement on the training rows. */
    BEST
  }

  public TrainingOptions {
    if (!(0 <= validation && validation < 1)) {
      throw new DataException("the validation share must be in [0, 1), was " + validation);
    }
    audit(minRows, replicates, seed); // refuses what can't be measured with, before the work
  }

  /** How every part of the rows is measured. */
  public AuditOptions audit() {
    return audit(minRows, replicates, seed);
  }

  private static AuditOptions audit(int minRows, int replicates, long seed) {
    return new AuditOptions(AuditOptions.defaults().confidence(), minRows, replicates, seed);
  }

  public TrainingOptions withSeed(long given) {
    return new TrainingOptions(validation, decisions, replicates, minRows, given);
  }

  public static TrainingOptions defaults() {
    return new TrainingOptions(0.2, Decisions.MIXTURE, 1000, 30, 0);
  }
}
