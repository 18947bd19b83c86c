package evenhand.torch;

import evenhand.data.DataException;
import evenhand.parity.Parity;
import evenhand.parity.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an adversary knows of a row's label, and so which parity it stands for: who can't tell the
 * group from the decision and the label can't tell it from the errors.
 *
 * <p>Zhang, Lemoine and Mitchell, "Mitigating unwanted biases with adversarial learning", AIES
 * 2018, section 3.
 */
enum Sight {
  /** Nothing: demographic parity. */
  BLIND,
  /** It sees the label: equalized odds. */
  LABEL,
  /** It sees only rows of label 1: equal opportunity. */
  POSITIVES,
  /** It sees only rows of label 0: false positive parity. */
  NEGATIVES;

  /**
   * @throws DataException for requirements no adversary stands for
   */
  static Sight of(List<Requirement> requirements) {
    Set<Sight> all = EnumSet.noneOf(Sight.class);
    requirements.forEach(each -> all.add(of(each.parity())));
    if (all.isEmpty()) {
      return BLIND;
    }
    if (all.size() == 1) {
      return all.iterator().next();
    }
    if (all.contains(BLIND)) {
      throw new DataException(
          "one adversary can't see the label and not see it; require demographic_parity alone, or parities of errors alone");
    }
    return LABEL;
  }

  private static Sight of(Parity parity) {
    return switch (parity) {
      case DEMOGRAPHIC_PARITY -> BLIND;
      case EQUALIZED_ODDS, ERROR_RATE_BALANCE -> LABEL;
      case EQUAL_OPPORTUNITY -> POSITIVES;
      case FALSE_POSITIVE_PARITY -> NEGATIVES;
      default ->
          throw new DataException(
              "no adversary stands for %s; adversarial trains for demographic_parity, equalized_odds, error_rate_balance, equal_opportunity and false_positive_parity"
                  .formatted(parity.id()));
    };
  }

  /** Whether rows of that label count. */
  boolean counts(int label) {
    return switch (this) {
      case BLIND, LABEL -> true;
      case POSITIVES -> label == 1;
      case NEGATIVES -> label == 0;
    };
  }
}
