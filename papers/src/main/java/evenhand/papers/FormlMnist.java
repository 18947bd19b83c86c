package evenhand.papers;

import evenhand.loss.BoundedGroupLoss;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Published;
import evenhand.report.ReproducedTable.Row;
import evenhand.torch.Mlp;
import evenhand.torch.RateSchedule;
import evenhand.torch.Stepping;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.Forml;
import evenhand.torch.meta.Goal;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.Predictions;
import evenhand.torch.meta.Reweighting;
import evenhand.torch.meta.StaticWeights;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Table 4 of Yan, Seto and Apostoloff, "FORML: Learning to reweight data for fairness", 2022: a
 * fifth of MNIST's training labels set to 2.
 */
final class FormlMnist implements Reproduction {

  private static final double NOISE = 0.2;
  private static final int NOISY_LABEL = 2;
  private static final int TRUSTED = 5000;

  /** The paper's rows: TPRD, maxFNR and accuracy, each with its standard error. */
  private static final Map<String, double[]> PAPER = new LinkedHashMap<>();

  static {
    PAPER.put("uniform-clean", new double[] {5.21, 0.40, 6.12, 0.40, 97.16, 0.12});
    PAPER.put("uniform", new double[] {8.59, 0.91, 10.00, 0.89, 95.24, 0.36});
    PAPER.put("label-bias", new double[] {7.71, 0.76, 9.05, 0.76, 95.52, 0.27});
    PAPER.put("forml", new double[] {6.93, 0.79, 8.22, 0.83, 95.90, 0.21});
  }

  /**
   * @param rows for training, of the 55,000
   * @param hidden width of the two hidden layers
   * @param epochs at most
   * @param seeds how many
   */
  private record Size(int rows, int hidden, int epochs, int seeds) {

    static Size of(Scale scale) {
      return switch (scale) {
        case SLICE -> new Size(2000, 32, 1, 1);
        case QUICK -> new Size(55_000, 128, 9, 5);
        case PAPER -> new Size(55_000, 512, 9, 10);
      };
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

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Size size = Size.of(options.scale());
    int seeds = options.seeds().orElse(size.seeds());
    Pictures training = Pictures.idx(options.data(), "mnist", "train");
    Pictures test = Pictures.idx(options.data(), "mnist", "t10k");
    CellFolder folder = new CellFolder(options.out().resolve("cells"));
    Map<String, List<Cell>> cells = new LinkedHashMap<>();
    int done = 0;
    for (String method : PAPER.keySet()) {
      List<Cell> runs = new ArrayList<>();
      for (int seed = 0; seed < seeds; seed++) {
        int drawn = seed;
        runs.add(
            folder.get(
                new CellId(method, seed, configuration(size)),
                () -> cell(method, size, drawn, training, test)));
        progress.progress("reproducing", ++done, (long) PAPER.size() * seeds);
      }
      cells.put(method, runs);
    }
    Map<String, String> configuration = new LinkedHashMap<>(configuration(size));
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", Integer.toString(seeds));
    return new Reproduced(
        name(), title(), configuration, List.of(table(cells)), List.of(), notes());
  }

  static final double WEIGHT_RATE = Double.parseDouble(System.getProperty("wr", "1"));

  private static Map<String, String> configuration(Size size) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("training rows", Integer.toString(size.rows()));
    all.put("hidden", size.hidden() + "-" + size.hidden());
    all.put("epochs", Integer.toString(size.epochs()));
    all.put("batch", "50");
    all.put("rate", "0.001, Adam");
    all.put("weight rate", Double.toString(WEIGHT_RATE));
    return all;
  }

