package evenhand.papers;

import evenhand.gradient.NashBargaining;
import evenhand.loss.BoundedGroupLoss;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Row;
import evenhand.torch.Mlp;
import evenhand.torch.MlpOptions;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.Forml;
import evenhand.torch.meta.Goal;
import evenhand.torch.meta.LookAheadWeights;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.MetaWeightNet;
import evenhand.torch.meta.NashBargain;
import evenhand.torch.meta.Normalization;
import evenhand.torch.meta.Predictions;
import evenhand.torch.meta.RowWeighing;
import evenhand.torch.meta.StaticWeights;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How the trusted rows' number and wrong labels change what is learned from them: Adult by sex, of
 * whose training labels four in ten women's are wrong.
 */
final class TrustedQuality implements Reproduction {

  private static final double WRONG = 0.4;
  private static final int TEST_ROWS = 10_000;
  private static final List<Integer> SIZES = List.of(40, 400, 4000);
  private static final List<Double> TRUSTED_WRONG = List.of(0.0, 0.2, 0.4);
  private static final int TRUSTED_BATCH = 256;

  /**
   * @param rows for training
   * @param epochs passes
   * @param seeds how many
   */
  private record Size(int rows, int epochs, int seeds) {

    static Size of(Scale scale) {
      return switch (scale) {
        case SLICE -> new Size(600, 1, 1);
        case QUICK -> new Size(15_000, 12, 5);
        case PAPER -> new Size(30_000, 20, 10);
      };
    }
  }

  @Override
  public String name() {
    return "trusted-quality";
  }

  @Override
  public String title() {
    return "How good trusted rows must be: Adult with wrong labels of women (no paper's experiment)";
  }

  private static Map<String, RowWeighing> methods(int epochs) {
    Map<String, RowWeighing> all = new LinkedHashMap<>();
    all.put("learning-to-reweight", new LookAheadWeights(new Goal.Mean(), Normalization.SUM));
    all.put(
        "meta-gdro",
        new LookAheadWeights(new Goal.OfGroups(BoundedGroupLoss.How.WORST), Normalization.SUM));
    all.put("forml", Forml.printed(new Goal.OfGroups(BoundedGroupLoss.How.RANGE), 10));
    all.put("forml-cross-entropy", Forml.printed(new Goal.Mean(), 10));
    all.put("meta-weight-net", MetaWeightNet.published(new Goal.Mean()));
    all.put(
        "nash",
        new NashBargain(
            NashBargaining.defaults(),
            Math.max(1, epochs / 3),
            new Goal.Mean(),
            Normalization.SUM,
            NashBargain.Watch.BARGAINING));
    return all;
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Size size = Size.of(options.scale());
    Seeds seeds = options.seeds(size.seeds());
    NashData data =
        NashData.read(NashSetting.ADULT_SEX, options.data(), NashData.Standardized.TRAINING_ROWS);
    CellFolder folder = new CellFolder(options.out().resolve("cells"));
    Map<String, RowWeighing> methods = methods(size.epochs());
    List<Row> rows = new ArrayList<>();
    int done = 0;
    long all = seeds.count() * (1L + (long) methods.size() * SIZES.size() * TRUSTED_WRONG.size());
    rows.add(
        row(
            "uniform weights",
            cells(folder, data, new Run(size, StaticWeights.uniform(), 40, 0), "uniform", seeds)));
    for (Map.Entry<String, RowWeighing> method : methods.entrySet()) {
      for (int trusted : SIZES) {
        for (double wrong : TRUSTED_WRONG) {
          Run run = new Run(size, method.getValue(), trusted, wrong);
          String id = "%s-%d-%d".formatted(method.getKey(), trusted, Math.round(100 * wrong));
          rows.add(
              row(
                  "%s, %d trusted, %d %% wrong"
                      .formatted(method.getKey(), trusted, Math.round(100 * wrong)),
                  cells(folder, data, run, id, seeds)));
          done += seeds.count();
          progress.progress("reproducing", done, all);
        }
      }
    }
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", seeds.toString());
    configuration.putAll(new Run(size, StaticWeights.uniform(), 0, 0).configuration());
    ReproducedTable table =
        new ReproducedTable(
            "Adult by sex, right labels of %,d test rows".formatted(TEST_ROWS),
            List.of(
                new Column("balanced accuracy (%)", 2),
                new Column("gap between groups (points)", 2),
                new Column("worst group (%)", 2)),
            rows);
    return new Reproduced(name(), title(), configuration, List.of(table), List.of(), notes());
  }

