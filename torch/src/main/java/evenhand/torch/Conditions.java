package evenhand.torch;

import evenhand.data.DataException;
import evenhand.metric.Statistic;
import evenhand.parity.Parity;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Among which rows a parity compares scores: where its rates are those of acceptance given the
 * label, or not given.
 *
 * @param statistics of the parity
 */
record Conditions(List<Statistic> statistics) {

  /**
   * @param loss that asks, for the message
   * @throws DataException for a parity of other rates
   */
  static Conditions of(String loss, Parity parity) {
    if (!parity.statistics().stream().allMatch(Conditions::isOfScores)) {
      throw new DataException(
          "the loss %s compares distributions of scores, which says nothing of %s; it goes with %s"
              .formatted(
                  loss,
                  parity.id(),
                  String.join(
                      ", ",
                      Arrays.stream(Parity.values())
                          .filter(
                              each -> each.statistics().stream().allMatch(Conditions::isOfScores))
                          .map(Parity::id)
                          .toList())));
    }
    return new Conditions(parity.statistics());
  }

  /**
   * Whether which rows count depends on the label alone, and how they hit on the decision alone.
   */
  private static boolean isOfScores(Statistic statistic) {
    for (int label = 0; label <= 1; label++) {
      if (statistic.counts(label, 0) != statistic.counts(label, 1)) {
        return false;
      }
      if (statistic.counts(label, 0) && statistic.hits(label, 0) == statistic.hits(label, 1)) {
        return false;
      }
    }
    return statistic.hits(0, 1) == statistic.hits(1, 1)
        || !(statistic.counts(0, 1) && statistic.counts(1, 1));
  }

  /**
   * The mean over the conditions.
   *
   * @param term makes the one of each, from its number
   */
  FairnessTerm.Bound each(IntFunction<FairnessTerm.Bound> term) {
    return FairnessTerm.mean(
        IntStream.range(0, statistics.size())
            .mapToObj(at -> among(statistics.get(at), term.apply(at)))
            .toList());
  }

  private static FairnessTerm.Bound among(Statistic statistic, FairnessTerm.Bound term) {
    if (statistic.counts(0, 1) && statistic.counts(1, 1)) {
      return term;
    }
    return (batch, logits) ->
        term.on(batch.counting(i -> statistic.counts(batch.labels()[i], 1)), logits);
  }
}
