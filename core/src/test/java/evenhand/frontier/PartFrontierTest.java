package evenhand.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.train.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PartFrontierTest {

  private static final Point LOW = new Point(0.70, 0.00);
  private static final Point KNEE = new Point(0.79, 0.02);
  private static final Point HIGH = new Point(0.80, 0.10);
  private static final Point WORSE = new Point(0.75, 0.05);

  private static PartFrontier of(List<Optional<Point>> points, List<List<Point>> drawn) {
    int measured = (int) points.stream().filter(Optional::isPresent).count();
    return PartFrontier.of(
        new FrontierJob.Compared(Part.TEST, List.of(), new Replicates(measured, drawn)),
        123,
        points,
        Optional.of(new PartFrontier.Reference(new Point(0, 1), 1, 0.95)));
  }

  @Test
  void everyCandidateHasAPlace() {
    List<Point> shown = List.of(HIGH, WORSE, LOW, KNEE, KNEE);
    PartFrontier part =
        of(
            List.of(
                Optional.of(HIGH),
                Optional.empty(),
                Optional.of(WORSE),
                Optional.of(LOW),
                Optional.of(KNEE),
                Optional.of(KNEE)),
            List.of(shown, shown, shown, List.of(HIGH, new Point(0.9, 0.05), LOW, KNEE, KNEE)));
    assertThat(part.members()).containsExactly(3, 4, 0);
    assertThat(part.knee()).contains(4);
    assertThat(part.replicates()).isEqualTo(4);
    assertThat(part.places().get(1)).isEqualTo(Place.notMeasured());
    Place worse = part.places().get(2);
    assertThat(worse.status()).isEqualTo(Place.Status.DOMINATED);
    assertThat(worse.other()).contains(4);
    assertThat(worse.dominated()).hasValue(0.75);
    assertThat(worse.onFrontier()).hasValue(0.25);
    assertThat(part.places().get(0).onFrontier()).hasValue(0.75);
    Place twin = part.places().get(5);
    assertThat(twin.status()).isEqualTo(Place.Status.DUPLICATE);
    assertThat(twin.other()).contains(4);
    assertThat(twin.status().id()).isEqualTo("duplicate");
    PartFrontier.Area area = part.area().orElseThrow();
    // 0.7 · 1 + 0.09 · 0.98 + 0.01 · 0.9
    assertThat(area.value()).isCloseTo(0.7972, within(1e-12));
    assertThat(area.interval().orElseThrow().contains(area.value())).isTrue();
  }

  @Test
  void withoutAnyPointThereIsNothing() {
    PartFrontier part = of(List.of(Optional.empty()), List.of());
    assertThat(part.members()).isEmpty();
    assertThat(part.knee()).isEmpty();
    assertThat(part.area()).isEmpty();
  }
}
