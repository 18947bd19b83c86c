package evenhand.papers;

import evenhand.report.ReproducedTable.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What bargaining before a goal changed, beside what Zeng et al., "Fairness-aware meta-learning via
 * Nash bargaining", NeurIPS 2024, claim it does.
 *
 * @param where data set and mode
 * @param goal that is pursued after it, and alone
 * @param overall change of the balanced accuracy, claimed to be up
 * @param gap change of the largest gap between groups, claimed to be down
 */
record NashClaim(String where, NashMethod goal, Change overall, Change gap) {

  /** How a claim fares. */
  enum Verdict {
    CONFIRMED,
    UNDECIDED,
    CONTRADICTED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * In points, run by run.
   *
   * @param before its mean without bargaining
   */
  record Change(double before, Measured change) {

    static Change of(double[] before, double[] after) {
      return new Change(
          Arrays.stream(before).average().orElseThrow(), Measured.change(before, after));
    }

    /**
     * @param claimed sign
     */
    private Verdict verdict(int claimed) {
      if (!change.isSure()) {
        return Verdict.UNDECIDED;
      }
      return Math.signum(change.mean()) == claimed ? Verdict.CONFIRMED : Verdict.CONTRADICTED;
    }

    /** In points, and in percent of what it was, which the paper's claims are in. */
    @Override
    public String toString() {
      if (before == 0) {
        return change.signed() + " points (from 0)";
      }
      long percent = Math.round(100 * change.mean() / before);
      return "%s points (%s%d %%)"
          .formatted(
              change.signed(), percent < 0 ? "−" : percent > 0 ? "+" : "", Math.abs(percent));
    }
  }

  Verdict betterOverall() {
    return overall.verdict(1);
  }

  Verdict lessDisparity() {
    return gap.verdict(-1);
  }

  /** How many of several are confirmed, undecided and contradicted. */
  static String summary(List<NashClaim> claims) {
    long both =
        claims.stream()
            .filter(
                claim ->
                    claim.betterOverall() == Verdict.CONFIRMED
                        && claim.lessDisparity() == Verdict.CONFIRMED)
            .count();
    return "of %d, better overall is %s; less disparity is %s; both are confirmed in %d."
        .formatted(
            claims.size(),
            counts(claims, NashClaim::betterOverall),
            counts(claims, NashClaim::lessDisparity),
            both);
  }

  private static String counts(List<NashClaim> claims, Function<NashClaim, Verdict> of) {
    return Arrays.stream(Verdict.values())
        .map(
            verdict ->
                "%s in %d"
                    .formatted(
                        verdict, claims.stream().filter(each -> of.apply(each) == verdict).count()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "%s: bargaining before %s changed balanced accuracy by %s and the max gap by %s; better overall is %s, less disparity is %s."
        .formatted(where, goal.id(), overall, gap, betterOverall(), lessDisparity());
  }
}
