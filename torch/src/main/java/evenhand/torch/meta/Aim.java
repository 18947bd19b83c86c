package evenhand.torch.meta;

import evenhand.data.DataException;
import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Penalty;
import evenhand.loss.Smoothing;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.train.MethodOptions;
import java.util.List;

/** What trusted rows are to be like, by its command-line name. */
enum Aim {
  MEAN,
  WORST_GROUP,
  LOSS_GAP,
  MEAN_LOSS_GAP,
  PARITY;

  /** Whether it compares groups, so that one alone leaves it undefined. */
  boolean comparesGroups() {
    return this == LOSS_GAP || this == MEAN_LOSS_GAP || this == PARITY;
  }

  String word() {
    return MethodOptions.word(this);
  }

  /**
   * @throws DataException for a parity of no or several requirements, or of a ratio
   */
  Goal goal(List<Requirement> required) {
    return switch (this) {
      case MEAN -> new Goal.Mean();
      case WORST_GROUP -> new Goal.OfGroups(BoundedGroupLoss.How.WORST);
      case LOSS_GAP -> new Goal.OfGroups(BoundedGroupLoss.How.RANGE);
      case MEAN_LOSS_GAP -> new Goal.OfGroups(BoundedGroupLoss.How.PAIRWISE);
      case PARITY -> parity(only(required));
    };
  }

  /**
   * The requirement whose parity is the goal.
   *
   * @throws DataException when it is not one
   */
  static Requirement only(List<Requirement> required) {
    if (required.size() != 1) {
      throw new DataException(
          "the goal parity is that of one requirement, and there are %d; a --require without @COLUMN counts once for every group column"
              .formatted(required.size()));
    }
    Requirement only = required.get(0);
    if (only.kind() == Kind.RATIO) {
      throw new DataException(
          "the goal parity is a difference between groups, not the ratio of %s".formatted(only));
    }
    return only;
  }

  /** The largest difference between groups of the smoothed rates. */
  private static Goal parity(Requirement only) {
    return new Goal.OfParity(
        new FairnessLoss(
            only.parity(),
            Penalty.WORST,
            new Smoothing(Smoothing.Curve.SIGMOID, 1),
            only.attribute().orElseThrow()));
  }
}
