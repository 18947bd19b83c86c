package evenhand.reduce;

/** How the prices of the inequalities are found. */
public enum Pricing {
  /** By the linear program over all replies, with exploration between: few fits. */
  CUTTING_PLANES,
  /**
   * By exponentiated gradient, as published: the average of the replies or the linear program's
   * mixture, whichever has the smaller gap.
   */
  MULTIPLICATIVE_WEIGHTS
}
