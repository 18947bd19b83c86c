package evenhand.torch.meta;

import evenhand.loss.RowLoss;
import evenhand.torch.Stepping;

/**
 * How a network is trained under weights that trusted rows choose.
 *
 * @param epochs passes over the training rows, ≥ 1
 * @param batch training rows of a step, ≥ 1
 * @param rate first step size, &gt; 0
 * @param decay of the parameters, ≥ 0
 * @param stepping how gradients become steps
 * @param trusted how trusted rows are asked
 */
public record MetaOptions(
    int epochs, int batch, double rate, double decay, Stepping stepping, Trust trusted) {

  /**
   * How trusted rows are asked.
   *
   * @param batch trusted rows of a step, ≥ 1; all where there are no more
   * @param least of them in every cell of group and label, as far as there are
   * @param loss of each trusted row
   * @param imagined the step that they look ahead along
   * @param passes whether one forward pass serves both the look ahead and the step
   */
  public record Trust(int batch, int least, RowLoss loss, Imagined imagined, Passes passes) {

    /** Cross entropy along the optimiser's step, in one pass. */
    public static Trust of(int batch) {
      return new Trust(batch, 1, RowLoss.CROSS_ENTROPY, Imagined.OPTIMIZER, Passes.SHARED);
    }
  }

  /** The step along which trusted rows look ahead. */
  public enum Imagined {
    /** Down the gradient, times the rate. */
    PLAIN,
    /** With the optimiser's momentum and decay; of Adam, whose step is not affine, a plain one. */
    OPTIMIZER
  }

  /** How often a step looks at its rows. */
  public enum Passes {
    /** Once, with one mask of dropout; trusted rows without dropout. */
    SHARED,
    /**
     * Once to ask the trusted rows and once to step, trusted rows with dropout too: masks differ,
     * as where Nash-Meta-Learning was published. Once where trusted rows are not asked.
     */
    FRESH
  }
}
