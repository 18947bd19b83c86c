package evenhand.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TallyTest {

  /** Rows of a random sample, with one attribute of k groups. */
  private record Rows(
      int[] labels, int[] decisions, double[] shares, double[] weights, Groups groups) {

    static Rows draw(int n, int k, SplittableRandom random) {
      return new Rows(
          IntStream.range(0, n).map(i -> random.nextInt(2)).toArray(),
          IntStream.range(0, n).map(i -> random.nextInt(2)).toArray(),
          IntStream.range(0, n).mapToDouble(i -> random.nextInt(5) / 4.0).toArray(),
          IntStream.range(0, n).mapToDouble(i -> random.nextInt(4) / 2.0).toArray(),
          groups("g", n, k, random));
    }

    static Groups groups(String attribute, int n, int k, SplittableRandom random) {
      return new Groups(
          attribute,
          IntStream.range(0, k).mapToObj(g -> "group " + g).toList(),
          IntStream.range(0, n).map(i -> random.nextInt(k)).toArray());
    }

    double[] decided() {
      return Arrays.stream(decisions).asDoubleStream().toArray();
    }
  }

  /** Row counts around the edges of the blocks that are counted at once. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 7, 4095, 4096, 4097, 300_001})
  void countsEveryRowOnce(int n) {
    SplittableRandom random = new SplittableRandom(n);
    for (int k : new int[] {1, 2, 7}) {
      Rows rows = Rows.draw(n, k, random);
      double[] cells = new double[4 * k];
      for (int i = 0; i < n; i++) {
        cells[4 * rows.groups.codes()[i] + 2 * rows.labels[i] + rows.decisions[i]]++;
      }
      Tally tally = Tally.of(rows.labels, rows.decisions, rows.groups);
      assertThat(tally.groups()).isEqualTo(k);
      for (int g = 0; g < k; g++) {
        assertThat(tally.cells(g)).isEqualTo(Arrays.copyOfRange(cells, 4 * g, 4 * g + 4));
        assertThat(tally.squares(g)).isEqualTo(tally.cells(g));
        assertThat(tally.rows(g)).isEqualTo(rows.groups.counts()[g]);
      }
      assertThat(Tally.of(rows.labels, rows.decided(), Optional.empty(), List.of(rows.groups)))
          .containsExactly(tally);
    }
  }

  @Test
  void sharesAndWeightsAreSplitBetweenTheCells() {
    SplittableRandom random = new SplittableRandom(1);
    Rows rows = Rows.draw(5000, 3, random);
    double[] cells = new double[12];
    double[] squares = new double[12];
    for (int i = 0; i < 5000; i++) {
      int at = 4 * rows.groups.codes()[i] + 2 * rows.labels[i];
      double w = rows.weights[i];
      cells[at + 1] += w * rows.shares[i];
      cells[at] += w * (1 - rows.shares[i]);
      squares[at + 1] += w * w * rows.shares[i];
      squares[at] += w * w * (1 - rows.shares[i]);
    }
    Tally tally =
        Tally.of(rows.labels, rows.shares, Optional.of(rows.weights), List.of(rows.groups)).get(0);
    for (int g = 0; g < 3; g++) {
      assertThat(tally.cells(g))
          .containsExactly(Arrays.copyOfRange(cells, 4 * g, 4 * g + 4), within(1e-9));
      assertThat(tally.squares(g))
          .containsExactly(Arrays.copyOfRange(squares, 4 * g, 4 * g + 4), within(1e-9));
      assertThat(tally.rows(g)).isEqualTo(rows.groups.counts()[g]);
    }
  }

  @Test
  void oneShareAmongWholeDecisionsIsNotRounded() {
    Groups one = new Groups("g", List.of("all"), new int[3]);
    Tally tally =
        Tally.of(new int[] {1, 1, 0}, new double[] {1, 0.25, 0}, Optional.empty(), List.of(one))
            .get(0);
    assertThat(tally.cells(0)).containsExactly(1, 0, 0.75, 1.25);
  }

  @Test
  void severalAttributesAtOnceAreEachAsAlone() {
    SplittableRandom random = new SplittableRandom(2);
    Rows rows = Rows.draw(10_000, 2, random);
    Groups other = Rows.groups("h", 10_000, 11, random);
    assertThat(Tally.of(rows.labels, rows.decided(), Optional.empty(), List.of(rows.groups, other)))
        .containsExactly(
            Tally.of(rows.labels, rows.decisions, rows.groups),
            Tally.of(rows.labels, rows.decisions, other));
  }

  @Test
  void talliesOfPartsAddUpToThatOfTheWhole() {
    SplittableRandom random = new SplittableRandom(3);
    for (int sample = 0; sample < 20; sample++) {
      Rows rows = Rows.draw(1000, 4, random);
      int cut = random.nextInt(1001);
      List<Tally> parts = new ArrayList<>();
      for (int[] range : new int[][] {{0, cut}, {cut, 1000}}) {
        parts.add(
            Tally.of(
                Arrays.copyOfRange(rows.labels, range[0], range[1]),
                Arrays.copyOfRange(rows.decisions, range[0], range[1]),
                rows.groups.select(IntStream.range(range[0], range[1]).toArray())));
      }
      Tally whole = Tally.of(rows.labels, rows.decisions, rows.groups);
      assertThat(parts.get(0).plus(parts.get(1))).isEqualTo(whole);
      assertThat(parts.get(1).plus(parts.get(0))).isEqualTo(whole);
    }
  }

  @Test
  void pooledIsTheTallyOfOneGroup() {
    Rows rows = Rows.draw(1000, 5, new SplittableRandom(4));
    Groups everyone = new Groups("g", List.of("all"), new int[1000]);
    assertThat(Tally.of(rows.labels, rows.decisions, rows.groups).pooled())
        .isEqualTo(Tally.of(rows.labels, rows.decisions, everyone));
  }

  /** Weights that no binary fraction holds: the order of additions shows. */
  @Test
  void anyNumberOfThreadsGivesTheSameBits() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    Rows rows = Rows.draw(1_000_000, 3, random);
    double[] weights = random.doubles(1_000_000).toArray();
    List<Tally> tallies = new ArrayList<>();
    for (int threads : new int[] {1, 2, 5}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      tallies.addAll(
          pool.submit(
                  () ->
                      Tally.of(
                          rows.labels, rows.shares, Optional.of(weights), List.of(rows.groups)))
              .get());
      pool.shutdown();
    }
    assertThat(tallies).containsOnly(tallies.get(0));
  }

  @Test
  void refusesWhatItCannotCount() {
    Groups two = new Groups("sex", List.of("F", "M"), new int[] {0, 1});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.of(new int[] {0, 2}, new int[] {0, 1}, two))
        .withMessageContaining("0 or 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.of(new int[] {0, 1}, new int[] {0, -1}, two))
        .withMessageContaining("0 or 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.of(new int[] {0}, new int[] {0}, two))
        .withMessage("sex has 2 rows, the labels 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tally.of(new int[] {0, 1}, new int[] {0}, two))
        .withMessageContaining("sizes differ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Tally.of(new int[2], new int[2], two)
                    .plus(Tally.of(new int[2], new int[2], two).pooled()))
        .withMessageContaining("2 and 1 groups");
  }
}
