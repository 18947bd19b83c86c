package evenhand.papers;

import evenhand.loss.BoundedGroupLoss;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.torch.Image;
import evenhand.torch.Mlp;
import evenhand.torch.Network;
import evenhand.torch.ResNet;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Forml;
import evenhand.torch.meta.Goal;
import evenhand.torch.meta.MetaOptions;
import evenhand.torch.meta.MetaTraining;
import evenhand.torch.meta.RowHistory;
import evenhand.torch.meta.RowWeighing;
import evenhand.torch.meta.StaticWeights;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Table 5 of Yan, Seto and Apostoloff, "FORML: Learning to reweight data for fairness", 2022, on
 * Fashion-MNIST: a tenth of the training rows, those that contribute least under FORML, is dropped,
 * and a network is trained anew on the others.
 */
final class FormlCondense implements Reproduction {

  private static final double DROPPED = 0.1;
  private static final int BATCH = 128;
  private static final double RATE = 0.05;
  private static final double WEIGHT_RATE = RATE;
  private static final List<String> METHODS =
      List.of("uniform", "random", "forml", "easiest", "weighing");

  /**
   * @param rows of the 60,000
   * @param exemplar rows that are forgotten least
   * @param width of the network's first stage; 0: a perceptron of two hidden layers of 128
   */
  private record Size(int rows, int exemplar, int width, int epochs, int seeds) {

    static Size of(Scale scale) {
      return switch (scale) {
        case SLICE -> new Size(1500, 100, 0, 2, 1);
        case QUICK -> new Size(60_000, 1000, 0, 6, 5);
        case PAPER -> new Size(60_000, 1000, 64, 200, 5);
      };
    }

    Network network(Image image, int classes) {
      return width == 0
          ? new Mlp(image.size(), List.of(128, 128), 0, classes)
          : ResNet.eighteen(image, width, classes);
    }

    MetaOptions options() {
      return PictureRun.options(epochs, BATCH, RATE);
    }

    Map<String, String> configuration() {
      Map<String, String> all = new LinkedHashMap<>();
      all.put("training rows", Integer.toString(rows));
      all.put("dropped", Double.toString(DROPPED));
      all.put("exemplar", Integer.toString(exemplar));
      all.put("network", width == 0 ? "perceptron 128-128" : "ResNet-18 of width " + width);
      all.put("epochs", Integer.toString(epochs));
      all.put("batch", Integer.toString(BATCH));
      all.put("rate", RATE + ", a tenth after 30, 60 and 80 % of the epochs");
      all.put("weight rate", Double.toString(WEIGHT_RATE));
      all.put("moving average keeps", Double.toString(RowHistory.KEEP));
      return all;
    }
  }

  @Override
  public String name() {
    return "forml-condense";
  }

  @Override
  public String title() {
    return "Fashion-MNIST without the tenth that counts least: FORML (Yan et al., 2022), section 4.2";
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Size size = Size.of(options.scale());
    Seeds seeds = options.seeds(size.seeds());
    Pictures training = Pictures.idx(options.data(), "fashion-mnist", "train");
    Pictures test = Pictures.idx(options.data(), "fashion-mnist", "t10k");
    Runs runs =
        new Runs(
            "condense",
            Runs.keyed(size.configuration(), size.options()),
            seed -> new One(size, training, test, seed).cell());
    List<Cell> cells =
        Runs.cells(List.of(runs), seeds, options, training.bytesOfARun(), progress)
            .getOrDefault(runs.method(), List.of());
    Map<String, String> configuration = new LinkedHashMap<>(size.configuration());
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", seeds.toString());
    return new Reproduced(
        name(),
        title(),
        configuration,
        List.of(scores(cells), dropped(cells, training.classes())),
        List.of(),
        notes());
  }

  private static ReproducedTable scores(List<Cell> cells) {
    Map<String, List<ClassScores>> scores = new LinkedHashMap<>();
    for (String method : METHODS) {
      scores.put(
          method, cells.stream().map(cell -> ClassTable.scores(cell, method + " ")).toList());
    }
    return new ClassTable("Trained anew on what is kept", Map.of(), scores).table();
  }

  private static ReproducedTable dropped(List<Cell> cells, int classes) {
    List<ReproducedTable.Row> rows = new ArrayList<>();
    for (String method : List.of("forml", "easiest")) {
      Function<Integer, ReproducedTable.Entry> entry =
          c -> {
            double[] shares =
                cells.stream()
                    .map(cell -> cell.figures().get(method + " dropped " + c))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            return shares.length == 0
                ? new ReproducedTable.Entry(Optional.empty(), Optional.empty())
                : ReproducedTable.Entry.ours(ReproducedTable.Measured.of(shares));
          };
      rows.add(
          new ReproducedTable.Row(method, IntStream.range(0, classes).boxed().map(entry).toList()));
    }
    return new ReproducedTable(
        "Dropped of each class (%)",
        IntStream.range(0, classes)
            .mapToObj(c -> new ReproducedTable.Column("class " + c, 1))
            .toList(),
        rows);
  }

