package evenhand.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Σ_g P(g | score) · m_g(score): the maps of groups for rows whose group is not known. P(g | score)
 * is linear between knots and constant outside of them.
 *
 * @param knots scores, increasing, finite, at least one
 * @param parts one per group; their shares at every knot add up to 1
 */
public record MixtureMap(double[] knots, List<Part> parts) implements CalibrationMap {

  static final int MOST_KNOTS = 1000;
  static final int MOST_PARTS = 10_000;

  /**
   * One group of the mixture.
   *
   * @param map of the group
   * @param shares P(g | score) at the knots, shape [knots], in [0, 1]
   */
  public record Part(CalibrationMap map, double[] shares) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Part that
          && map.equals(that.map)
          && Arrays.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
      return 31 * map.hashCode() + Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
      return "Part[" + map + ", " + Arrays.toString(shares) + "]";
    }
  }

  public MixtureMap {
    parts = List.copyOf(parts);
    if (knots.length == 0
        || knots.length > MOST_KNOTS
        || parts.isEmpty()
        || parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          "need 1 to %d knots and 1 to %d parts, got %d and %d"
              .formatted(MOST_KNOTS, MOST_PARTS, knots.length, parts.size()));
    }
    for (int k = 0; k < knots.length; k++) {
      double total = 0;
      for (Part part : parts) {
        double share = part.shares.length == knots.length ? part.shares[k] : Double.NaN;
        total += share >= 0 ? share : Double.NaN;
      }
      boolean after = Double.isFinite(knots[k]) && (k == 0 || knots[k] > knots[k - 1]);
      if (!after || !(Math.abs(total - 1) < 1e-9)) {
        throw new IllegalArgumentException(
            "knot %d is out of order, or its shares add up to %s instead of 1".formatted(k, total));
      }
    }
  }

  @Override
  public double of(double score) {
    int last = knots.length - 1;
    int next = 1;
    double share = 0;
    if (score >= knots[last]) {
      next = last;
      share = last == 0 ? 0 : 1;
    } else if (score > knots[0]) {
      int found = Arrays.binarySearch(knots, score);
      next = found >= 0 ? found + 1 : -found - 1;
      share = (score - knots[next - 1]) / (knots[next] - knots[next - 1]);
    }
    double sum = 0;
    for (Part part : parts) {
      double low = part.shares[Math.max(0, next - 1)];
      double high = part.shares[Math.min(next, last)];
      double weight = low + share * (high - low);
      sum += weight == 0 ? 0 : weight * part.map.of(score);
    }
    return Math.min(1, Math.max(0, sum));
  }

  /** The part of each group. */
  static List<Part> parts(List<CalibrationMap> maps, double[][] shares) {
    List<Part> parts = new ArrayList<>();
    for (int g = 0; g < shares.length; g++) {
      parts.add(new Part(maps.get(g), shares[g]));
    }
    return parts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MixtureMap that
        && Arrays.equals(knots, that.knots)
        && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(knots) + parts.hashCode();
  }

  @Override
  public String toString() {
    return "MixtureMap[" + parts.size() + " parts, " + knots.length + " knots]";
  }
}
