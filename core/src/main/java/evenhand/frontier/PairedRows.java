package evenhand.frontier;

import evenhand.audit.BinaryOutcomes;
import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What several candidates decide on the same rows, and their common bootstrap: a replicate draws
 * rows with replacement, within every group of the attributes' intersection as many as it has, and
 * all candidates are measured on the rows drawn. What is certain of the difference of two
 * candidates, whose errors are mostly the same, is far more than what is certain of either.
 *
 * <p>Rows on which all candidates decide alike, with the same label and groups, count as one row
 * drawn several times, so the work grows with the disagreements and not with the rows.
 */
final class PairedRows {

  private static final int CELLS = 4;

  private final Axes axes;
  private final int[] labels;
  private final double[] weights;
  private final List<Groups> attributes;
  private final List<BitSet> decisions = new ArrayList<>();
  private final List<double[]> scores = new ArrayList<>();

  /**
   * @param rows labels and weights; the decisions are not used
   * @param all partitions of the rows, among them those of the axes
   */
  PairedRows(Axes axes, BinaryOutcomes rows, List<Groups> all) {
    this.axes = axes;
    this.labels = rows.labels();
    this.weights = rows.weights().orElseGet(() -> ones(rows.size()));
    this.attributes =
        axes.attributes().stream()
            .map(name -> all.stream().filter(groups -> groups.attribute().equals(name)).findFirst())
            .map(Optional::orElseThrow)
            .toList();
  }

  private static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Decisions as they are kept here. */
  static BitSet bits(double[] decisions) {
    BitSet bits = new BitSet(decisions.length);
    for (int i = 0; i < decisions.length; i++) {
      if (decisions[i] == 1) {
        bits.set(i);
      } else if (decisions[i] != 0) {
        throw new DataException(
            "the decision of row %d is %s; candidates are compared on decisions of 0 or 1"
                .formatted(i + 1, decisions[i]));
      }
    }
    return bits;
  }

  /**
   * @param score read only where the merit is one of scores
   */
  void add(BitSet decided, Optional<double[]> score) {
    decisions.add(decided);
    if (axes.merit().cells().isEmpty()) {
      scores.add(score.orElseThrow());
    }
  }

  /**
   * Measures all candidates on the rows of each replicate. The same seed gives the same numbers on
   * any number of threads.
   *
   * @param count of replicates
   */
  Replicates replicate(int count, long seed) {
    Patterns patterns = patterns();
    int[][] strata = strata();
    Reading reading =
        new Reading(
            twins(), decisions.stream().map(decided -> cellsOf(decided, patterns)).toList());
    SplittableRandom random = new SplittableRandom(seed);
    long[] seeds = random.longs(count).toArray();
    List<List<Optional<Point>>> drawn =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(
                replicate ->
                    measure(
                        draw(strata, new SplittableRandom(seeds[replicate])), patterns, reading))
            .toList();
    return Replicates.of(decisions.size(), drawn);
  }

  /** How often each row is drawn, shape [n]. */
  private int[] draw(int[][] strata, SplittableRandom random) {
    int[] drawn = new int[labels.length];
    for (int[] stratum : strata) {
      for (int i = 0; i < stratum.length; i++) {
        drawn[stratum[random.nextInt(stratum.length)]]++;
      }
    }
    return drawn;
  }

  private int[][] strata() {
    Groups cross = Groups.cross(attributes);
    int[] counts = cross.counts();
    int[][] strata = new int[counts.length][];
    int[] filled = new int[counts.length];
    for (int g = 0; g < counts.length; g++) {
      strata[g] = new int[counts[g]];
    }
    for (int i = 0; i < labels.length; i++) {
      int g = cross.codes()[i];
      strata[g][filled[g]++] = i;
    }
    return strata;
  }

  /**
   * Rows that count alike.
   *
   * @param of each row, shape [n]
   * @param example a row of each pattern, shape [p]
   */
  private record Patterns(int[] of, int[] example) {

    int count() {
      return example.length;
    }
  }

