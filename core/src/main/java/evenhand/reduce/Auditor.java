package evenhand.reduce;

/** Who prices the inequalities, round after round. */
interface Auditor {

  /** What the next reply is asked at, shape [J], ≥ 0. */
  double[] prices();

  /** Hears the reply to {@link #prices}, which the pool holds by now. */
  void hear(Standing reply);

  /**
   * How much error or violation, at the prices the auditor may ask, a better mixture could save at
   * most: the duality gap, in units of error.
   */
  double gap();

  /** The largest lower bound of the error that the replies so far allow. */
  double bound();
}
