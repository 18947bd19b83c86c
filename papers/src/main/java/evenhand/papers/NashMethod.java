package evenhand.papers;

import evenhand.gradient.NashBargaining;
import evenhand.loss.BoundedGroupLoss;
import evenhand.torch.meta.Goal;
import evenhand.torch.meta.LargestLosses;
import evenhand.torch.meta.NashBargain;
import evenhand.torch.meta.Normalization;
import evenhand.torch.meta.RowWeighing;
import evenhand.torch.meta.StaticWeights;
import java.util.Locale;

/** The methods that Nash-Meta-Learning compares. */
enum NashMethod {
  BASELINE,
  DRO,
  LTR,
  FORML,
  META_GDRO,
  NASH_LTR,
  NASH_FORML,
  NASH_META_GDRO;

  /** Such as {@code nash-ltr}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @param bargaining passes of stage 1
   */
  RowWeighing weighing(int bargaining) {
    return switch (this) {
      case BASELINE -> new StaticWeights(new double[0], Normalization.EUCLIDEAN);
      case DRO -> new LargestLosses(0.4);
      case LTR, FORML, META_GDRO -> bargain(0);
      case NASH_LTR, NASH_FORML, NASH_META_GDRO -> bargain(bargaining);
    };
  }

  /** Without bargaining the same weights, with conflicts counted. */
  private RowWeighing bargain(int epochs) {
    return new NashBargain(
        NashBargaining.defaults(),
        epochs,
        goal(),
        Normalization.EUCLIDEAN,
        NashBargain.Watch.ALWAYS);
  }

  /** The same method that does not bargain first. */
  NashMethod alone() {
    return switch (this) {
      case NASH_LTR -> LTR;
      case NASH_FORML -> FORML;
      case NASH_META_GDRO -> META_GDRO;
      default -> this;
    };
  }

  private Goal goal() {
    return switch (alone()) {
      case FORML -> new Goal.OfGroups(BoundedGroupLoss.How.RANGE);
      case META_GDRO -> new Goal.OfGroups(BoundedGroupLoss.How.WORST);
      default -> new Goal.Mean();
    };
  }
}
