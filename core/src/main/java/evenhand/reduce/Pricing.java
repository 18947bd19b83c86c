package evenhand.reduce;

/** How the prices of the inequalities are found. */
public enum Pricing {
  /** By the linear program over all replies, kept from jumping: few fits. */
  CUTTING_PLANES,
  /** By exponentiated gradient, as published; the linear program has every second round. */
  MULTIPLICATIVE_WEIGHTS
}
