package evenhand.papers;

import evenhand.loss.BoundedGroupLoss;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Published;
import evenhand.report.ReproducedTable.Row;
import evenhand.torch.meta.Forml;
import evenhand.torch.meta.Goal;
import evenhand.torch.meta.StaticWeights;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Table 4 of Yan, Seto and Apostoloff, "FORML: Learning to reweight data for fairness", 2022: a
 * fifth of MNIST's training labels set to 2.
 */
final class FormlMnist implements Reproduction {

  /** Set on seeds 0 and 100, of which the first is in the table. */
  private static final double MEAN_RATE = 30;

  private static final int MEAN_BATCH = 50;
  private static final double GAP_RATE = 10;
  private static final int GAP_BATCH = 500;

  private static final List<String> METRICS = List.of("gap", "worst", "accuracy");

  /** Its rows that the paper prints: TPRD, maxFNR and accuracy, each with its standard error. */
  private static final Map<String, List<Published>> PAPER =
      Map.of(
          "uniform-clean",
          List.of(Published.of(5.21, 0.40), Published.of(6.12, 0.40), Published.of(97.16, 0.12)),
          "uniform",
          List.of(Published.of(8.59, 0.91), Published.of(10.00, 0.89), Published.of(95.24, 0.36)),
          "label-bias",
          List.of(Published.of(7.71, 0.76), Published.of(9.05, 0.76), Published.of(95.52, 0.27)),
          "forml",
          List.of(Published.of(6.93, 0.79), Published.of(8.22, 0.83), Published.of(95.90, 0.21)));

  /**
   * @param rows for training
   * @param hidden width of the two hidden layers
   * @param epochs at most
   * @param seeds how many
   */
  private record Size(int rows, int hidden, int epochs, int seeds) {

    static Size of(Scale scale) {
      return switch (scale) {
        case SLICE -> new Size(1000, 16, 1, 1);
        case QUICK -> new Size(55_000, 128, 9, 10);
        case PAPER -> new Size(55_000, 512, 9, 10);
      };
    }

    MnistRun run(MnistRun.Labels labels, MnistRun.Weighing weighing, int trustedBatch) {
      return new MnistRun(rows, hidden, epochs, labels, weighing, trustedBatch);
    }
  }

  @Override
  public String name() {
    return "forml-mnist";
  }

  @Override
  public String title() {
    return "Mislabelled MNIST: FORML (Yan et al., 2022), table 4";
  }

  private static Map<String, MnistRun> runs(Size size) {
    MnistRun.Weighing uniform = new MnistRun.Weighing.InLoss(StaticWeights.uniform(), "uniform");
    Map<String, MnistRun> runs = new LinkedHashMap<>();
    runs.put("uniform-clean", size.run(MnistRun.Labels.CLEAN, uniform, 1));
    runs.put("uniform", size.run(MnistRun.Labels.NOISY, uniform, 1));
    runs.put(
        "label-bias",
        size.run(
            MnistRun.Labels.NOISY, new MnistRun.Weighing.LabelBias(StaticWeights.uniform()), 1));
    runs.put("forml", forml(size, new Goal.OfGroups(BoundedGroupLoss.How.RANGE), "loss gap"));
    runs.put(
        "forml-mean-loss-gap",
        forml(size, new Goal.OfGroups(BoundedGroupLoss.How.PAIRWISE), "mean loss gap"));
    runs.put("forml-cross-entropy", forml(size, new Goal.Mean(), "cross entropy"));
    return runs;
  }

  private static MnistRun forml(Size size, Goal goal, String text) {
    double rate = goal instanceof Goal.Mean ? MEAN_RATE : GAP_RATE;
    int batch = goal instanceof Goal.Mean ? MEAN_BATCH : GAP_BATCH;
    return size.run(
        MnistRun.Labels.NOISY,
        new MnistRun.Weighing.InLoss(Forml.printed(goal, rate), text + ", weight rate " + rate),
        batch);
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Size size = Size.of(options.scale());
    Seeds seeds = options.seeds(size.seeds());
    Pictures training = Pictures.idx(options.data(), "mnist", "train");
    Pictures test = Pictures.idx(options.data(), "mnist", "t10k");
    Map<String, MnistRun> runs = runs(size);
    Map<String, List<Cell>> cells =
        Runs.cells(
            runs.entrySet().stream()
                .map(
                    each ->
                        new Runs(
                            each.getKey(),
                            Runs.keyed(each.getValue().configuration(), each.getValue().options()),
                            seed -> each.getValue().run(seed, training, test)))
                .toList(),
            seeds,
            options,
            training.bytesOfARun(),
            progress);
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", seeds.toString());
    runs.forEach((method, run) -> configuration.put(method, run.configuration().toString()));
    List<String> notes = new ArrayList<>(notes());
    notes.addAll(claims(cells));
    return new Reproduced(name(), title(), configuration, List.of(table(cells)), List.of(), notes);
  }

  private static ReproducedTable table(Map<String, List<Cell>> cells) {
    List<Column> columns =
        List.of(
            new Column("TPRD (%)", 2),
            new Column("maxFNR (%)", 2),
            new Column("accuracy (%)", 2),
            new Column("wrong labels told (AUC)", 3));
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (method, runs) -> {
          List<Published> paper = PAPER.getOrDefault(method, List.of());
          List<Entry> entries = new ArrayList<>();
          for (int m = 0; m < METRICS.size(); m++) {
            Measured ours = Measured.of(values(runs, METRICS.get(m)));
            entries.add(paper.isEmpty() ? Entry.ours(ours) : Entry.of(paper.get(m), ours));
          }
          boolean weighed =
              runs.stream().allMatch(run -> run.figures().containsKey("wrong labels told"));
          entries.add(
              weighed
                  ? Entry.ours(Measured.of(values(runs, "wrong labels told")))
                  : new Entry(Optional.empty(), Optional.empty()));
          rows.add(new Row(method, entries));
        });
    return new ReproducedTable("Table 4: a fifth of the training labels set to 2", columns, rows);
  }

  private static double[] values(List<Cell> runs, String figure) {
    return runs.stream().mapToDouble(run -> run.figure(figure)).toArray();
  }

  /** One sentence for each FORML row: by how much it is better than uniform weights, run by run. */
  private static List<String> claims(Map<String, List<Cell>> cells) {
    List<Cell> uniform = cells.getOrDefault("uniform", List.of());
    List<String> claims = new ArrayList<>();
    cells.forEach(
        (method, runs) -> {
          if (method.startsWith("forml")) {
            List<String> changes = new ArrayList<>();
            for (String metric : METRICS) {
              Measured change = Measured.change(values(uniform, metric), values(runs, metric));
              String name =
                  switch (metric) {
                    case "gap" -> "TPRD";
                    case "worst" -> "maxFNR";
                    default -> metric;
                  };
              changes.add(name + " " + change.signed());
            }
            claims.add(
                "%s against uniform weights, run by run: %s."
                    .formatted(method, String.join(", ", changes)));
          }
        });
    return claims;
  }

  private static List<String> notes() {
    return List.of(
        "The paper gives neither the widths of the two hidden layers nor the loss on the trusted rows"
            + " nor the rate of the weights; quick has 128 units, paper 512.",
        "The 5,000 trusted rows have right labels; they choose the pass that is kept for every method.",
        "label-bias moves its multiplier after each of nine passes of one training, where Jiang and"
            + " Nachum train a hundred times.",
        "wrong labels told is the share of pairs of a wrong and a right label 2 in which the wrong one"
            + " ends with the smaller number.");
  }
}
