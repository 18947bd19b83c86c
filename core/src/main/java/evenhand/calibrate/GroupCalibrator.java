package evenhand.calibrate;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fits a map for every group, small ones with the help of their parents. The parent of {@code
 * Black&Female} is {@code Black}, whose parent is everyone. A group of at least {@code minRows}
 * rows gets a map of its own. A smaller one gets its parent's when the score test finds no
 * difference, else the parent's map recalibrated by an intercept and a slope that are shrunk by
 * empirical Bayes: their prior variances are those that the departures of all groups of as many
 * attributes show beyond chance. A group of fewer than {@value #FEWEST_ROWS} rows always gets its
 * parent's.
 *
 * @param methods to choose from in each group, the simplest first
 * @param minRows from which a group stands for itself, at least {@value #FEWEST_ROWS}
 * @param confidence of the test of difference, in (0, 1)
 * @param seed of the cross-validation that chooses among methods
 */
public record GroupCalibrator(
    List<CalibrationMethod> methods, int minRows, double confidence, long seed) {

  /** Fewer rows say nothing of a group. */
  public static final int FEWEST_ROWS = 30;

  private static final int FOLDS = 5;

  public GroupCalibrator {
    methods = List.copyOf(methods);
    if (minRows < FEWEST_ROWS) {
      throw new DataException(
          "the fewest rows for a group's own calibration must be at least %d, was %d"
              .formatted(FEWEST_ROWS, minRows));
    }
    if (!(0 < confidence && confidence < 1)) {
      throw new DataException("the confidence must be between 0 and 1, was " + confidence);
    }
  }

  /** One map for all rows. */
  public GroupMaps fit(ScoredRows rows) {
    return GroupMaps.of(own(rows, List.of()));
  }

  /**
   * A map for every combination of values that occurs.
   *
   * @param attributes partitions of the rows, the one whose groups are the last parents first, at
   *     least one
   */
  public GroupMaps fit(ScoredRows rows, List<Groups> attributes) {
    GroupMap everyone = own(rows, List.of());
    Map<List<String>, GroupMap> known = new HashMap<>();
    known.put(List.of(), everyone);
    List<GroupMap> all = new ArrayList<>();
    for (int depth = 1; depth <= attributes.size(); depth++) {
      List<GroupMap> level = level(rows, Cells.of(attributes.subList(0, depth)), known);
      level.forEach(group -> known.put(group.values(), group));
      all.addAll(level);
    }
    return new GroupMaps(everyone, all);
  }

  private List<GroupMap> level(ScoredRows rows, Cells cells, Map<List<String>, GroupMap> known) {
    int[][] members = cells.rows();
    List<Optional<Departure>> departures = new ArrayList<>();
    for (int c = 0; c < members.length; c++) {
      GroupMap parent = parent(cells.values(c), known);
      boolean enough = members[c].length >= FEWEST_ROWS && hasWeight(rows, members[c]);
      departures.add(
          enough
              ? Optional.of(Departure.of(rows.select(members[c]), parent.map()))
              : Optional.empty());
    }
    double[] prior = prior(departures.stream().flatMap(Optional::stream).toList());
    List<GroupMap> level = new ArrayList<>();
    for (int c = 0; c < members.length; c++) {
      List<String> values = cells.values(c);
      GroupMap parent = parent(values, known);
      if (departures.get(c).isEmpty()) {
        level.add(few(rows, members[c], values, parent));
      } else if (members[c].length >= minRows) {
        level.add(own(rows.select(members[c]), values));
      } else {
        level.add(small(rows.select(members[c]), values, parent, departures.get(c).get(), prior));
      }
    }
    return level;
  }

  private static boolean hasWeight(ScoredRows rows, int[] members) {
    for (int row : members) {
      if (rows.weights()[row] > 0) {
        return true;
      }
    }
    return false;
  }

  private static GroupMap parent(List<String> values, Map<List<String>, GroupMap> known) {
    return Objects.requireNonNull(known.get(values.subList(0, values.size() - 1)));
  }

  /**
   * The variance of departures beyond that of their estimates, by the method of moments
   * (DerSimonian and Laird, Controlled Clinical Trials 1986, with a known mean of 0).
   */
  private static double[] prior(List<Departure> departures) {
    double[] prior = new double[2];
    for (int j = 0; j < 2; j++) {
      double precision = 0;
      double excess = 0;
      for (Departure departure : departures) {
        double variance = departure.variance()[j][j];
        precision += 1 / variance;
        excess += departure.shift()[j] * departure.shift()[j] / variance - 1;
      }
      prior[j] = precision == 0 ? 0 : Math.max(0, excess / precision);
    }
    return prior;
  }

  private GroupMap own(ScoredRows rows, List<String> values) {
    CalibrationMethod method = new MethodChoice(methods, FOLDS, seed).on(rows);
    String how = "";
    if (methods.size() == 1) {
      how = method.id() + ", as asked";
    } else if (method == CalibrationMethod.IDENTITY) {
      how = "the scores as they are, no map's cross-validated log loss being better beyond error";
    } else {
      how = method.id() + ", the simplest whose cross-validated log loss is not worse";
    }
    return new GroupMap(
        values,
        rows.size(),
        positives(rows),
        GroupMap.Source.OWN,
        Optional.of(method),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        "%s: %s".formatted(count(rows.size()), how),
        method.calibrator().fit(rows));
  }

  private static GroupMap few(
      ScoredRows rows, int[] members, List<String> values, GroupMap parent) {
    long positives = 0;
    for (int row : members) {
      positives += rows.labels()[row];
    }
    return new GroupMap(
        values,
        members.length,
        positives,
        GroupMap.Source.PARENT,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        members.length < FEWEST_ROWS
            ? "%s, fewer than %d: the map of %s"
                .formatted(count(members.length), FEWEST_ROWS, parent.name())
            : "no row has weight: the map of " + parent.name(),
        parent.map());
  }

  private GroupMap small(
      ScoredRows rows, List<String> values, GroupMap parent, Departure departure, double[] prior) {
    String few = "%s, fewer than %d".formatted(count(rows.size()), minRows);
    String p = String.format(Locale.ROOT, "p %.3g", departure.pValue());
    boolean differs = departure.pValue() < 1 - confidence;
    Departure.Shrunk shrunk = departure.shrunk(prior);
    String reason =
        differs
            ? String.format(
                Locale.ROOT,
                "%s, but different from %s (%s): its own rows count for %.2f, the map of %s for the"
                    + " rest",
                few,
                parent.name(),
                p,
                shrunk.ownShare(),
                parent.name())
            : "%s, and no difference from %s is shown (%s): the map of %s"
                .formatted(few, parent.name(), p, parent.name());
    return new GroupMap(
        values,
        rows.size(),
        positives(rows),
        differs ? GroupMap.Source.SHRUNK : GroupMap.Source.PARENT,
        Optional.empty(),
        OptionalDouble.of(departure.pValue()),
        differs ? OptionalDouble.of(shrunk.ownShare()) : OptionalDouble.empty(),
        reason,
        differs ? departure.map(parent.map(), shrunk) : parent.map());
  }

  private static String count(int rows) {
    return String.format(Locale.ROOT, "%,d %s", rows, rows == 1 ? "row" : "rows");
  }

  private static long positives(ScoredRows rows) {
    long positives = 0;
    for (int label : rows.labels()) {
      positives += label;
    }
    return positives;
  }
}
