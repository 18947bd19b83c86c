package evenhand.benchmarks;

import evenhand.data.Encoding;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Sample;
import evenhand.data.Split;
import evenhand.data.Table;
import evenhand.learner.Classifier;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import evenhand.parity.Requirement;
import evenhand.torch.MlpLearner;
import evenhand.torch.TorchMethods;
import evenhand.train.Method;
import evenhand.train.Methods;
import evenhand.train.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings of the networks' methods on Adult by sex with several seeds, each split and trained as
 * {@code evenhand train adult --group sex --learner mlp --seed SEED} does, as Markdown: means and
 * standard errors on validation rows and on the test file. Arguments: a table's name, the number of
 * seeds, and a CSV file of every fit; what it holds already is not fitted again.
 *
 * <p>The rule by which {@code adversarial} chooses a default, set down before its fits were made:
 * of the settings whose mean gap on validation rows is at most .06 and whose largest is under .1,
 * the one with the highest mean accuracy on validation rows; where the paired difference of
 * accuracies to another is within two standard errors, of the two the one with the smaller gap
 * there. Test rows have no say.
 */
public final class AdultNetworks {

  private static final List<GroupColumn> SEX = List.of(GroupColumn.parse("sex"));
  private static final String HEADER =
      "setting,seed,validation_accuracy,validation_gap,validation_worst_cell,test_accuracy,test_gap,test_worst_cell,test_opportunity_gap,fresh";

  private AdultNetworks() {}

  /**
   * @param options of the method, as on the command line
   * @param learner options of the network
   */
  private record Setting(String method, Map<String, String> options, Map<String, String> learner) {

    String name() {
      return Stream.concat(
              Stream.of(method),
              Stream.concat(options.entrySet().stream(), learner.entrySet().stream())
                  .map(Object::toString)
                  .sorted())
          .reduce((one, other) -> one + " " + other)
          .orElseThrow();
    }

    /** What the Lagrangian is to meet; the others have no use for it. */
    List<Requirement> requirements() {
      return method.equals("lagrangian")
          ? List.of(Requirement.parse("demographic_parity<=0.02@sex"))
          : List.of();
    }

    Method how() {
      return TorchMethods.named(method, options).orElseGet(() -> Methods.named(method, options));
    }
  }

  /** Of decisions on one part of the rows, by sex; of a mixture, expected. */
  private record Place(double accuracy, double gap, double worstCell, double opportunityGap) {

    static Place of(Classifier classifier, Sample rows) {
      Tally tally =
          Tally.of(
                  rows.labels(),
                  classifier.on(rows.features()).acceptance(),
                  Optional.empty(),
                  List.of(rows.groups("sex")))
              .get(0);
      double worst = 1;
      for (int g = 0; g < tally.groups(); g++) {
        worst =
            Math.min(
                worst,
                Math.min(
                    rate(tally, Statistic.TRUE_POSITIVE_RATE, g),
                    rate(tally, Statistic.TRUE_NEGATIVE_RATE, g)));
      }
      return new Place(
          rate(tally.pooled(), Statistic.ACCURACY, 0),
          gap("demographic_parity", tally),
          worst,
          gap("equal_opportunity", tally));
    }

    private static double rate(Tally tally, Statistic statistic, int group) {
      return tally.rate(statistic, group).value().orElseThrow();
    }

    private static double gap(String parity, Tally tally) {
      return Requirement.parse(parity + "<=0@sex").value(tally).orElseThrow();
    }
  }

  private record Fit(String setting, long seed, double[] values, String fresh) {

    String line() {
      List<String> cells = new ArrayList<>(List.of(setting, Long.toString(seed)));
      Arrays.stream(values).forEach(each -> cells.add(String.format(Locale.ROOT, "%.4f", each)));
      cells.add(fresh);
      return String.join(",", cells);
    }

    static Fit read(String line) {
      String[] cells = line.split(",", -1);
      return new Fit(
          cells[0],
          Long.parseLong(cells[1]),
          Arrays.stream(cells, 2, cells.length - 1).mapToDouble(Double::parseDouble).toArray(),
          cells[cells.length - 1]);
    }
  }

  public static void main(String[] arguments) throws IOException {
    List<Setting> settings = settings(arguments[0]);
    long seeds = Long.parseLong(arguments[1]);
    Path csv = Path.of(arguments[2]);
    if (!Files.exists(csv)) {
      Files.writeString(csv, HEADER + "\n");
    }
    List<Fit> fits =
        new ArrayList<>(Files.readAllLines(csv).stream().skip(1).map(Fit::read).toList());
    AdultRows adult = AdultRows.read();
    for (long seed = 1; seed <= seeds; seed++) {
      Parts parts = Parts.of(adult, seed);
      for (Setting setting : settings) {
        long here = seed;
        if (fits.stream().noneMatch(f -> f.setting().equals(setting.name()) && f.seed() == here)) {
          Fit fit = parts.fit(setting, seed);
          fits.add(fit);
          Files.writeString(csv, fit.line() + "\n", StandardOpenOption.APPEND);
        }
      }
    }
    System.out.println(
        "| setting | accuracy, validation | gap | largest gap | worst cell | accuracy, test | gap | largest gap | worst cell | opportunity gap |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Setting setting : settings) {
      List<Fit> own =
          fits.stream()
              .filter(each -> each.setting().equals(setting.name()) && each.seed() <= seeds)
              .toList();
      System.out.println(
          Stream.of(
                  setting.name(),
                  mean(own, 0),
                  mean(own, 1),
                  most(own, 1),
                  mean(own, 2),
                  mean(own, 3),
                  mean(own, 4),
                  most(own, 4),
                  mean(own, 5),
                  mean(own, 6))
              .collect(java.util.stream.Collectors.joining(" | ", "| ", " |")));
    }
  }

