package evenhand.train;

import evenhand.data.Matrix;
import evenhand.learner.Classifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often a mixture decides alike on everyone, whoever they are.
 *
 * @param rejected probability of the members that accept none of some rows, in [0, 1]
 * @param accepted probability of those that accept all of them, in [0, 1]
 */
record SameForAll(double rejected, double accepted) {

  static SameForAll of(Classifier classifier, Matrix features) {
    double rejected = 0;
    double accepted = 0;
    for (Classifier.Member member : classifier.members()) {
      double[] scores = member.scorer().score(features);
      int taken = 0;
      for (double score : scores) {
        taken += score >= member.threshold() ? 1 : 0;
      }
      rejected += taken == 0 ? member.probability() : 0;
      accepted += taken == scores.length ? member.probability() : 0;
    }
    return new SameForAll(Math.min(1, rejected), Math.min(1, accepted));
  }

  /** What is not 0, for the record. */
  void into(Map<String, String> search) {
    if (rejected > 0) {
      search.put("probability that everyone is rejected", Double.toString(rejected));
    }
    if (accepted > 0) {
      search.put("probability that everyone is accepted", Double.toString(accepted));
    }
  }

  /** A sentence where either may happen. */
  Optional<String> warning() {
    List<String> clauses = new ArrayList<>();
    if (rejected > 0) {
      clauses.add(
          String.format(Locale.ROOT, "with probability %.2f everyone is rejected", rejected));
    }
    if (accepted > 0) {
      clauses.add(
          String.format(Locale.ROOT, "with probability %.2f everyone is accepted", accepted));
    }
    return clauses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", clauses)
                + ": that part of the mixture meets the requirement by telling nobody apart");
  }
}
