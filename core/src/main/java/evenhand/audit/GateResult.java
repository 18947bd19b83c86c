package evenhand.audit;

import java.util.Locale;

/**
 * What a gate says of an audit.
 *
 * @param gate that was judged
 * @param outcome the worst over the attributes it looks at
 * @param sentence for a person: what was measured, where, and against which bound
 */
public record GateResult(Gate gate, Outcome outcome, String sentence) {

  /** From good to bad: the worst decides. */
  public enum Outcome {
    PASSED,
    /** Neither passed nor exceeded: the evidence does not show. */
    UNKNOWN,
    EXCEEDED;

    /** Such as {@code exceeded}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
