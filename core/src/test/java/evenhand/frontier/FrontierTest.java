package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FrontierTest {

  private static final int CLOUDS = 300;
  private static final double ROUNDING = 1e-12;

  /** Up to 40 points on a coarse lattice, so that ties and equals are common. */
  private static List<Point> cloud(SplittableRandom random) {
    int lattice = 1 + random.nextInt(12);
    List<Point> points = new ArrayList<>();
    int count = random.nextInt(41);
    for (int i = 0; i < count; i++) {
      points.add(
          new Point(
              random.nextInt(lattice + 1) / (double) lattice,
              random.nextInt(lattice + 1) / (double) lattice));
    }
    return points;
  }

  private static boolean isDominated(Point point, List<Point> points) {
    return points.stream().anyMatch(other -> other.dominates(point));
  }

  @Test
  void membersAreWhatComparingAllPairsFinds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < CLOUDS; trial++) {
      List<Point> points = cloud(random);
      List<Integer> expected =
          IntStream.range(0, points.size())
              .filter(i -> !isDominated(points.get(i), points))
              .filter(i -> points.indexOf(points.get(i)) == i)
              .boxed()
              .toList();
      assertThat(Frontier.of(points).members()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void membersComeInIncreasingOrderOfBoth() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < CLOUDS; trial++) {
      Frontier frontier = Frontier.of(cloud(random));
      for (int m = 1; m < frontier.members().size(); m++) {
        Point before = frontier.points().get(frontier.members().get(m - 1));
        Point after = frontier.points().get(frontier.members().get(m));
        assertThat(after.gap()).isGreaterThan(before.gap());
        assertThat(after.merit()).isGreaterThan(before.merit());
      }
    }
  }

  @Test
  void equalsOfMembersAreKnownAndDominatedPointsAreNot() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < CLOUDS; trial++) {
      List<Point> points = cloud(random);
      Frontier frontier = Frontier.of(points);
      for (Point point : points) {
        assertThat(frontier.memberLike(point).isPresent()).isEqualTo(!isDominated(point, points));
        frontier
            .memberLike(point)
            .ifPresent(member -> assertThat(points.get(member)).isEqualTo(point));
      }
    }
  }

  @Test
  void orderDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < CLOUDS; trial++) {
      List<Point> points = cloud(random);
      List<Point> shuffled = new ArrayList<>(points);
      Collections.shuffle(shuffled, new Random(trial));
      Frontier one = Frontier.of(points);
      Frontier other = Frontier.of(shuffled);
      assertThat(members(other)).isEqualTo(members(one));
      Point reference = new Point(0, 1);
      assertThat(other.hypervolume(reference)).isEqualTo(one.hypervolume(reference));
      assertThat(one.knee().isPresent()).isEqualTo(other.knee().isPresent());
      one.knee()
          .ifPresent(
              knee ->
                  assertThat(shuffled.get(other.knee().getAsInt())).isEqualTo(points.get(knee)));
    }
  }

  private static Set<Point> members(Frontier frontier) {
    Set<Point> members = new HashSet<>();
    frontier.members().forEach(member -> members.add(frontier.points().get(member)));
    return members;
  }

  @Test
  void hypervolumeIsTheShareOfLatticeCellsThatAreDominated() {
    SplittableRandom random = new SplittableRandom(5);
    int cells = 60; // a multiple of no lattice is needed: cells are asked at their corners
    for (int trial = 0; trial < CLOUDS; trial++) {
      List<Point> points =
          cloud(random).stream()
              .map(
                  point ->
                      new Point(
                          Math.rint(point.merit() * cells) / cells,
                          Math.rint(point.gap() * cells) / cells))
              .toList();
      int dominated = 0;
      for (int m = 0; m < cells; m++) {
        for (int g = 0; g < cells; g++) {
          double merit = (m + 0.5) / cells;
          double gap = (g + 0.5) / cells;
          dominated +=
              points.stream().anyMatch(point -> point.merit() > merit && point.gap() < gap) ? 1 : 0;
        }
      }
      assertThat(Frontier.of(points).hypervolume(new Point(0, 1)))
          .isCloseTo(dominated / (double) (cells * cells), within(1e-9));
    }
  }

  @Test
  void hypervolumeByHand() {
    Frontier frontier =
        Frontier.of(List.of(new Point(0.5, 0.1), new Point(0.7, 0.2), new Point(0.9, 0.6)));
    // 0.5 · 0.9 + 0.2 · 0.8 + 0.2 · 0.4
    assertThat(frontier.hypervolume(new Point(0, 1))).isCloseTo(0.69, within(ROUNDING));
    // only the second and, above it, nothing: the third has a gap of 0.6 and more than 0.5
    assertThat(frontier.hypervolume(new Point(0.6, 0.5))).isCloseTo(0.03, within(ROUNDING));
    assertThat(frontier.hypervolume(new Point(0.9, 1))).isZero();
    assertThat(Frontier.of(List.of()).hypervolume(new Point(0, 1))).isZero();
  }

  @Test
  void kneeByHand() {
    List<Point> points =
        List.of(
            new Point(0.70, 0.00),
            new Point(0.75, 0.05),
            new Point(0.79, 0.06),
            new Point(0.80, 0.10));
    // above the line: 0.5 − 0.5 = 0, 0.9 − 0.6 = 0.3
    assertThat(Frontier.of(points).knee()).hasValue(2);
  }

  @Test
  void kneeIsUndefinedWithoutThreeMembersOrABend() {
    assertThat(Frontier.of(List.of()).knee()).isEmpty();
    assertThat(Frontier.of(List.of(new Point(0.7, 0))).knee()).isEmpty();
    assertThat(Frontier.of(List.of(new Point(0.7, 0), new Point(0.8, 0.1))).knee()).isEmpty();
    assertThat(
            Frontier.of(List.of(new Point(0.5, 0), new Point(0.55, 0.1), new Point(0.8, 0.2)))
                .knee())
        .isEmpty();
    assertThat(
            Frontier.of(List.of(new Point(0.5, 0), new Point(0.75, 0.25), new Point(1, 0.5)))
                .knee())
        .isEmpty();
  }
}
