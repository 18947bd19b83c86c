package evenhand.reduce;

import evenhand.parity.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The constraints that a stacked one was made of. */
final class Parts {

  private Parts() {}

  /** The inequalities [from, to). */
  record Part(int from, int to) {

    /** The same decisions as this part sees them. */
    Standing of(Standing standing) {
      return new Standing(standing.error(), Arrays.copyOfRange(standing.violation(), from, to));
    }
  }

  static List<Part> of(Constraint constraint) {
    List<Constraint> parts =
        constraint instanceof Constraint.Stacked stacked ? stacked.parts() : List.of(constraint);
    List<Part> ranges = new ArrayList<>();
    int at = 0;
    for (Constraint part : parts) {
      ranges.add(new Part(at, at + part.size()));
      at += part.size();
    }
    return ranges;
  }
}
