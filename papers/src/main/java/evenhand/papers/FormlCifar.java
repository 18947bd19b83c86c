package evenhand.papers;

import evenhand.learner.Sigmoid;
import evenhand.loss.BoundedGroupLoss;
import evenhand.report.Reproduced;
import evenhand.reweight.Moew;
import evenhand.tables.DataFolders;
import evenhand.torch.FlipAndShift;
import evenhand.torch.ResNet;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Forml;
import evenhand.torch.meta.Goal;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.MetaWeightNet;
import evenhand.torch.meta.Normalization;
import evenhand.torch.meta.RowWeighing;
import evenhand.torch.meta.StaticWeights;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Tables 1 and 2 of Yan, Seto and Apostoloff, "FORML: Learning to reweight data for fairness",
 * 2022: CIFAR-10 and CIFAR-100, every class a group.
 */
record FormlCifar(Set set) implements Reproduction {

  private static final int BATCH = 128;
  private static final double RATE = 0.1;

  /** Of pictures. */
  enum Set {
    TEN("forml-cifar10", "CIFAR-10", "Table 1: ResNet-18 on CIFAR-10") {
      @Override
      Map<String, double[]> paper() {
        Map<String, double[]> paper = new LinkedHashMap<>();
        paper.put("uniform", new double[] {8.79, 0.14, 10.80, 0.14, 95.25, 0.03});
        paper.put("random", new double[] {11.22, 0.15, 13.84, 0.85, 93.77, 0.04});
        paper.put("moew", new double[] {23.08, 0.26, 30.88, 0.23, 83.07, 0.03});
        paper.put("meta-weight-net", new double[] {9.0, 0.15, 11.17, 0.14, 95.10, 0.03});
        paper.put("label-bias", new double[] {8.68, 0.15, 10.73, 0.14, 95.21, 0.03});
        paper.put("forml", new double[] {7.97, 0.12, 10.36, 0.17, 95.20, 0.03});
        return paper;
      }

      @Override
      Size size(Scale scale) {
        return switch (scale) {
          case SLICE -> new Size(10, 26, 5, 10, 4, 1, tries(1, 2), 1);
          case QUICK -> new Size(10, 500, 500, 1000, 4, 12, tries(2, 3), 3);
          case PAPER -> new Size(10, 4500, 500, 1000, 64, 200, tries(20, 5), 30);
        };
      }

      @Override
      Read read(Size size, DataFolders folders) {
        if (Pictures.look(folders, "cifar-10-batches-bin", "test_batch.bin").isPresent()) {
          return new Read(
              Cifar.ten(folders, Cifar.Part.TRAIN), Cifar.ten(folders, Cifar.Part.TEST), ORIGINAL);
        }
        return new Read(
            Cifar.jpegs(folders, Cifar.Part.TRAIN, size.training() + size.trusted()),
            Cifar.jpegs(folders, Cifar.Part.TEST, size.test()),
            "JPEG copy");
      }
    },
    HUNDRED("forml-cifar100", "CIFAR-100", "Table 2: ResNet-18 on CIFAR-100") {
      @Override
      Map<String, double[]> paper() {
        Map<String, double[]> paper = new LinkedHashMap<>();
        paper.put("uniform", new double[] {46.27, 0.46, 49.29, 0.43, 77.80, 0.06});
        paper.put("random", new double[] {50.56, 0.43, 55.56, 0.38, 72.54, 0.08});
        paper.put("moew", new double[] {67.2, 0.72, 80.6, 0.68, 53.94, 0.03});
        paper.put("meta-weight-net", new double[] {45.83, 0.46, 49.13, 0.45, 77.62, 0.05});
        paper.put("label-bias", new double[] {45.87, 0.52, 49.17, 0.46, 77.73, 0.05});
        paper.put("forml", new double[] {45.17, 0.35, 48.80, 0.32, 77.51, 0.08});
        return paper;
      }

      @Override
      Size size(Scale scale) {
        return switch (scale) {
          case SLICE -> new Size(100, 2, 3, 1, 4, 1, tries(1, 2), 1);
          case QUICK -> new Size(100, 50, 50, 100, 4, 12, tries(2, 3), 3);
          case PAPER -> new Size(100, 450, 50, 100, 64, 200, tries(50, 5), 30);
        };
      }

      @Override
      Read read(Size size, DataFolders folders) {
        return new Read(
            Cifar.hundred(folders, Cifar.Part.TRAIN),
            Cifar.hundred(folders, Cifar.Part.TEST),
            ORIGINAL);
      }
    };

