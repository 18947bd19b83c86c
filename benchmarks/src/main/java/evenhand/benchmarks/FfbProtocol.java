package evenhand.benchmarks;

import evenhand.data.Sample;
import evenhand.data.Table;
import evenhand.learner.Classifier;
import evenhand.learner.LogisticRegression;
import evenhand.learner.WeightedLearner;
import evenhand.parity.Requirement;
import evenhand.report.CurvesPlot;
import evenhand.report.Plot;
import evenhand.torch.MlpLearner;
import evenhand.torch.TorchMethods;
import evenhand.train.Method;
import evenhand.train.Methods;
import evenhand.train.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Accuracy against the demographic parity gap of every trainer on Adult by the protocol of {@link
 * FfbRows}: fits every setting with five seeds, chooses settings on validation rows alone, and
 * prints Markdown. Argument: a folder, for {@code ffb.csv} with every fit, and the picture as
 * {@code ffb-frontier.svg} and {@code ffb-frontier.png}. What {@code ffb.csv} holds already is not
 * fitted again.
 */
public final class FfbProtocol {

  private static final long SEEDS = 5;

  /** As published: 150 steps are 8 passes and a bit. */
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "hidden",
          "512-256-64",
          "epochs",
          "8",
          "batch",
          "1024",
          "rate",
          "0.01",
          "decay",
          "0",
          "schedule",
          "step");

  private static final Map<String, String> OURS =
      Map.of("hidden", "128-64", "epochs", "12", "batch", "512", "rate", "0.003");

  /** A faster network runs away from a strong adversary. */
  private static final Map<String, String> SLOWER =
      Map.of("hidden", "128-64", "epochs", "12", "batch", "512", "rate", "0.001");

  /** By multipliers of no external regret, its best iterate; and otherwise. */
  private static final Map<String, Map<String, String>> PLAYERS =
      new TreeMap<>(
          Map.of(
              "lagrangian",
              Map.of("margin", "0.2"),
              "lagrangian, mixed",
              Map.of("margin", "0.2", "mixture", "all"),
              "lagrangian, swap regret",
              Map.of("margin", "0.2", "players", "swap-regret"),
              "lagrangian, swap regret, one iterate",
              Map.of("margin", "0.2", "players", "swap-regret", "mixture", "none")));

  private FfbProtocol() {}

  /**
   * What is fitted with every seed.
   *
   * @param method as the tables call it
   * @param strength as the method means it, for people
   */
  private record Setting(
      String method, String strength, Method how, double bound, WeightedLearner learner) {

    boolean is(FfbFrontier.Fit fit, long seed) {
      return fit.method().equals(method) && fit.strength().equals(strength) && fit.seed() == seed;
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    Table table = FfbRows.table();
    Path csv = folder.resolve("ffb.csv");
    List<FfbFrontier.Fit> known = Files.exists(csv) ? FfbFrontier.read(csv) : List.of();
    List<FfbFrontier.Fit> fits = Collections.synchronizedList(new ArrayList<>(known));
    LongStream.rangeClosed(1, SEEDS)
        .parallel()
        .forEach(
            seed -> {
              FfbRows rows = FfbRows.of(table, seed);
              for (Setting setting : settings()) {
                if (known.stream().noneMatch(fit -> setting.is(fit, seed))) {
                  fits.add(fit(setting, rows, seed));
                }
              }
            });
    FfbFrontier frontier = FfbFrontier.of(fits);
    Files.writeString(csv, frontier.csv());
    System.out.println("rows " + table.rows());
    System.out.print(frontier.markdown());
    Plot plot =
        CurvesPlot.of(
            "demographic parity gap by sex, test rows, percentage points",
            "accuracy, test rows, %",
            82,
            frontier.curves());
    Files.write(folder.resolve("ffb-frontier.png"), plot.png());
    Files.write(folder.resolve("ffb-frontier.svg"), plot.svg().getBytes(StandardCharsets.UTF_8));
  }

  private static List<Setting> settings() {
    List<Setting> all = new ArrayList<>();
    WeightedLearner network = MlpLearner.of(OURS);
    all.add(
        new Setting(
            FfbFrontier.PLAIN,
            "published",
            Methods.named("plain", Map.of()),
            1,
            MlpLearner.of(PUBLISHED)));
    all.add(new Setting(FfbFrontier.PLAIN_OURS, "-", Methods.named("plain", Map.of()), 1, network));
    for (double strength : new double[] {0.1, 0.2, 0.35, 0.5, 0.7, 1, 1.5, 2.5, 5}) {
      all.add(torch("regularized", strength, Map.of(), network));
    }
    WeightedLearner slower = MlpLearner.of(SLOWER);
    for (double strength : new double[] {0.5, 1, 1.5, 2, 3, 4, 6, 8, 12}) {
      for (String update : List.of("reversal", "projection")) {
        all.add(torch("adversarial, " + update, strength, Map.of("update", update), slower));
      }
    }
    for (double rate : new double[] {0.001, 0.01, 0.1}) {
      all.add(torch("group-dro", rate, Map.of("groups", "attribute"), network));
    }
    for (double bound : new double[] {0.01, 0.02, 0.034, 0.05, 0.08, 0.12}) {
      PLAYERS.forEach((name, options) -> all.add(lagrangian(name, options, bound, network)));
    }
    for (double bound : new double[] {0.005, 0.01, 0.02, 0.03, 0.034, 0.05, 0.08, 0.12}) {
      all.add(
          new Setting(
              FfbFrontier.REDUCTION,
              Double.toString(bound),
              Methods.named("reduction", Map.of()),
              bound,
              LogisticRegression.defaults()));
    }
    return all;
  }

  private static Setting lagrangian(
      String name, Map<String, String> options, double bound, WeightedLearner network) {
    return new Setting(
        name,
        Double.toString(bound),
        TorchMethods.named("lagrangian", options).orElseThrow(),
        bound,
        network);
  }

  /** A method at a strength of its own; the bound then is only what is judged. */
  private static Setting torch(
      String name, double strength, Map<String, String> options, WeightedLearner network) {
    String method = name.replaceFirst(",.*", "");
    Method how = TorchMethods.named(method, options).orElseThrow();
    return new Setting(
        name, Double.toString(strength), how.at(strength, List.of()).method(), 0.02, network);
  }

  private static FfbFrontier.Fit fit(Setting setting, FfbRows rows, long seed) {
    Method.Task task =
        new Method.Task(
            rows.training(),
            Optional.of(rows.validation()),
            List.of(Requirement.parse("demographic_parity<=" + setting.bound() + "@sex")),
            setting.learner(),
            seed);
    Classifier classifier = setting.how().fit(task, ProgressListener.NONE).classifier();
    System.err.printf("%d %s %s%n", seed, setting.method(), setting.strength());
    return new FfbFrontier.Fit(
        setting.method(),
        setting.strength(),
        seed,
        place(classifier, rows.validation()),
        place(classifier, rows.test()));
  }

  private static FfbFrontier.Place place(Classifier classifier, Sample rows) {
    double[] accepted = classifier.on(rows.features()).acceptance();
    double right = 0;
    for (int i = 0; i < accepted.length; i++) {
      right += rows.labels()[i] == 1 ? accepted[i] : 1 - accepted[i];
    }
    double gap =
        Arrays.stream(Requirement.parse("demographic_parity<=0@sex").on(rows).violation(accepted))
            .max()
            .orElseThrow();
    return new FfbFrontier.Place(100 * right / accepted.length, 100 * gap);
  }
}
