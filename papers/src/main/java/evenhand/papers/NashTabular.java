package evenhand.papers;

import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Row;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fairness data sets of Zeng et al., "Fairness-aware meta-learning via Nash bargaining",
 * NeurIPS 2024, on its authors' own splits. The paper's tables are not public; its claims are.
 */
final class NashTabular implements Reproduction {

  @Override
  public String name() {
    return "nash-tabular";
  }

  @Override
  public String title() {
    return "Six fairness data sets: Nash-Meta-Learning (Zeng et al., NeurIPS 2024)";
  }

  /**
   * @param settings data sets
   * @param seeds how many
   * @param share of the authors' epochs
   */
  private record Size(List<NashSetting> settings, int seeds, double share) {

    static Size of(Scale scale) {
      List<NashSetting> all = List.of(NashSetting.values());
      return switch (scale) {
        case SLICE -> new Size(List.of(NashSetting.STUDENT), 1, 0.06);
        case QUICK -> new Size(List.of(NashSetting.CRIME, NashSetting.STUDENT), 5, 1);
        case PAPER -> new Size(all, 5, 1);
      };
    }

    int epochs(NashSetting setting) {
      return Math.max(2, (int) Math.round(share * setting.training().epochs()));
    }
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Size size = Size.of(options.scale());
    Seeds seeds = options.seeds(size.seeds());
    List<NashPart> parts = new ArrayList<>();
    for (NashSetting setting : size.settings()) {
      for (NashRun.Mode mode : NashRun.Mode.values()) {
        NashData data = NashData.read(setting, options.data(), mode.standardized());
        parts.add(new NashPart(setting, mode, size.epochs(setting), data));
      }
    }
    Map<String, List<Cell>> cells =
        Runs.cells(
            parts.stream().flatMap(part -> part.runs().stream()).toList(),
            seeds,
            options,
            parts.stream().mapToLong(part -> part.data().bytesOfARun()).max().orElseThrow(),
            progress);
    List<ReproducedTable> tables = new ArrayList<>();
    List<String> notes = new ArrayList<>(notes());
    Map<NashRun.Mode, List<NashClaim>> claims = new EnumMap<>(NashRun.Mode.class);
    for (NashPart part : parts) {
      NashTable table = part.table(cells);
      tables.addAll(table.tables());
      claims.computeIfAbsent(part.mode(), mode -> new ArrayList<>()).addAll(table.claims());
      table.claims().forEach(claim -> notes.add(claim.toString()));
    }
    claims.forEach(
        (mode, all) -> {
          notes.add(
              "%s, epochs picked: %s"
                  .formatted(
                      mode.id(),
                      NashClaim.Changes.summary(all.stream().map(NashClaim::picked).toList())));
          notes.add(
              "%s, last epoch: %s"
                  .formatted(
                      mode.id(),
                      NashClaim.Changes.summary(all.stream().map(NashClaim::last).toList())));
        });
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", seeds.toString());
    configuration.put("share of the authors' epochs", Double.toString(size.share()));
    return new Reproduced(name(), title(), configuration, tables, List.of(), notes);
  }

  private static List<String> notes() {
    return List.of(
        "The paper claims up to 10 % better overall performance and up to 67 % less disparity by"
            + " bargaining; the numbers of its tables are not public.",
        "Balanced accuracy of decisions is what its authors call AUC; AUC here is that of scores.",
        "Faithful picks the epoch on the test rows, as the authors did, so that its figures are no"
            + " estimates; honest picks it by the balanced accuracy of everyone together on a tenth"
            + " of the training rows, which it doesn't learn from.",
        "A picked epoch may be one of the bargaining itself, at which the goal was not pursued yet;"
            + " of the last epoch nothing was chosen.",
        "A claim is confirmed or contradicted where the mean change is more than two standard errors"
            + " from 0, run by run: a low bar with a few runs, and of one split, whose test rows were"
            + " drawn with replacement.",
        "Titanic is left out: the 1,309 rows of its split are not the public copy of 891 rows.");
  }

  /** One data set in one mode. */
  private record NashPart(NashSetting setting, NashRun.Mode mode, int epochs, NashData data) {

    List<Runs> runs() {
      return Arrays.stream(NashMethod.values()).map(this::runs).toList();
    }

    private Runs runs(NashMethod method) {
      NashRun run = new NashRun(setting, mode, method, epochs);
      return new Runs(id(method), run.configuration(data), seed -> run.run(data, seed));
    }

    private String id(NashMethod method) {
      return setting.id() + "-" + mode.id() + "-" + method.id();
    }

    NashTable table(Map<String, List<Cell>> cells) {
      Map<NashMethod, List<Cell>> own = new EnumMap<>(NashMethod.class);
      for (NashMethod method : NashMethod.values()) {
        own.put(method, cells.getOrDefault(id(method), List.of()));
      }
      int bargaining = new NashRun(setting, mode, NashMethod.NASH_LTR, epochs).bargaining();
      return new NashTable(setting, mode, bargaining, own);
    }
  }