  /** Splits the rows by label and groups, and then by the decisions of one candidate at a time. */
  private Patterns patterns() {
    Groups cross = Groups.cross(attributes);
    int[] of = cross.codes().clone();
    int count = refine(of, cross.names().size(), labels);
    for (BitSet decided : decisions) {
      int[] bits = new int[of.length];
      decided.stream().forEach(row -> bits[row] = 1);
      count = refine(of, count, bits);
    }
    int[] example = new int[count];
    for (int i = of.length - 1; i >= 0; i--) {
      example[of[i]] = i;
    }
    return new Patterns(of, example);
  }

  /**
   * Renumbers from 0 in order of first appearance.
   *
   * @param of each row, below {@code count}
   * @return how many there are now
   */
  private static int refine(int[] of, int count, int[] bit) {
    int[] numbers = new int[2 * count];
    Arrays.fill(numbers, -1);
    int next = 0;
    for (int i = 0; i < of.length; i++) {
      int key = 2 * of[i] + bit[i];
      if (numbers[key] < 0) {
        numbers[key] = next++;
      }
      of[i] = numbers[key];
    }
    return next;
  }

  /** The candidates that decide alike with one that was named before, with its number. */
  private int[] twins() {
    Map<BitSet, Integer> first = new HashMap<>();
    int[] twins = new int[decisions.size()];
    for (int c = 0; c < twins.length; c++) {
      int number = c;
      twins[c] = scores.isEmpty() ? first.computeIfAbsent(decisions.get(c), key -> number) : number;
    }
    return twins;
  }

  /**
   * The cell that each pattern counts into, 4g + 2y + d in group g, [attributes][p].
   *
   * @param decided by one candidate
   */
  private int[][] cellsOf(BitSet decided, Patterns patterns) {
    int[][] cells = new int[attributes.size()][patterns.count()];
    for (int a = 0; a < cells.length; a++) {
      for (int p = 0; p < patterns.count(); p++) {
        int row = patterns.example()[p];
        cells[a][p] =
            CELLS * attributes.get(a).codes()[row] + 2 * labels[row] + (decided.get(row) ? 1 : 0);
      }
    }
    return cells;
  }

  private List<Optional<Point>> measure(int[] drawn, Patterns patterns, Reading reading) {
    double[] weight = new double[patterns.count()];
    for (int i = 0; i < drawn.length; i++) {
      weight[patterns.of()[i]] += drawn[i] * weights[i];
    }
    List<Optional<Point>> points = new ArrayList<>();
    for (int c = 0; c < decisions.size(); c++) {
      int twin = reading.twins()[c];
      points.add(twin < c ? points.get(twin) : measure(c, reading.cells().get(c), weight, drawn));
    }
    return points;
  }

  /**
   * How the patterns are read.
   *
   * @param cells of every candidate, see {@link #cellsOf}
   */
  private record Reading(int[] twins, List<int[][]> cells) {}

  private Optional<Point> measure(int candidate, int[][] cellOf, double[] weight, int[] drawn) {
    double[][][] cells = new double[cellOf.length][][];
    for (int a = 0; a < cells.length; a++) {
      double[] flat = new double[CELLS * attributes.get(a).names().size()];
      for (int p = 0; p < weight.length; p++) {
        flat[cellOf[a][p]] += weight[p];
      }
      cells[a] = new double[flat.length / CELLS][];
      for (int g = 0; g < cells[a].length; g++) {
        cells[a][g] = Arrays.copyOfRange(flat, CELLS * g, CELLS * (g + 1));
      }
    }
    OptionalDouble gap = axes.gapOf(cells);
    OptionalDouble merit = merit(candidate, cells[0], drawn);
    return gap.isPresent() && merit.isPresent()
        ? Optional.of(axes.point(merit.getAsDouble(), gap.getAsDouble()))
        : Optional.empty();
  }

  private OptionalDouble merit(int candidate, double[][] groupCells, int[] drawn) {
    if (axes.merit().cells().isPresent()) {
      double[] all = new double[CELLS];
      for (double[] group : groupCells) {
        for (int c = 0; c < CELLS; c++) {
          all[c] += group[c];
        }
      }
      return axes.merit().cells().get().apply(all);
    }
    double[] weighted = new double[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      weighted[i] = drawn[i] * weights[i];
    }
    return axes.merit().ofScores(labels, scores.get(candidate), weighted);
  }
}
