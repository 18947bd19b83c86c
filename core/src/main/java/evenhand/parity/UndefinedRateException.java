package evenhand.parity;

import evenhand.metric.Statistic;

/** A rate that a requirement needs has no rows: there is no evidence, which is not a rate of 0. */
public final class UndefinedRateException extends InsufficientEvidenceException {

  private static final long serialVersionUID = 1L;

  public UndefinedRateException(Statistic statistic, String attribute, String group) {
    super(
        "%s, %s, is undefined for %s %s: no row of that group has the label it needs; give more rows, or merge groups, such as --group 'NAME:VALUE|*'"
            .formatted(statistic.id(), statistic.formula(), attribute, group));
  }
}
