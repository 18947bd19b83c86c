package evenhand.parity;

import evenhand.data.DataException;
import evenhand.data.Guess;
import evenhand.metric.Statistic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The named parities: which rates are to be even between groups. */
public enum Parity {
  /** Dwork et al., ITCS 2012; Agarwal et al., ICML 2018, example 1. */
  DEMOGRAPHIC_PARITY("P(ŷ=1) is even", Comparison.BETWEEN_GROUPS, Statistic.SELECTION_RATE),
  /** Hardt, Price and Srebro, NeurIPS 2016, definition 2.2. */
  EQUAL_OPPORTUNITY(
      "P(ŷ=1 | y=1) is even", Comparison.BETWEEN_GROUPS, Statistic.TRUE_POSITIVE_RATE),
  FALSE_POSITIVE_PARITY(
      "P(ŷ=1 | y=0) is even", Comparison.BETWEEN_GROUPS, Statistic.FALSE_POSITIVE_RATE),
  /** Hardt, Price and Srebro, NeurIPS 2016, definition 2.1; the larger of the two gaps. */
  EQUALIZED_ODDS(
      "P(ŷ=1 | y=1) and P(ŷ=1 | y=0) are even; the worse of the two",
      Comparison.BETWEEN_GROUPS,
      Statistic.TRUE_POSITIVE_RATE,
      Statistic.FALSE_POSITIVE_RATE),
  /** Chouldechova, Big Data 2017; table 1 of Sharaf, Daumé III and Ni, FAccT 2022. */
  ERROR_RATE_BALANCE(
      "P(ŷ=1 | y=0) and P(ŷ=0 | y=1) are even; the worse of the two",
      Comparison.BETWEEN_GROUPS,
      Statistic.FALSE_POSITIVE_RATE,
      Statistic.FALSE_NEGATIVE_RATE),
  ERROR_RATE_PARITY("P(ŷ≠y) is even", Comparison.BETWEEN_GROUPS, Statistic.ERROR_RATE),
  /** Called predictive parity by Branchaud-Charron et al., 2021. */
  ACCURACY_PARITY("P(ŷ=y) is even", Comparison.BETWEEN_GROUPS, Statistic.ACCURACY),
  /** Chouldechova, Big Data 2017, equation 2.1: predictive parity. Not a linear moment. */
  PREDICTIVE_VALUE_PARITY("P(y=1 | ŷ=1) is even", Comparison.BETWEEN_GROUPS, Statistic.PRECISION),
  /** Agarwal, Dudík and Wu, ICML 2019, with the zero-one loss. */
  BOUNDED_GROUP_LOSS(
      "P(ŷ≠y) of every group is bounded", Comparison.WORST_GROUP, Statistic.ERROR_RATE);

  private final String definition;
  private final Comparison comparison;

  private final List<Statistic> statistics;

  Parity(String definition, Comparison comparison, Statistic... statistics) {
    this.definition = definition;
    this.comparison = comparison;
    this.statistics = List.of(statistics);
  }

  /** Such as {@code demographic_parity}: in JSON, on the command line and in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One line, printed beside every number. */
  public String definition() {
    return definition;
  }

  /** The comparison meant when a requirement names none. */
  public Comparison comparison() {
    return comparison;
  }

  /** The rates compared; of several gaps the worst is the parity's. */
  public List<Statistic> statistics() {
    return statistics;
  }

  /** Whether it can be constrained by a reduction: every rate is affine in the decisions. */
  public boolean isLinear() {
    return statistics.stream().allMatch(Statistic::isLinear);
  }

  /** The parity of that {@link #id}; a {@link DataException} that lists the ids. */
  public static Parity named(String id) {
    for (Parity parity : values()) {
      if (parity.id().equals(id.toLowerCase(Locale.ROOT))) {
        return parity;
      }
    }
    List<String> ids = Arrays.stream(values()).map(Parity::id).toList();
    throw new DataException(
        "there is no parity %s; the parities are %s%s"
            .formatted(id, String.join(", ", ids), Guess.hint(id, ids)));
  }
}
