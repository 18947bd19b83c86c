package evenhand.frontier;

import evenhand.metric.Interval;
import evenhand.train.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The frontier on one part of the rows.
 *
 * @param rows how many
 * @param places of all candidates, in their order
 * @param members candidates on the frontier, in increasing order of the gap
 * @param knee a member, see {@link Frontier#knee}
 * @param area that the frontier dominates; empty where no reference is known
 * @param replicates of the paired bootstrap in which every measured candidate had merit and gap
 */
public record PartFrontier(
    Part part,
    long rows,
    List<Place> places,
    List<Integer> members,
    Optional<Integer> knee,
    Optional<Area> area,
    int replicates) {

  public PartFrontier {
    places = List.copyOf(places);
    members = List.copyOf(members);
  }

  /**
   * A hypervolume.
   *
   * @param reference turned, see {@link Point}
   * @param value see {@link Frontier#hypervolume}
   * @param interval see {@link Replicates#hypervolume}
   */
  public record Area(Point reference, double value, Optional<Interval> interval) {}

  /**
   * @param points of all candidates, in their order; empty where one was not measured
   * @param reference of the hypervolume, if there is one
   */
  static PartFrontier of(
      FrontierJob.Compared part,
      long rows,
      List<Optional<Point>> points,
      Optional<Reference> reference) {
    Replicates replicates = part.replicates();
    List<Integer> measured = new ArrayList<>();
    List<Point> known = new ArrayList<>();
    for (int c = 0; c < points.size(); c++) {
      if (points.get(c).isPresent()) {
        measured.add(c);
        known.add(points.get(c).get());
      }
    }
    Frontier frontier = Frontier.of(known);
    List<Place> places = new ArrayList<>(Collections.nCopies(points.size(), Place.notMeasured()));
    Optional<double[]> shares = replicates.onFrontier();
    for (int k = 0; k < known.size(); k++) {
      int at = k;
      OptionalDouble share =
          shares.map(all -> OptionalDouble.of(all[at])).orElse(OptionalDouble.empty());
      places.set(measured.get(k), place(k, frontier, replicates, share, measured));
    }
    OptionalInt knee = frontier.knee();
    return new PartFrontier(
        part.part(),
        rows,
        places,
        frontier.members().stream().map(measured::get).toList(),
        knee.isPresent() ? Optional.of(measured.get(knee.getAsInt())) : Optional.empty(),
        known.isEmpty() ? Optional.empty() : reference.map(r -> r.area(frontier, replicates)),
        replicates.count());
  }

  /**
   * Against what a hypervolume is measured.
   *
   * @param largest area there can be before it
   * @param confidence of its interval
   */
  record Reference(Point point, double largest, double confidence) {

    Area area(Frontier frontier, Replicates replicates) {
      double value = frontier.hypervolume(point);
      return new Area(point, value, replicates.hypervolume(point, value, largest, confidence));
    }
  }

  private static Place place(
      int k,
      Frontier frontier,
      Replicates replicates,
      OptionalDouble share,
      List<Integer> measured) {
    Point point = frontier.points().get(k);
    OptionalInt like = frontier.memberLike(point);
    if (like.isPresent()) {
      boolean itself = like.getAsInt() == k;
      return new Place(
          itself ? Place.Status.ON_FRONTIER : Place.Status.DUPLICATE,
          itself ? Optional.empty() : Optional.of(measured.get(like.getAsInt())),
          share,
          OptionalDouble.empty());
    }
    int strongest = -1;
    double most = -1;
    for (int member : frontier.members()) {
      double dominated = replicates.dominates(member, k).orElse(0);
      if (frontier.points().get(member).dominates(point) && dominated > most) {
        most = dominated;
        strongest = member;
      }
    }
    return new Place(
        Place.Status.DOMINATED,
        Optional.of(measured.get(strongest)),
        share,
        replicates.dominates(strongest, k));
  }
}
