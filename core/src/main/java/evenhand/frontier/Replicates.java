package evenhand.frontier;

import evenhand.metric.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All candidates on the rows of every replicate in which each of them has a merit and a gap.
 *
 * @param candidates how many
 * @param drawn by replicate, each of one point per candidate
 */
public record Replicates(int candidates, List<List<Point>> drawn) {

  public Replicates {
    drawn = List.copyOf(drawn);
  }

  static Replicates of(int candidates, List<List<Optional<Point>>> all) {
    List<List<Point>> drawn = new ArrayList<>();
    for (List<Optional<Point>> points : all) {
      if (points.stream().allMatch(Optional::isPresent)) {
        drawn.add(points.stream().map(Optional::orElseThrow).toList());
      }
    }
    return new Replicates(candidates, drawn);
  }

  /** How many there are. */
  public int count() {
    return drawn.size();
  }

  /**
   * In which share of the replicates each candidate is on the frontier, equals of members included;
   * shape [candidates].
   *
   * @return empty where there are no replicates
   */
  public Optional<double[]> onFrontier() {
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    double[] share = new double[candidates];
    for (List<Point> points : drawn) {
      Frontier frontier = Frontier.of(points);
      for (int c = 0; c < candidates; c++) {
        share[c] += frontier.memberLike(points.get(c)).isPresent() ? 1 : 0;
      }
    }
    for (int c = 0; c < candidates; c++) {
      share[c] /= drawn.size();
    }
    return Optional.of(share);
  }

  /** In which share of the replicates one candidate dominates another. */
  public OptionalDouble dominates(int one, int other) {
    return share(points -> points.get(one).dominates(points.get(other)));
  }

  /** In which share of the replicates one candidate has the greater merit. */
  public OptionalDouble exceeds(int one, int other) {
    return share(points -> points.get(one).merit() > points.get(other).merit());
  }

  private OptionalDouble share(java.util.function.Predicate<List<Point>> holds) {
    return drawn.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) drawn.stream().filter(holds).count() / drawn.size());
  }

  /**
   * The interval of the area that the frontier dominates. The frontier of a sample is drawn from
   * the luckiest candidates, and that of a replicate once more, so the area's own excess over the
   * replicates' is taken away again: the basic bootstrap interval (Davison and Hinkley, 1997,
   * equation 5.6), widened to hold the value and without what no area can be.
   *
   * @param value of the sample
   * @param largest area there can be
   */
  public Optional<Interval> hypervolume(
      Point reference, double value, double largest, double confidence) {
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    double[] areas =
        drawn.stream()
            .mapToDouble(points -> Frontier.of(points).hypervolume(reference))
            .sorted()
            .toArray();
    double tail = (1 - confidence) / 2;
    Interval basic =
        new Interval(2 * value - quantile(areas, 1 - tail), 2 * value - quantile(areas, tail));
    return Optional.of(basic.around(value, 0, largest));
  }

  private static double quantile(double[] sorted, double share) {
    int at = (int) Math.round(share * (sorted.length - 1));
    return sorted[Math.max(0, Math.min(sorted.length - 1, at))];
  }

  /** The differences of merit and of gap, one candidate less another, with their intervals. */
  public Optional<Differences> difference(int one, int other, double confidence) {
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    double[] merit =
        drawn.stream().mapToDouble(p -> p.get(one).merit() - p.get(other).merit()).toArray();
    double[] gap = drawn.stream().mapToDouble(p -> p.get(one).gap() - p.get(other).gap()).toArray();
    return Optional.of(new Differences(percentile(merit, confidence), percentile(gap, confidence)));
  }

  /** Percentile intervals, of turned merits and gaps. */
  public record Differences(Interval merit, Interval gap) {}

  private static Interval percentile(double[] values, double confidence) {
    Arrays.sort(values);
    double tail = (1 - confidence) / 2;
    return new Interval(quantile(values, tail), quantile(values, 1 - tail));
  }
}
