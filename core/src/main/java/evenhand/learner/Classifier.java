package evenhand.learner;

import evenhand.data.Matrix;
import java.util.List;

/**
 * Decides over rows, possibly by chance: scorers with thresholds, mixed with probabilities. One
 * member is an ordinary deterministic classifier.
 *
 * @param members at least one
 */
public record Classifier(List<Member> members) {

  /**
   * One scorer with its threshold.
   *
   * @param scorer shared between members where only the threshold differs
   * @param threshold a row is accepted when its score is ≥ this
   * @param probability of being the one asked, in (0, 1]; those of all members add up to 1
   */
  public record Member(Scorer scorer, double threshold, double probability) {}

  public Classifier {
    members = List.copyOf(members);
    for (Member member : members) {
      if (!(member.probability() > 0 && member.probability() <= 1)) {
        throw new IllegalArgumentException(
            "a member's probability must be in (0, 1], got " + member.probability());
      }
    }
    double total = members.stream().mapToDouble(Member::probability).sum();
    if (members.isEmpty() || !(Math.abs(total - 1) < 1e-9)) {
      throw new IllegalArgumentException(
          "the members' probabilities must add up to 1, got " + total);
    }
  }

  /** Accepts where the score is at least one half. */
  public static Classifier of(Scorer scorer) {
    return new Classifier(List.of(new Member(scorer, 0.5, 1)));
  }

  public boolean isRandomised() {
    return members.size() > 1;
  }

  /**
   * Exact probability that each row is accepted, and its mean score, from one pass over the
   * scorers.
   */
  public Output on(Matrix features) {
    double[] acceptance = new double[features.rows()];
    double[] score = new double[features.rows()];
    java.util.IdentityHashMap<Scorer, double[]> scores = new java.util.IdentityHashMap<>();
    for (Member member : members) {
      double[] own = scores.computeIfAbsent(member.scorer(), scorer -> scorer.score(features));
      for (int i = 0; i < own.length; i++) {
        score[i] += member.probability() * own[i];
        if (own[i] >= member.threshold()) {
          acceptance[i] += member.probability();
        }
      }
    }
    for (int i = 0; i < score.length; i++) {
      acceptance[i] = Math.min(1, acceptance[i]);
      score[i] = Math.min(1, score[i]);
    }
    return new Output(acceptance, score);
  }

  /**
   * @param acceptance P(ŷ=1) of each row over the members, shape [n], in [0, 1]
   * @param score the members' mean P(y=1), shape [n], in [0, 1]
   */
  public record Output(double[] acceptance, double[] score) {}
}
