package evenhand.papers;

import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Row;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Figures 3 and 5 of Zeng et al., "Fairness-aware meta-learning via Nash bargaining", NeurIPS 2024:
 * who reaches the Pareto front of two losses, and who gets them equal.
 */
final class NashSynthetic implements Reproduction {

  /** The paper's number of updates. */
  private static final int STEPS = 1000;

  /** Not in the paper; what is reached depends on it. */
  private static final double[] RATES = {0.05, 0.1};

  private static final int STARTS = 5;

  private static final long BYTES_OF_A_RUN = 1 << 20;

  /** How far from the front, or from equal losses, still counts as there: 1 % of their range. */
  static final double NEAR = 0.2;

  private static final double[][] FRONT = ToyLosses.front(701);

  @Override
  public String name() {
    return "nash-synthetic";
  }

  @Override
  public String title() {
    return "Two losses that conflict: Nash-Meta-Learning (Zeng et al., NeurIPS 2024), figures 3 and 5";
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Seeds seeds =
        options.seeds(
            switch (options.scale()) {
              case SLICE -> 1;
              case QUICK -> 20;
              case PAPER -> 200;
            });
    Map<String, ToyPath.Rule> rules = new LinkedHashMap<>(ToyRules.aggregators());
    rules.putAll(ToyRules.stages());
    List<Runs> runs = new ArrayList<>();
    for (double rate : RATES) {
      rules.forEach(
          (name, rule) ->
              runs.add(
                  new Runs(
                      id(name, rate),
                      Map.of("steps", Integer.toString(STEPS), "rate", Double.toString(rate)),
                      seed -> cell(rule, rate, seed))));
    }
    Map<String, List<Cell>> cells = Runs.cells(runs, seeds, options, BYTES_OF_A_RUN, progress);
    return reproduced(options, seeds, cells);
  }

  /** Of a rule's runs. */
  static String id(String rule, double rate) {
    return rule + "-rate" + rate;
  }

  private static Cell cell(ToyPath.Rule rule, double rate, int seed) {
    double[][] starts = starts(seed);
    double atFront = 0;
    double equal = 0;
    double both = 0;
    double distance = 0;
    double gap = 0;
    Map<String, double[]> series = new LinkedHashMap<>();
    for (int s = 0; s < starts.length; s++) {
      double[][] path = new ToyPath(STEPS, rate).run(starts[s], rule);
      double[] end = path[path.length - 1];
      double far = distance(end);
      double apart = Math.abs(end[0] - end[1]);
      distance += far / starts.length;
      gap += apart / starts.length;
      atFront += far <= NEAR ? 1.0 / starts.length : 0;
      equal += apart <= NEAR ? 1.0 / starts.length : 0;
      both += far <= NEAR && apart <= NEAR ? 1.0 / starts.length : 0;
      if (seed == 0) {
        series.put("path" + s, flat(path));
      }
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("front", atFront);
    figures.put("equal", equal);
    figures.put("both", both);
    figures.put("distance", distance);
    figures.put("gap", gap);
    return new Cell(figures, series);
  }

  /** Those of Navon et al. for seed 0, else drawn over the same square. */
  private static double[][] starts(int seed) {
    if (seed == 0) {
      return new double[][] {{-8.5, 7.5}, {0, 0}, {9, 9}, {-7.5, -0.5}, {9, -1}};
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[][] starts = new double[STARTS][];
    for (int s = 0; s < STARTS; s++) {
      starts[s] = random.doubles(2, -9, 9).toArray();
    }
    return starts;
  }

  private static double distance(double[] losses) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double[] point : FRONT) {
      nearest = Math.min(nearest, Math.hypot(losses[0] - point[0], losses[1] - point[1]));
    }
    return nearest;
  }

  private static double[] flat(double[][] path) {
    double[] flat = new double[2 * path.length];
    for (int i = 0; i < path.length; i++) {
      flat[2 * i] = path[i][0];
      flat[2 * i + 1] = path[i][1];
    }
    return flat;
  }

  private Reproduced reproduced(RunOptions options, Seeds seeds, Map<String, List<Cell>> cells) {
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", seeds.toString());
    configuration.put("steps", Integer.toString(STEPS));
    configuration.put("starts", Integer.toString(STARTS));
    configuration.put("near", Double.toString(NEAR));
    List<ReproducedTable> tables = new ArrayList<>();
    for (double rate : RATES) {
      tables.add(table("Figure 5: every aggregator", rate, ToyRules.aggregators(), cells));
      tables.add(table("Figure 3: goal and stages", rate, stages(), cells));
    }
    return new Reproduced(
        name(),
        title(),
        configuration,
        tables,
        seeds.first() == 0 ? NashSyntheticPictures.of(FRONT, cells) : List.of(),
        notes());
  }

  private static Map<String, ToyPath.Rule> stages() {
    Map<String, ToyPath.Rule> rules = new LinkedHashMap<>();
    ToyRules.aggregators()
        .forEach((name, rule) -> rules.putAll(name.equals("nash") ? Map.of(name, rule) : Map.of()));
    rules.putAll(ToyRules.stages());
    return rules;
  }

  private static ReproducedTable table(
      String title, double rate, Map<String, ToyPath.Rule> rules, Map<String, List<Cell>> cells) {
    List<Column> columns =
        List.of(
            new Column("at the front", 2),
            new Column("losses equal", 2),
            new Column("both", 2),
            new Column("distance to front", 2),
            new Column("|L₁ − L₂|", 2));
    List<Row> rows = new ArrayList<>();
    for (String rule : rules.keySet()) {
      List<Entry> entries = new ArrayList<>();
      for (String figure : List.of("front", "equal", "both", "distance", "gap")) {
        double[] values =
            cells.getOrDefault(id(rule, rate), List.of()).stream()
                .mapToDouble(cell -> cell.figure(figure))
                .toArray();
        entries.add(Entry.ours(Measured.of(values)));
      }
      rows.add(new Row(rule, entries));
    }
    return new ReproducedTable(title + ", rate " + rate, columns, rows);
  }

  private static List<String> notes() {
    return List.of(
        "The paper prints no numbers for these figures, only pictures; shares are of start points.",
        "Losses and the start points of seed 0 are those of Navon et al. 2022, which the paper's"
            + " picture resembles; its own, its optimiser and its rate are not public. Ours is Adam.",
        "gap goes downhill on |L₁ − L₂|, worst on the larger loss; nash-then-… bargains for the"
            + " first 100 steps.",
        "Nash bargaining stops where no step lowers both losses; the others go on to step 1000.");
  }
}