  /**
   * What its runs gave.
   *
   * @param bargaining epochs of stage 1
   */
  private record NashTable(
      NashSetting setting, NashRun.Mode mode, int bargaining, Map<NashMethod, List<Cell>> cells) {

    List<ReproducedTable> tables() {
      String title = setting.id() + ", " + mode.id();
      return List.of(
          new ReproducedTable(
              title,
              List.of(
                  new Column("balanced accuracy (%)", 2),
                  new Column("max gap (points)", 2),
                  new Column("worst group (%)", 2),
                  new Column("AUC (%)", 2),
                  new Column("epoch picked", 1)),
              rows(this::picked)),
          new ReproducedTable(
              title + ": last epoch, and share of steps",
              List.of(
                  new Column("balanced accuracy (%)", 2),
                  new Column("max gap (points)", 2),
                  new Column("aligned (%)", 1),
                  new Column("after clipping (%)", 1),
                  new Column("bargain failed (%)", 1)),
              rows(NashTable::whole)));
    }

    private List<Row> rows(Function<List<Cell>, List<Entry>> entries) {
      return cells.entrySet().stream()
          .map(each -> new Row(each.getKey().id(), entries.apply(each.getValue())))
          .toList();
    }

    private List<Entry> picked(List<Cell> runs) {
      List<Entry> entries = new ArrayList<>();
      for (String name : List.of("overall", "gap", "worst", "auc")) {
        entries.add(Entry.ours(Measured.of(picked(runs, name))));
      }
      double[] epochs = Arrays.stream(epochs(runs)).mapToDouble(e -> e + 1.0).toArray();
      entries.add(Entry.ours(Measured.of(epochs)));
      return entries;
    }

    private static List<Entry> whole(List<Cell> runs) {
      List<Entry> entries = new ArrayList<>();
      entries.add(Entry.ours(Measured.of(last(runs, "overall"))));
      entries.add(Entry.ours(Measured.of(last(runs, "gap"))));
      for (String name :
          List.of("steps aligned", "steps aligned after clipping", "bargains failed")) {
        entries.add(
            meanOverEpochs(runs, name)
                .map(values -> Entry.ours(Measured.of(values)))
                .orElse(new Entry(Optional.empty(), Optional.empty())));
      }
      return entries;
    }

    /** Of each run at the epoch that is picked, in percent. */
    private double[] picked(List<Cell> runs, String name) {
      int[] epochs = epochs(runs);
      double[] values = new double[runs.size()];
      for (int r = 0; r < values.length; r++) {
        values[r] = 100 * series(runs.get(r), name)[epochs[r]];
      }
      return values;
    }

    /** Of each run at its end, in percent. */
    private static double[] last(List<Cell> runs, String name) {
      return runs.stream()
          .map(run -> series(run, name))
          .mapToDouble(values -> 100 * values[values.length - 1])
          .toArray();
    }

    private int[] epochs(List<Cell> runs) {
      int[] epochs = new int[runs.size()];
      if (mode == NashRun.Mode.HONEST) {
        Arrays.setAll(epochs, r -> largest(series(runs.get(r), "held-out")));
        return epochs;
      }
      double[] mean = new double[series(runs.get(0), "overall").length];
      for (Cell run : runs) {
        double[] overall = series(run, "overall");
        for (int e = 0; e < mean.length; e++) {
          mean[e] += overall[e];
        }
      }
      Arrays.fill(epochs, largest(mean));
      return epochs;
    }

    private static int largest(double[] values) {
      int best = 0;
      for (int e = 1; e < values.length; e++) {
        best = values[e] > values[best] ? e : best;
      }
      return best;
    }

    private static double[] series(Cell run, String name) {
      return run.series().getOrDefault(name, new double[0]);
    }

    private static Optional<double[]> meanOverEpochs(List<Cell> runs, String name) {
      double[] means = new double[runs.size()];
      for (int r = 0; r < means.length; r++) {
        double[] told = series(runs.get(r), name);
        if (told.length == 0) {
          return Optional.empty();
        }
        means[r] = 100 * Arrays.stream(told).average().orElseThrow();
      }
      return Optional.of(means);
    }

    /** For each goal what bargaining first changed. */
    List<NashClaim> claims() {
      List<NashClaim> claims = new ArrayList<>();
      cells.forEach(
          (method, runs) -> {
            if (method != method.alone()) {
              List<Cell> alone = cells.getOrDefault(method.alone(), List.of());
              claims.add(
                  new NashClaim(
                      "%s, %s".formatted(setting.id(), mode.id()),
                      method.alone(),
                      new NashClaim.Changes(
                          NashClaim.Change.of(picked(alone, "overall"), picked(runs, "overall")),
                          NashClaim.Change.of(picked(alone, "gap"), picked(runs, "gap"))),
                      (int) Arrays.stream(epochs(runs)).filter(e -> e < bargaining).count(),
                      runs.size(),
                      new NashClaim.Changes(
                          NashClaim.Change.of(last(alone, "overall"), last(runs, "overall")),
                          NashClaim.Change.of(last(alone, "gap"), last(runs, "gap")))));
            }
          });
      return claims;
    }
  }
}
