package evenhand.frontier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The points that no other point dominates. Of equal points the first counts, the others are its
 * duplicates.
 *
 * @param points in the order given
 * @param members indices into {@code points}, in increasing order of the gap and so of the merit
 */
public record Frontier(List<Point> points, List<Integer> members) {

  /** Distances from a straight line that are rounding. */
  private static final double NEGLIGIBLE = 1e-12;

  private static final int FEWEST_FOR_A_KNEE = 3;

  public Frontier {
    points = List.copyOf(points);
    members = List.copyOf(members);
  }

  /** Sorts once: O(n log n). Which points are members does not depend on their order. */
  public static Frontier of(List<Point> points) {
    List<Integer> sorted =
        IntStream.range(0, points.size())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> points.get(i).gap())
                    .thenComparing(Comparator.comparingDouble(i -> -points.get(i).merit()))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    List<Integer> members = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (int i : sorted) {
      if (points.get(i).merit() > best) {
        members.add(i);
        best = points.get(i).merit();
      }
    }
    return new Frontier(points, members);
  }

  /** The member that is equal to a point, be it the point itself; empty where it is dominated. */
  public OptionalInt memberLike(Point point) {
    return members.stream()
        .filter(member -> points.get(member).equals(point))
        .mapToInt(Integer::intValue)
        .findFirst();
  }

  /**
   * The member beyond which more merit costs more gap than before: of those above the straight line
   * from the first member to the last, with both axes scaled to that line's box, the one farthest
   * from it. Undefined with fewer than three members, and where none lies above the line.
   *
   * <p>Satopää et al., "Finding a kneedle in a haystack", ICDCS workshops 2011, for a concave
   * increasing curve, without smoothing.
   *
   * @return index into {@code points}
   */
  public OptionalInt knee() {
    if (members.size() < FEWEST_FOR_A_KNEE) {
      return OptionalInt.empty();
    }
    Point first = points.get(members.get(0));
    Point last = points.get(members.get(members.size() - 1));
    double farthest = NEGLIGIBLE;
    OptionalInt knee = OptionalInt.empty();
    for (int member : members) {
      Point point = points.get(member);
      double above =
          (point.merit() - first.merit()) / (last.merit() - first.merit())
              - (point.gap() - first.gap()) / (last.gap() - first.gap());
      if (above > farthest) {
        farthest = above;
        knee = OptionalInt.of(member);
      }
    }
    return knee;
  }

  /**
   * The area of all points that some member dominates and that are better than a reference in both
   * (Zitzler and Thiele, PPSN 1998). Members that are no better than the reference add nothing.
   *
   * @param reference a merit and a gap that are barely acceptable
   */
  public double hypervolume(Point reference) {
    double area = 0;
    double below = reference.merit();
    for (int member : members) {
      Point point = points.get(member);
      if (point.gap() < reference.gap() && point.merit() > below) {
        area += (point.merit() - below) * (reference.gap() - point.gap());
        below = point.merit();
      }
    }
    return area;
  }
}