  private static List<String> notes() {
    return List.of(
        "The paper condenses CIFAR-100 (TPRD 46.0 for all rows, 46.8 for random ones, 43.8 for"
            + " FORML's); this is Fashion-MNIST, so that its figures are not beside ours.",
        "uniform learns from all rows; random from nine tenths drawn evenly; forml from those whose"
            + " moving average of weight times loss was largest; easiest, which the paper has not,"
            + " from those whose moving average of the loss alone was largest in the first"
            + " training, to tell what the weights add; weighing is FORML's own network, of which the"
            + " weights are.",
        "The exemplar rows are those that the first training, uniform's, forgot least, drawn evenly"
            + " among equals; FORML doesn't weigh them, and they are kept.",
        "The paper doesn't give its average's decay; ours keeps nine tenths.");
  }

  /** One seed: four trainings that learn, and one that weighs. */
  private record One(Size size, Pictures all, Pictures test, int seed) {

    Cell cell() {
      SplittableRandom random = new SplittableRandom(seed);
      Pictures rows = all.select(drawn(all.size(), size.rows(), random));
      RowHistory first = new RowHistory(rows.size(), RowHistory.KEEP);
      ClassScores uniform = learn(rows, rows, StaticWeights.uniform(), first);
      int[] exemplar = leastForgotten(first.forgettingEvents(), random);
      int gone = (int) Math.floor(DROPPED * rows.size());
      Map<String, Double> figures = new LinkedHashMap<>();
      put(figures, "uniform", uniform);
      put(figures, "random", relearn(rows, drawn(rows.size(), rows.size() - gone, random)));
      int[] weighed = without(rows.size(), exemplar);
      RowHistory history = new RowHistory(weighed.length, RowHistory.KEEP);
      Goal gap = new Goal.OfGroups(BoundedGroupLoss.How.RANGE);
      ClassScores forml =
          learn(
              rows.select(weighed),
              rows.select(exemplar),
              Forml.printed(gap, WEIGHT_RATE),
              history);
      put(figures, "weighing", forml);
      float[] worth = new float[rows.size()];
      Arrays.fill(worth, Float.POSITIVE_INFINITY);
      float[] contributions = history.contributions();
      for (int i = 0; i < weighed.length; i++) {
        worth[weighed[i]] = contributions[i];
      }
      condense(figures, "forml", rows, largest(worth, rows.size() - gone));
      float[] losses = first.contributions();
      for (int row : exemplar) {
        losses[row] = Float.POSITIVE_INFINITY;
      }
      condense(figures, "easiest", rows, largest(losses, rows.size() - gone));
      return Cell.of(figures);
    }

    private void condense(Map<String, Double> figures, String method, Pictures rows, int[] kept) {
      put(figures, method, relearn(rows, kept));
      int[] gone = without(rows.size(), kept);
      for (int c = 0; c < rows.classes(); c++) {
        int label = c;
        double of = Arrays.stream(rows.labels()).filter(each -> each == label).count();
        double lost = Arrays.stream(gone).filter(row -> rows.labels()[row] == label).count();
        if (of > 0) {
          figures.put(method + " dropped " + c, 100 * lost / of);
        }
      }
    }

    private static void put(Map<String, Double> figures, String method, ClassScores scores) {
      ClassTable.figures(scores)
          .forEach((name, figure) -> figures.put(method + " " + name, figure));
    }

    private ClassScores relearn(Pictures rows, int[] kept) {
      Pictures some = rows.select(kept);
      return learn(
          some, some, StaticWeights.uniform(), new RowHistory(some.size(), RowHistory.KEEP));
    }

    private ClassScores learn(
        Pictures training, Pictures trusted, RowWeighing weighing, RowHistory history) {
      PictureRun run =
          new PictureRun(
              size.network(training.image(), training.classes()),
              training,
              trusted,
              size.options(),
              new MetaTraining.Plan(
                  weighing, new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT), seed));
      return run.run(test, history, (epoch, here) -> {});
    }

    /** Those with the fewest events, drawn evenly among equals. */
    private int[] leastForgotten(int[] events, SplittableRandom random) {
      int[] order = drawn(events.length, events.length, random);
      return Arrays.stream(order)
          .boxed()
          .sorted(Comparator.comparingInt(row -> events[row]))
          .limit(size.exemplar())
          .mapToInt(Integer::intValue)
          .sorted()
          .toArray();
    }

    private static int[] drawn(int among, int count, SplittableRandom random) {
      int[] order = new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT).deal(among, among, random)[0];
      return Arrays.stream(order).limit(count).toArray();
    }

    private static int[] without(int rows, int[] gone) {
      boolean[] out = new boolean[rows];
      for (int row : gone) {
        out[row] = true;
      }
      return IntStream.range(0, rows).filter(row -> !out[row]).toArray();
    }

    /** The rows worth most, the earlier ones of equals, in rising order. */
    private static int[] largest(float[] worth, int count) {
      return IntStream.range(0, worth.length)
          .boxed()
          .sorted((one, other) -> Float.compare(worth[other], worth[one]))
          .limit(count)
          .mapToInt(Integer::intValue)
          .sorted()
          .toArray();
    }
  }
}
