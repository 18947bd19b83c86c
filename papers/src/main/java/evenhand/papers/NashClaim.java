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
 * @param picked at the epochs that are picked
 * @param bargaining runs whose picked epoch is one of the bargaining, so that the goal was not
 *     pursued yet
 * @param runs in all
 * @param last at the last epoch
 */
record NashClaim(
    String where, NashMethod goal, Changes picked, int bargaining, int runs, Changes last) {

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

  /**
   * @param overall of the balanced accuracy, claimed to be up
   * @param gap of the largest gap between groups, claimed to be down
   */
  record Changes(Change overall, Change gap) {

    Verdict betterOverall() {
      return overall.verdict(1);
    }

    Verdict lessDisparity() {
      return gap.verdict(-1);
    }

    private boolean isBoth() {
      return betterOverall() == Verdict.CONFIRMED && lessDisparity() == Verdict.CONFIRMED;
    }

    /** How many of several are confirmed, undecided and contradicted. */
    static String summary(List<Changes> all) {
      return "of %d, better overall is %s; less disparity is %s; both are confirmed in %d."
          .formatted(
              all.size(),
              counts(all, Changes::betterOverall),
              counts(all, Changes::lessDisparity),
              all.stream().filter(Changes::isBoth).count());
    }

    private static String counts(List<Changes> all, Function<Changes, Verdict> of) {
      return Arrays.stream(Verdict.values())
          .map(
              verdict ->
                  "%s in %d"
                      .formatted(
                          verdict, all.stream().filter(each -> of.apply(each) == verdict).count()))
          .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
      return "balanced accuracy by %s and the max gap by %s; better overall is %s, less disparity is %s"
          .formatted(overall, gap, betterOverall(), lessDisparity());
    }
  }

  @Override
  public String toString() {
    return "%s: bargaining before %s changed, at the epochs picked (%d of %d of the bargaining itself), %s. At the last epoch it changed %s."
        .formatted(where, goal.id(), bargaining, runs, picked, last);
  }
}
