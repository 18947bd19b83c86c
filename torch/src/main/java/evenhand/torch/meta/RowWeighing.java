package evenhand.torch.meta;

/** A way to weigh the rows of each step by what trusted rows say. A value without data. */
public sealed interface RowWeighing
    permits Forml, LargestLosses, LookAheadWeights, MetaWeightNet, NashBargain, StaticWeights {

  /**
   * @param rows of the whole training
   * @param seed of everything random
   */
  RowWeights on(int rows, long seed);
}
