package evenhand.papers;

import evenhand.data.Groups;
import evenhand.loss.BoundedGroupLoss;
import evenhand.loss.RowLoss;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import evenhand.report.Reproduced;
import evenhand.torch.ResNet;
import evenhand.torch.Stepping;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.Forml;
import evenhand.torch.meta.Goal;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.Normalization;
import evenhand.torch.meta.Predictions;
import evenhand.torch.meta.RowWeighing;
import evenhand.torch.meta.StaticWeights;
import evenhand.train.ProgressListener;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Table 3 of Yan, Seto and Apostoloff, "FORML: Learning to reweight data for fairness", 2022:
 * whether a face of Celeb-A is marked attractive, even between those marked male and not.
 */
final class FormlCelebA implements Reproduction {

  private static final int BATCH = 256;
  private static final double RATE = 1e-3;

  /** TPRD, maxFNR and accuracy by method, each with its standard error. */
  private static final Map<String, double[]> PAPER = new LinkedHashMap<>();

  static {
    PAPER.put("uniform", new double[] {24.91, 1.67, 36.51, 1.78, 81.72, 0.04});
    PAPER.put("random", new double[] {24.52, 1.40, 34.59, 1.68, 80.63, 0.14});
    PAPER.put("proportion", new double[] {23.44, 1.71, 34.68, 1.79, 81.71, 0.10});
    PAPER.put("forml", new double[] {22.32, 1.7, 31.14, 1.87, 81.63, 0.24});
  }

  private static final List<String> METHODS =
      List.of("uniform", "random", "proportion", "forml", "forml-strong");

  /**
   * @param training faces to learn from, the first of their part; at most 40,000 fit an array
   * @param trusted the same for the weights, and to choose the epoch
   * @param test the same to measure on
   * @param width of the network's first stage
   */
  private record Size(int training, int trusted, int test, int width, int epochs, int seeds) {

    static Size of(Scale scale) {
      return switch (scale) {
        case SLICE -> new Size(24, 16, 16, 4, 1, 1);
        case QUICK -> new Size(4000, 1000, 4000, 4, 5, 3);
        case PAPER -> new Size(40_000, 19_867, 19_962, 64, 10, 5);
      };
    }

    MetaOptions options() {
      return new MetaOptions(
          epochs,
          BATCH,
          RATE,
          0,
          Stepping.constant(Stepping.Rule.ADAM, 0),
          new MetaOptions.Trust(
              BATCH,
              20,
              RowLoss.CROSS_ENTROPY,
              MetaOptions.Imagined.PLAIN,
              MetaOptions.Passes.SHARED));
    }

    Map<String, String> configuration() {
      Map<String, String> all = new LinkedHashMap<>();
      all.put("training faces", Integer.toString(training));
      all.put("trusted faces", Integer.toString(trusted));
      all.put("test faces", Integer.toString(test));
      all.put("network", "ResNet-18 of width " + width);
      all.put("epochs", Integer.toString(epochs));
      all.put("batch", Integer.toString(BATCH));
      all.put("rate", RATE + ", Adam");
      all.put("weight rate", "forml %s, forml-strong %s".formatted(RATE / BATCH, 1.0));
      return all;
    }
  }

  @Override
  public String name() {
    return "forml-celeba";
  }

  @Override
  public String title() {
    return "Celeb-A's faces, even between genders: FORML (Yan et al., 2022), table 3";
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Size size = Size.of(options.scale());
    Seeds seeds = options.seeds(size.seeds());
    CelebA training = CelebA.read(options.data(), CelebA.Part.TRAINING, size.training());
    ChannelScale scale = ChannelScale.of(training.pictures());
    Faces faces =
        new Faces(
            examples(training, scale),
            examples(CelebA.read(options.data(), CelebA.Part.VALIDATION, size.trusted()), scale),
            examples(CelebA.read(options.data(), CelebA.Part.TEST, size.test()), scale));
    Map<String, List<Cell>> cells =
        Runs.cells(
            Runs.of(
                METHODS,
                method -> Runs.keyed(size.configuration(), size.options()),
                (method, seed) -> new One(method, size, seed).cell(faces)),
            seeds,
            options,
            training.pictures().bytesOfARun(),
            progress);
    Map<String, String> configuration = new LinkedHashMap<>(size.configuration());
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", seeds.toString());
    return new Reproduced(
        name(),
        title(),
        configuration,
        List.of(ClassTable.of("Table 3: attractive, by gender", PAPER, cells).table()),
        List.of(),
        notes());
  }