  private static List<String> notes() {
    return List.of(
        "Of the training rows %d %% of women's labels are wrong; of the trusted rows the share named,"
                .formatted(Math.round(100 * WRONG))
            + " in both groups.",
        "The network and the methods are those of evenhand train without options. The last pass is"
            + " kept; nothing was chosen on test rows.");
  }

  private static Row row(String name, List<Cell> cells) {
    List<Entry> entries = new ArrayList<>();
    for (String figure : List.of("overall", "gap", "worst")) {
      entries.add(
          Entry.ours(
              Measured.of(cells.stream().mapToDouble(cell -> cell.figure(figure)).toArray())));
    }
    return new Row(name, entries);
  }

  private static List<Cell> cells(
      CellFolder folder, NashData data, Run run, String id, Seeds seeds) {
    List<Cell> cells = new ArrayList<>();
    for (int seed : seeds.each()) {
      cells.add(folder.get(new CellId(id, seed, run.configuration()), () -> run.run(data, seed)));
    }
    return cells;
  }

  /**
   * One training.
   *
   * @param trusted rows
   * @param trustedWrong share of their labels that is wrong
   */
  private record Run(Size size, RowWeighing weighing, int trusted, double trustedWrong) {

    Map<String, String> configuration() {
      Map<String, String> all = new LinkedHashMap<>();
      MlpOptions network = MlpOptions.defaults();
      all.put("training rows", Integer.toString(size.rows()));
      all.put("epochs", Integer.toString(size.epochs()));
      all.put("batch", Integer.toString(network.batch()));
      all.put("trusted batch", Integer.toString(TRUSTED_BATCH));
      all.put("network", "128-64, Adam %s along half a cosine wave".formatted(network.rate()));
      return all;
    }

    Cell run(NashData data, int seed) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] order =
          new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT)
              .deal(data.all().size(), data.all().size(), random)[0];
      Examples test = data.all().select(Arrays.copyOfRange(order, 0, TEST_ROWS));
      int from = TEST_ROWS + 4000;
      Examples clean = data.all().select(Arrays.copyOfRange(order, TEST_ROWS, TEST_ROWS + trusted));
      Examples training = data.all().select(Arrays.copyOfRange(order, from, from + size.rows()));
      int women = data.all().groups().names().indexOf("Female");
      Examples noisy =
          flipped(training, random.split(), i -> training.groups().codes()[i] == women, WRONG);
      Examples said = flipped(clean, random.split(), i -> true, trustedWrong);
      MlpOptions usual = MlpOptions.defaults();
      MetaOptions options =
          new MetaOptions(
              size.epochs(),
              usual.batch(),
              usual.rate(),
              usual.decay(),
              usual.stepping(),
              MetaOptions.Trust.of(TRUSTED_BATCH));
      Mlp network = new Mlp(training.features().columns(), usual.hidden(), 0, 2);
      try (MetaTraining here =
          new MetaTraining(
              network,
              noisy,
              said,
              options,
              new MetaTraining.Plan(weighing, Dealing.shuffled(), seed))) {
        here.run((chosen, weights, losses, correct) -> {}, (epoch, now) -> {});
        int[] decisions = Predictions.of(here.logits(test.features()), test.size());
        BalancedAccuracy scores =
            BalancedAccuracy.of(test.labels(), decisions, test.groups()).orElseThrow();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("overall", 100 * scores.overall());
        figures.put("gap", 100 * scores.gap());
        figures.put("worst", 100 * scores.worst());
        return Cell.of(figures);
      }
    }

    private static Examples flipped(
        Examples rows,
        SplittableRandom random,
        java.util.function.IntPredicate among,
        double share) {
      int[] labels = rows.labels().clone();
      for (int i = 0; i < labels.length; i++) {
        if (among.test(i) && random.nextDouble() < share) {
          labels[i] = 1 - labels[i];
        }
      }
      return new Examples(rows.features(), labels, 2, rows.groups());
    }
  }
}
