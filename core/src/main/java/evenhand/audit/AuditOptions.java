package evenhand.audit;

import evenhand.data.DataException;
import java.util.Optional;

/**
 * How surely to measure.
 *
 * @param confidence of every interval, in (0, 1)
 * @param minRows a group with fewer rows, or a rate of a group with fewer rows in its denominator,
 *     is insufficient evidence; at least 1
 * @param replicates of the bootstrap, at least 100
 * @param seed of the bootstrap: the same seed gives the same intervals
 */
public record AuditOptions(double confidence, int minRows, int replicates, long seed) {

  /** Fewer say nothing of an interval's ends. */
  public static final int FEWEST_REPLICATES = 100;

  public AuditOptions {
    if (!(0 < confidence && confidence < 1)) {
      throw new DataException("the confidence must be between 0 and 1, was " + confidence);
    }
    if (minRows < 1) {
      throw new DataException("the fewest rows of a group must be at least 1, was " + minRows);
    }
    if (replicates < FEWEST_REPLICATES) {
      throw new DataException(
          "at least %d bootstrap replicates are needed, was %d"
              .formatted(FEWEST_REPLICATES, replicates));
    }
  }

  /** 95 % confidence, 30 rows, 1000 replicates, seed 1. */
  public static AuditOptions defaults() {
    return new AuditOptions(0.95, 30, 1000, 1);
  }

  public AuditOptions withConfidence(double given) {
    return new AuditOptions(given, minRows, replicates, seed);
  }

  public AuditOptions withMinRows(int given) {
    return new AuditOptions(confidence, given, replicates, seed);
  }

  public AuditOptions withReplicates(int given) {
    return new AuditOptions(confidence, minRows, given, seed);
  }

  public AuditOptions withSeed(long given) {
    return new AuditOptions(confidence, minRows, replicates, given);
  }

  /** What a group of so many rows lacks, as a reason says it; empty when it has enough. */
  Optional<String> lacking(long rows) {
    return rows >= minRows
        ? Optional.empty()
        : Optional.of("%d %s, fewer than %d".formatted(rows, rows == 1 ? "row" : "rows", minRows));
  }
}
