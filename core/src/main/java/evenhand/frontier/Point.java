package evenhand.frontier;

/**
 * Where a candidate stands, turned so that every merit is better when higher and every gap when
 * lower: a loss is negated, and of a ratio the gap is 1 − ratio.
 *
 * @param merit finite
 * @param gap finite
 */
public record Point(double merit, double gap) {

  public Point {
    if (!Double.isFinite(merit) || !Double.isFinite(gap)) {
      throw new IllegalArgumentException("a point must be finite, got " + merit + " and " + gap);
    }
  }

  /** Whether this is no worse in both and better in one; a point does not dominate its equal. */
  public boolean dominates(Point other) {
    return merit >= other.merit && gap <= other.gap && (merit > other.merit || gap < other.gap);
  }
}
