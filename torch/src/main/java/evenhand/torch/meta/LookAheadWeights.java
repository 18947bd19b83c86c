package evenhand.torch.meta;

/**
 * Each row's weight is how much a step on it alone would help the trusted rows towards a goal.
 *
 * <p>Ren et al., "Learning to reweight examples for robust deep learning", ICML 2018, algorithm 1.
 * With the worst group as the goal, Meta-gDRO.
 *
 * @param goal on trusted rows
 * @param normalization of the weights
 */
public record LookAheadWeights(Goal goal, Normalization normalization) implements RowWeighing {

  @Override
  public RowWeights on(int rows, long seed) {
    return step -> normalization.weights(step.help(goal));
  }
}
