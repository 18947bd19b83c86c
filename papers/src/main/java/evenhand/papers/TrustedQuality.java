package evenhand.papers;

import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.LogisticRegression;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Requirement;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Column;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Row;
import evenhand.torch.MlpLearner;
import evenhand.torch.meta.Dealing;
import evenhand.torch.meta.Examples;
import evenhand.torch.meta.MetaMethods;
import evenhand.train.Method;
import evenhand.train.Methods;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * How the trusted rows' number and wrong labels change what is learned from them: Adult by sex, of
 * whose training labels four in ten women's are wrong.
 */
final class TrustedQuality implements Reproduction {

  private static final double WRONG = 0.4;
  private static final int TEST_ROWS = 10_000;
  private static final List<Integer> SIZES = List.of(40, 400, 4000);
  private static final List<Double> TRUSTED_WRONG = List.of(0.0, 0.2, 0.4);

  private static final String MOEW_ASKS = "equalized_odds<=0.05@sex";

  /** Of the sizes. */
  private static final int LARGEST = 4000;

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

  /**
   * What is trained.
   *
   * @param method empty: uniform weights
   * @param requirements of a method that needs one
   */
  private record Training(
      Optional<Method> method, List<Requirement> requirements, Function<Size, WeightedLearner> of) {

    static Training network(Optional<Method> method) {
      return new Training(
          method,
          List.of(),
          size -> MlpLearner.of(Map.of("epochs", Integer.toString(size.epochs()))));
    }

    static Training logistic(Optional<Method> method, List<Requirement> requirements) {
      return new Training(method, requirements, size -> LogisticRegression.defaults());
    }
  }

  private static Map<String, Training> trainings() {
    Map<String, Training> all = new LinkedHashMap<>();
    network(all, "learning-to-reweight", "learning-to-reweight", Map.of());
    network(all, "meta-gdro", "learning-to-reweight", Map.of("goal", "worst-group"));
    network(all, "forml", "forml", Map.of());
    network(all, "forml-cross-entropy", "forml", Map.of("goal", "mean"));
    network(all, "meta-weight-net", "meta-weight-net", Map.of());
    network(all, "nash", "nash", Map.of());
    all.put(
        "moew",
        Training.logistic(
            Optional.of(Methods.named("moew", Map.of())), List.of(Requirement.parse(MOEW_ASKS))));
    return all;
  }

  private static void network(
      Map<String, Training> all, String id, String name, Map<String, String> options) {
    Map<String, String> whole = new LinkedHashMap<>(options);
    whole.put("trusted", "data");
    all.put(id, Training.network(Optional.of(MetaMethods.named(name, whole).orElseThrow())));
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    Size size = Size.of(options.scale());
    Seeds seeds = options.seeds(size.seeds());
    NashData data =
        NashData.read(NashSetting.ADULT_SEX, options.data(), NashData.Standardized.TRAINING_ROWS);
    Map<String, Runs> byName = new LinkedHashMap<>();
    Training uniform = Training.network(Optional.empty());
    byName.put("uniform weights", new Run(size, uniform, 40, 0).of("uniform", data));
    byName.put(
        "uniform weights, logistic",
        new Run(size, Training.logistic(Optional.empty(), List.of()), 40, 0)
            .of("uniform-logistic", data));
    trainings()
        .forEach(
            (name, training) -> {
              for (int trusted : SIZES) {
                for (double wrong : TRUSTED_WRONG) {
                  long percent = Math.round(100 * wrong);
                  byName.put(
                      "%s, %d trusted, %d %% wrong".formatted(name, trusted, percent),
                      new Run(size, training, trusted, wrong)
                          .of("%s-%d-%d".formatted(name, trusted, percent), data));
                }
              }
            });
    Map<String, List<Cell>> cells =
        Runs.cells(List.copyOf(byName.values()), seeds, options, data.bytesOfARun(), progress);
    List<Row> rows = new ArrayList<>();
    byName.forEach(
        (name, runs) -> rows.add(row(name, cells.getOrDefault(runs.method(), List.of()))));
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("scale", options.scale().id());
    configuration.put("seeds", seeds.toString());
    configuration.putAll(new Run(size, uniform, 0, 0).configuration());
    ReproducedTable table =
        new ReproducedTable(
            String.format(Locale.ROOT, "Adult by sex, right labels of %,d test rows", TEST_ROWS),
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
            + " kept; nothing was chosen on test rows.",
        "moew weighs logistic regression under %s, which it judges on the trusted rows."
            .formatted(MOEW_ASKS));
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

  /**
   * One training.
   *
   * @param training what is trained
   * @param trusted rows
   * @param trustedWrong share of their labels that is wrong
   */
  private record Run(Size size, Training training, int trusted, double trustedWrong) {

    Runs of(String id, NashData data) {
      return new Runs(id, configuration(), seed -> run(data, seed));
    }

    private WeightedLearner learner() {
      return training.of().apply(size);
    }

    /** All that its figures depend on. */
    Map<String, String> configuration() {
      Map<String, String> all = new LinkedHashMap<>();
      all.put("training rows", Integer.toString(size.rows()));
      all.put("wrong labels of women", Double.toString(WRONG));
      learner().configuration().forEach((name, value) -> all.put("learner " + name, value));
      training
          .method()
          .ifPresent(
              each ->
                  each.configuration().forEach((name, value) -> all.put("method " + name, value)));
      if (!training.requirements().isEmpty()) {
        all.put("requirements", training.requirements().toString());
      }
      return all;
    }

    Cell run(NashData data, int seed) {
      SplittableRandom random = new SplittableRandom(seed);
      int[] order =
          new Dealing.Shuffled(Dealing.Shuffled.Last.KEPT)
              .deal(data.all().size(), data.all().size(), random)[0];
      Examples test = data.all().select(Arrays.copyOfRange(order, 0, TEST_ROWS));
      int from = TEST_ROWS + LARGEST;
      Examples clean = data.all().select(Arrays.copyOfRange(order, TEST_ROWS, TEST_ROWS + trusted));
      Examples rows = data.all().select(Arrays.copyOfRange(order, from, from + size.rows()));
      int women = data.all().groups().names().indexOf("Female");
      Sample noisy = flipped(rows, random.split(), i -> rows.groups().codes()[i] == women, WRONG);
      Sample said = flipped(clean, random.split(), i -> true, trustedWrong);
      int[] decisions =
          Arrays.stream(classifier(noisy, said, seed).on(test.features()).acceptance())
              .mapToInt(chance -> (int) chance)
              .toArray();
      BalancedAccuracy scores =
          BalancedAccuracy.of(test.labels(), decisions, test.groups()).orElseThrow();
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("overall", 100 * scores.overall());
      figures.put("gap", 100 * scores.gap());
      figures.put("worst", 100 * scores.worst());
      return Cell.of(figures);
    }

    private Classifier classifier(Sample rows, Sample said, int seed) {
      if (training.method().isEmpty()) {
        return Classifier.of(
            learner().on(rows.features(), seed).fit(rows.labels(), rows.weights()));
      }
      Method.Task task =
          new Method.Task(
              rows, Optional.empty(), Optional.of(said), training.requirements(), learner(), seed);
      return training.method().get().fit(task, ProgressListener.NONE).classifier();
    }

    private static Sample flipped(
        Examples rows, SplittableRandom random, IntPredicate among, double share) {
      int[] labels = rows.labels().clone();
      for (int i = 0; i < labels.length; i++) {
        if (among.test(i) && random.nextDouble() < share) {
          labels[i] = 1 - labels[i];
        }
      }
      return Sample.of(rows.features(), labels, List.of(rows.groups()));
    }
  }
}
