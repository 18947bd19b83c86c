package evenhand.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an audit is of, so that a reader can tell without the command that made it.
 *
 * @param data name of the rows, such as a file's without its folders
 * @param task kind of outcome; {@code AUTO} never
 * @param label what came true; empty where that is not known
 * @param decision where the decisions are from; empty where there are none
 * @param score column of scores that are measured beside the decisions
 * @param weight column of row weights
 * @param rowsRead of the table
 * @param excluded groups whose rows were left out, with what {@code rowsRead} then lacks
 * @param minShare groups with a smaller share of the people are not compared; 0: all are
 * @param remarks sentences a reader must know of the table, such as that a group's value is missing
 */
public record AuditSubject(
    String data,
    OutcomeColumns.Task task,
    Optional<Label> label,
    Optional<Decision> decision,
    Optional<String> score,
    Optional<String> weight,
    long rowsRead,
    List<Excluded> excluded,
    double minShare,
    List<String> remarks) {

  public AuditSubject {
    excluded = List.copyOf(excluded);
    remarks = List.copyOf(remarks);
  }

  /**
   * The outcome column.
   *
   * @param positive the value that means 1, or a rule; empty where there are not two
   * @param negative the value that means 0
   * @param isGiven whether someone said which is positive; else it was inferred from the values
   */
  public record Label(
      String column, Optional<String> positive, Optional<String> negative, boolean isGiven) {}

  /** What a column of decisions holds. */
  public enum Source {
    /** What was decided or predicted. */
    PREDICTION,
    /** Probabilities of being accepted. */
    ACCEPTANCE,
    /** Scores that decide at a threshold. */
    SCORE;

    /** Such as {@code prediction}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where the decisions are from.
   *
   * @param rule when a row counts as selected, such as {@code approved is yes}
   * @param isGiven whether someone said which value is selected; else it was inferred
   */
  public record Decision(Source source, String column, String rule, boolean isGiven) {}

  /** A group whose rows were left out, as was asked. */
  public record Excluded(String attribute, String group, long rows) {}

  /** The name of a file without its folders; of other data as it is. */
  static String nameOf(String origin) {
    return origin.startsWith("sql:") || !origin.contains("/")
        ? origin
        : origin.substring(origin.lastIndexOf('/') + 1);
  }

  /** Rows that were left out. */
  public long rowsExcluded() {
    return excluded.stream().mapToLong(Excluded::rows).sum();
  }
}