    private static final String ORIGINAL = "original";

    private final String id;
    private final String people;
    private final String caption;

    Set(String id, String people, String caption) {
      this.id = id;
      this.people = people;
      this.caption = caption;
    }

    /** TPRD, maxFNR and accuracy by method, each with its standard error. */
    abstract Map<String, double[]> paper();

    abstract Size size(Scale scale);

    /** Of {@code moew}: the authors make 20 batches of 5 for ten classes, 50 for a hundred. */
    private static Moew.Options tries(int batches, int perBatch) {
      return new Moew.Options(batches, perBatch, 3, 2000);
    }

    /** Its pictures, where the data is. */
    abstract Read read(Size size, DataFolders folders);
  }

  private static final String MOEW = "moew";

  /** The longest first, so that no core waits for it in the end. */
  private static final List<String> METHODS =
      List.of(MOEW, "uniform", "random", "meta-weight-net", "label-bias", "forml", "forml-strong");

  /**
   * @param classes of the set
   * @param training pictures of a class to learn from
   * @param trusted pictures of a class that are held out for the weights
   * @param test pictures of a class
   * @param width of the network's first stage
   * @param moew how weights of classes are searched for
   */
  record Size(
      int classes,
      int training,
      int trusted,
      int test,
      int width,
      int epochs,
      Moew.Options moew,
      int seeds) {

    MetaOptions options() {
      return PictureRun.options(epochs, BATCH, RATE);
    }

    Map<String, String> configuration() {
      Map<String, String> all = new LinkedHashMap<>();
      all.put("training pictures", Integer.toString(classes * training));
      all.put("trusted pictures", Integer.toString(classes * trusted));
      all.put("test pictures", Integer.toString(classes * test));
      all.put("network", "ResNet-18 of width " + width);
      all.put("epochs", Integer.toString(epochs));
      all.put("batch", Integer.toString(BATCH));
      all.put("rate", RATE + ", a tenth after 30, 60 and 80 % of the epochs");
      all.put("weight rate", "forml %s, forml-strong %s".formatted(weak(), STRONG));
      return all;
    }
  }

  /** The parameters' rate on the gradient as it is printed, in {@link Forml}'s unit. */
  private static double weak() {
    return RATE / BATCH;
  }

  private static final double STRONG = RATE;

  /**
   * @param origin of the pixels, for people
   */
  record Read(Pictures training, Pictures test, String origin) {}

  @Override
  public String name() {
    return set.id;
  }

  @Override
  public String title() {
    return set.people + ", even between classes: FORML (Yan et al., 2022)";
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Size size = set.size(options.scale());
    Seeds seeds = options.seeds(size.seeds());
    Read read = set.read(size, options.data());
    Map<String, String> configuration = new LinkedHashMap<>(size.configuration());
    configuration.put("pixels", read.origin());
    Map<String, List<Cell>> cells =
        Runs.cells(
            Runs.of(
                METHODS,
                method -> of(method, size, configuration),
                (method, seed) ->
                    Cell.of(ClassTable.figures(new One(method, size, seed).scores(read)))),
            seeds,
            options,
            read.training().bytesOfARun(),
            progress);
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", seeds.toString());
    return new Reproduced(
        name(),
        title(),
        configuration,
        List.of(ClassTable.of(set.caption, set.paper(), cells).table()),
        List.of(),
        notes(read));
  }

  /** What else a method's figures depend on. */
  private static Map<String, String> of(
      String method, Size size, Map<String, String> configuration) {
    Map<String, String> all = Runs.keyed(configuration, size.options());
    if (method.equals(MOEW)) {
      all.put(MOEW, size.moew().toString());
    }
    return all;
  }