  private static Cell cell(String method, Size size, int seed, Pictures all, Pictures test) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order =
        new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT).deal(all.size(), all.size(), random)[0];
    Pictures trusted = all.select(Arrays.copyOfRange(order, 0, TRUSTED));
    Pictures clean = all.select(Arrays.copyOfRange(order, TRUSTED, TRUSTED + size.rows()));
    Pictures training =
        method.equals("uniform-clean") ? clean : clean.labelled(noisy(clean.labels(), random));
    double[] chances = new double[training.size()];
    Arrays.fill(chances, 1);
    Dealing dealing = method.equals("label-bias") ? new Dealing.Drawn(chances) : Dealing.shuffled();
    Reweighting reweighting =
        method.equals("forml")
            ? Forml.printed(
                new Goal.OfGroups(BoundedGroupLoss.How.valueOf(System.getProperty("how", "RANGE"))),
                WEIGHT_RATE)
            : StaticWeights.uniform();
    if (System.getProperty("mean") != null && method.equals("forml")) {
      reweighting = Forml.printed(new Goal.Mean(), WEIGHT_RATE);
    }
    Stepping stepping =
        new Stepping(
            Stepping.Rule.ADAM,
            0,
            new RateSchedule(RateSchedule.Shape.CONSTANT, 0, 1),
            OptionalDouble.empty());
    MetaOptions meta =
        new MetaOptions(
            size.epochs(),
            50,
            1e-3,
            0,
            stepping,
            MetaOptions.Trust.of(Integer.getInteger("vb", 50)));
    Mlp network =
        new Mlp(all.image().size(), List.of(size.hidden(), size.hidden()), 0, all.classes());
    Best best = new Best();
    try (MetaTraining run =
        new MetaTraining(
            network,
            examples(training),
            examples(trusted),
            meta,
            new MetaTraining.Plan(reweighting, dealing, seed))) {
      double[] multiplier = {0};
      run.run(
          (chosen, weights, losses, correct) -> {},
          (epoch, here) -> {
            double valid = scores(here, trusted).accuracy();
            ClassScores t = scores(here, test);
            if (valid > best.validation) {
              best.validation = valid;
              best.test = t;
              best.epoch = epoch;
            }
            if (method.equals("label-bias")) {
              reweigh(here, training, multiplier, chances);
            }
          });
      if (System.getProperty("wr") != null && run.learned().isPresent()) {
        float[] w = run.learned().get();
        double a = 0, b = 0;
        int na = 0, nb = 0;
        for (int i = 0; i < w.length; i++) {
          if (training.labels()[i] != clean.labels()[i]) {
            a += w[i];
            na++;
          } else {
            b += w[i];
            nb++;
          }
        }
        System.err.println(method + " noisy " + a / na + " clean " + b / nb);
      }
      System.err.println(
          method
              + seed
              + " "
              + best.test
              + " epoch "
              + best.epoch
              + " validation "
              + best.validation
              + " wr "
              + WEIGHT_RATE
              + " "
              + System.getProperty("how")
              + " "
              + System.getProperty("mean"));
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("gap", best.test.gap());
    figures.put("worst", best.test.worst());
    figures.put("accuracy", best.test.accuracy());
    figures.put("epoch", (double) best.epoch);
    return Cell.of(figures);
  }

  private static final class Best {
    private double validation = -1;
    private ClassScores test = new ClassScores(100, 100, 0);
    private int epoch;
  }

  /** A fifth of the rows gets the label 2. */
  private static int[] noisy(int[] labels, SplittableRandom random) {
    int[] noisy = labels.clone();
    int count = (int) Math.round(NOISE * labels.length);
    int[] order =
        new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT)
            .deal(labels.length, labels.length, random)[0];
    for (int i = 0; i < count; i++) {
      noisy[order[i]] = NOISY_LABEL;
    }
    return noisy;
  }

  /**
   * Jiang and Nachum, "Identifying and correcting label bias in machine learning", AISTATS 2020:
   * the chance of a row labelled 2 falls while 2 is predicted more often than one time in ten.
   */
  private static void reweigh(
      MetaTraining here, Pictures training, double[] multiplier, double[] chances) {
    int[] predicted = Predictions.of(here.logits(training.matrix()), training.size());
    double rate = Arrays.stream(predicted).filter(c -> c == NOISY_LABEL).count();
    multiplier[0] -= 2 * (rate / predicted.length - 0.1);
    double labelled = 1 / (1 + StrictMath.exp(-2 * multiplier[0]));
    for (int i = 0; i < chances.length; i++) {
      chances[i] = training.labels()[i] == NOISY_LABEL ? labelled : 1 - labelled;
    }
  }

  private static Examples examples(Pictures pictures) {
    return Examples.byClass(pictures.matrix(), pictures.labels(), pictures.classes());
  }

  private static ClassScores scores(MetaTraining here, Pictures rows) {
    return ClassScores.of(
        rows.labels(), Predictions.of(here.logits(rows.matrix()), rows.size()), rows.classes());
  }

  private static ReproducedTable table(Map<String, List<Cell>> cells) {
    List<Column> columns =
        List.of(
            new Column("TPRD (%)", 2), new Column("maxFNR (%)", 2), new Column("accuracy (%)", 2));
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (method, runs) -> {
          double[] paper = PAPER.getOrDefault(method, new double[6]);
          List<Entry> entries = new ArrayList<>();
          int at = 0;
          for (String figure : List.of("gap", "worst", "accuracy")) {
            entries.add(
                Entry.of(
                    Published.of(paper[at], paper[at + 1]),
                    Measured.of(runs.stream().mapToDouble(run -> run.figure(figure)).toArray())));
            at += 2;
          }
          rows.add(new Row(method, entries));
        });
    return new ReproducedTable("Table 4: a fifth of the training labels set to 2", columns, rows);
  }

  private static List<String> notes() {
    return List.of("");
  }
}