  private static Examples examples(CelebA faces, ChannelScale scale) {
    return new Examples(
        scale.on(faces.pictures()).matrix(), faces.pictures().labels(), 2, faces.groups());
  }

  private static List<String> notes() {
    return List.of(
        "The epoch is kept that tells most trusted faces right, which are the validation part's.",
        "The scale paper learns from the first 40,000 faces of 162,770: more do not fit one array.",
        "forml moves the rows' numbers at the rate of the parameters, as appendix A.1 says;"
            + " forml-strong, which the paper has not, at 1.",
        "Channels are normalised in groups within a picture, not over the batch, so that every row"
            + " has a gradient of its own. Label bias is not run here.");
  }

  private record Faces(Examples training, Examples trusted, Examples test) {}

  /** One training. */
  private record One(String method, Size size, int seed) {

    Cell cell(Faces faces) {
      MetaTraining.Plan plan =
          new MetaTraining.Plan(weighing(faces.training()), Dealing.shuffled(), seed);
      Map<String, Double> figures = new LinkedHashMap<>();
      double[] most = {-1};
      try (MetaTraining here =
          new MetaTraining(
              ResNet.eighteen(CelebA.IMAGE, size.width(), 2),
              faces.training(),
              faces.trusted(),
              size.options(),
              plan)) {
        here.run(
            (chosen, weights, losses, correct) -> {},
            (epoch, now) -> {
              double right = accuracy(faces.trusted(), decided(now, faces.trusted()));
              if (right > most[0]) {
                most[0] = right;
                figures.putAll(
                    ClassTable.figures(scores(faces.test(), decided(now, faces.test()))));
              }
            });
      }
      return Cell.of(figures);
    }

    private RowWeighing weighing(Examples training) {
      Goal gap = new Goal.OfGroups(BoundedGroupLoss.How.PAIRWISE);
      return switch (method) {
        case "uniform" -> StaticWeights.uniform();
        case "random" -> {
          SplittableRandom random = new SplittableRandom(seed);
          double[] each = new double[training.size()];
          Arrays.setAll(each, i -> Math.max(0, random.nextGaussian()));
          yield new StaticWeights(each, Normalization.SUM);
        }
        case "proportion" -> {
          Groups groups = training.groups();
          int[] counts = groups.counts();
          double[] each = new double[training.size()];
          Arrays.setAll(each, i -> 1.0 / counts[groups.codes()[i]]);
          yield new StaticWeights(each, Normalization.SUM);
        }
        case "forml" -> Forml.printed(gap, RATE / BATCH);
        case "forml-strong" -> Forml.printed(gap, 1);
        default -> throw new IllegalArgumentException("no method " + method);
      };
    }

    private static int[] decided(MetaTraining here, Examples rows) {
      return Predictions.of(here.logits(rows.features()), rows.size());
    }
  }

  private static double accuracy(Examples rows, int[] decisions) {
    int right = 0;
    for (int i = 0; i < decisions.length; i++) {
      right += decisions[i] == rows.labels()[i] ? 1 : 0;
    }
    return 100.0 * right / decisions.length;
  }

  /** Gap and worst are of the share of each group's attractive faces that is told. */
  private static ClassScores scores(Examples rows, int[] decisions) {
    Tally tally = Tally.of(rows.labels(), decisions, rows.groups());
    DoubleSummaryStatistics rates =
        IntStream.range(0, tally.groups())
            .mapToDouble(
                g -> 100 * tally.rate(Statistic.TRUE_POSITIVE_RATE, g).value().orElseThrow())
            .summaryStatistics();
    return new ClassScores(
        rates.getMax() - rates.getMin(), 100 - rates.getMin(), accuracy(rows, decisions));
  }
}