  private static List<String> notes(Read read) {
    List<String> notes = new ArrayList<>();
    if (!read.origin().equals(Set.ORIGINAL)) {
      notes.add(
          "The pixels are those of a JPEG copy of CIFAR-10, some 30 dB from the original ones.");
    }
    notes.add(
        "Channels are normalised in groups within a picture, not over the batch, so that every row"
            + " has a gradient of its own; the paper's ResNet-18 normalises over the batch.");
    notes.add(
        "forml moves the rows' numbers at the rate of the parameters, as appendix A.1 says;"
            + String.format(
                Locale.ROOT,
                " forml-strong, which the paper has not, moves them %.0f times as fast.",
                STRONG / weak()));
    notes.add(
        "random draws every row's weight once, the positive part of a normal draw as for the"
            + " method reweight; the paper doesn't say what its random weights are.");
    notes.add(
        "label-bias weighs a class by the exponential of a number that grows with the overall"
            + " recall minus the class's own over the pass just ended; the paper's details are not"
            + " given.");
    notes.add(
        "moew weighs a class by a sigmoid of its own number; the numbers are searched for by a"
            + " Gaussian process so that the worst class of the trusted pictures does best, a"
            + " training a try: 6 tries at quick, where the authors make 100.");
    return List.copyOf(notes);
  }

  /** One training. */
  private record One(String method, Size size, int seed) {

    ClassScores scores(Read read) {
      SplittableRandom random = new SplittableRandom(seed);
      int[][] parts = read.training().parts(random, size.trusted(), size.training());
      Pictures training = read.training().select(parts[1]);
      ChannelScale scale = ChannelScale.of(training);
      Pictures trusted = scale.on(read.training().select(parts[0]));
      if (method.equals(MOEW)) {
        return searched(scale.on(training), trusted, scale.on(read.test()));
      }
      ClassMultipliers multipliers = new ClassMultipliers(training.labels(), training.classes());
      boolean corrected = method.equals("label-bias");
      PictureRun run =
          run(
              scale.on(training),
              trusted,
              corrected
                  ? new StaticWeights(multipliers.weights(), Normalization.SUM)
                  : weighing(training.size(), random));
      return run.run(
          scale.on(read.test()),
          (chosen, weights, losses, correct) -> multipliers.saw(chosen, correct),
          (epoch, here) -> {
            if (corrected) {
              multipliers.move();
            }
          });
    }

    private PictureRun run(Pictures training, Pictures trusted, RowWeighing weighing) {
      return new PictureRun(
          ResNet.eighteen(Cifar.IMAGE, size.width(), training.classes()),
          training,
          trusted,
          size.options(),
          new MetaTraining.Plan(
              weighing, Dealing.shuffled(), new FlipAndShift(Cifar.IMAGE, 4), seed));
    }

    /** By metric-optimised weights of classes. */
    private ClassScores searched(Pictures training, Pictures trusted, Pictures test) {
      Map<Double, ClassScores> byWorst = new HashMap<>();
      Moew.Least least =
          new Moew(size.moew())
              .least(
                  training.classes(),
                  alpha -> {
                    double[] each = new double[training.size()];
                    Arrays.setAll(each, i -> Sigmoid.of(alpha[training.labels()[i]]));
                    List<ClassScores> scores =
                        run(training, trusted, new StaticWeights(each, Normalization.SUM))
                            .run(
                                List.of(trusted, test),
                                (chosen, weights, losses, correct) -> {},
                                (epoch, here) -> {});
                    byWorst.putIfAbsent(scores.get(0).worst(), scores.get(1));
                    return scores.get(0).worst();
                  },
                  seed,
                  tries -> {});
      return Objects.requireNonNull(byWorst.get(least.value()), "the best try");
    }

    private RowWeighing weighing(int rows, SplittableRandom random) {
      Goal gap = new Goal.OfGroups(BoundedGroupLoss.How.RANGE);
      return switch (method) {
        case "uniform" -> StaticWeights.uniform();
        case "random" -> {
          double[] each = new double[rows];
          Arrays.setAll(each, i -> Math.max(0, random.nextGaussian()));
          yield new StaticWeights(each, Normalization.SUM);
        }
        case "meta-weight-net" -> MetaWeightNet.published(new Goal.Mean());
        case "forml" -> Forml.printed(gap, weak());
        case "forml-strong" -> Forml.printed(gap, STRONG);
        default -> throw new IllegalArgumentException("no method " + method);
      };
    }
  }
}
