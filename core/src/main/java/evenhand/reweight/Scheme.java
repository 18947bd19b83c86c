package evenhand.reweight;

/** Weights that are fixed before anything is fitted. */
public enum Scheme {
  /** The rows as they are. */
  UNIFORM,
  /** Positive parts of normal draws, a baseline of Ren et al., ICML 2018, section 4.1. */
  RANDOM,
  /** One over the weight of the row's cell: every cell counts the same. */
  PROPORTIONAL,
  /**
   * P(group)·P(label) / P(group, label): with these weights label and group are independent.
   * Kamiran and Calders, "Data preprocessing techniques for classification without discrimination",
   * KAIS 2012, algorithm 3.
   */
  KAMIRAN_CALDERS,
  /**
   * (1 - β) / (1 - β^n) for a cell of n rows: from uniform at β = 0 to proportional as β nears 1.
   * Cui et al., "Class-balanced loss based on effective number of samples", CVPR 2019, equation 2.
   */
  CLASS_BALANCED;

  /** Whether what it weighs alike is left open. */
  public boolean weighsCells() {
    return this == PROPORTIONAL || this == CLASS_BALANCED;
  }
}