  private static String mean(List<Fit> fits, int value) {
    double[] values = fits.stream().mapToDouble(each -> each.values()[value]).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
    int n = values.length;
    return String.format(
        Locale.ROOT, "%.4f ± %.4f", mean, n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n));
  }

  private static String most(List<Fit> fits, int value) {
    return String.format(
        Locale.ROOT, "%.4f", fits.stream().mapToDouble(e -> e.values()[value]).max().orElseThrow());
  }

  /** The rows of one seed. */
  private record Parts(Sample training, Sample validation, Sample test) {

    static Parts of(AdultRows adult, long seed) {
      Table table = adult.training();
      Outcome outcome = Outcome.of(table, "income", ">50K");
      int[] labels = outcome.read(table);
      List<Groups> sex = SEX.stream().map(each -> each.of(table)).toList();
      Split split = Split.stratified(labels, sex, 0.2, seed);
      List<String> features =
          table.names().stream()
              .filter(n -> !List.of("income", "sex", "fnlwgt").contains(n))
              .toList();
      Encoding encoding = Encoding.fit(table, split.training(), features);
      Sample all = Sample.of(encoding.encode(table).matrix(), labels, sex);
      return new Parts(
          all.select(split.training()),
          all.select(split.heldOut()),
          Sample.of(
              encoding.encode(adult.test()).matrix(),
              outcome.read(adult.test()),
              SEX.stream().map(each -> each.of(adult.test())).toList()));
    }

    Fit fit(Setting setting, long seed) {
      Method.Task task =
          new Method.Task(
              training,
              Optional.of(validation),
              setting.requirements(),
              MlpLearner.of(setting.learner()),
              seed);
      Method.Fitted fitted = setting.how().fit(task, ProgressListener.NONE);
      Place chosenOn = Place.of(fitted.classifier(), validation);
      Place test = Place.of(fitted.classifier(), this.test);
      return new Fit(
          setting.name(),
          seed,
          new double[] {
            chosenOn.accuracy(),
            chosenOn.gap(),
            chosenOn.worstCell(),
            test.accuracy(),
            test.gap(),
            test.worstCell(),
            test.opportunityGap()
          },
          (fitted.search().getOrDefault("fresh adversary", "")
                  + fitted.search().getOrDefault("live adversary", "")
                  + fitted.warnings())
              .replace(",", ";"));
    }
  }

  private static Setting lagrangian(Map<String, String> options) {
    return new Setting("lagrangian", options, Map.of());
  }

  private static Setting adversarial(String update, String strength, Map<String, String> learner) {
    return new Setting("adversarial", Map.of("update", update, "strength", strength), learner);
  }

  private static Setting groupDro(String groups, String rate, Map<String, String> learner) {
    return new Setting("group-dro", Map.of("groups", groups, "share-rate", rate), learner);
  }

  private static List<Setting> settings(String table) {
    return switch (table) {
      case "adversarial" ->
          List.of(
              new Setting("plain", Map.of(), Map.of()),
              adversarial("projection", "1", Map.of()),
              adversarial("reversal", "4", Map.of("rate", "0.001")));
      case "lagrangian" ->
          List.of(
              lagrangian(Map.of("players", "external-regret")),
              lagrangian(Map.of("players", "external-regret", "mixture", "all")),
              lagrangian(Map.of("players", "swap-regret", "multiplier-rate", "10")),
              lagrangian(Map.of("players", "swap-regret", "multiplier-rate", "30")),
              lagrangian(Map.of("players", "swap-regret", "multiplier-rate", "100")),
              lagrangian(Map.of("players", "swap-regret", "multiplier-rate", "300")),
              lagrangian(Map.of("players", "swap-regret", "mixture", "none")));
      case "swinging" ->
          List.of(
              adversarial("projection", "1", Map.of()),
              adversarial("reversal", "1", Map.of()),
              adversarial("reversal", "4", Map.of()),
              adversarial("reversal", "6", Map.of()),
              adversarial("reversal", "8", Map.of()),
              adversarial("reversal", "12", Map.of()),
              adversarial("projection", "4", Map.of()),
              adversarial("projection", "12", Map.of()),
              adversarial("reversal", "4", Map.of("rate", "0.001")),
              adversarial("reversal", "12", Map.of("rate", "0.001")));
      case "group-dro" ->
          List.of(
              new Setting("plain", Map.of(), Map.of()),
              groupDro("attribute", "0.01", Map.of()),
              groupDro("attribute-and-label", "0.001", Map.of()),
              groupDro("attribute-and-label", "0.01", Map.of()),
              groupDro("attribute-and-label", "0.1", Map.of()),
              groupDro("attribute-and-label", "0.01", Map.of("decay", "0.1")),
              groupDro("attribute-and-label", "0.01", Map.of("decay", "1")),
              groupDro("attribute-and-label", "0.01", Map.of("epochs", "4")));
      default -> throw new IllegalArgumentException("there is no table " + table);
    };
  }
}
