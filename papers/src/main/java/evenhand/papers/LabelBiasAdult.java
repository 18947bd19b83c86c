package evenhand.papers;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.data.Table;
import evenhand.learner.Classifier;
import evenhand.learner.LogisticRegression;
import evenhand.learner.Scorer;
import evenhand.learner.WeightedLearner;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import evenhand.parity.Parity;
import evenhand.parity.Requirement;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedTable;
import evenhand.report.ReproducedTable.Entry;
import evenhand.report.ReproducedTable.Measured;
import evenhand.report.ReproducedTable.Published;
import evenhand.reweight.LabelBias;
import evenhand.tables.Catalogue;
import evenhand.train.ProgressListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Adult as in the notebooks of Jiang and Nachum, "Identifying and correcting label bias in machine
 * learning", AISTATS 2020: every column in bins, and women, men, white and black people protected.
 */
final class LabelBiasAdult implements Reproduction {

  /** Parity, and its error and violation on test rows as the notebooks print them. */
  private record Printed(Parity parity, double error, double violation) {}

  private static final List<Printed> PAPER =
      List.of(
          new Printed(Parity.DEMOGRAPHIC_PARITY, 0.1652, 0.0037),
          new Printed(Parity.EQUAL_OPPORTUNITY, 0.1446, 0.0092),
          new Printed(Parity.EQUALIZED_ODDS, 0.1458, 0.0222));

  private static final double PLAIN_ERROR = 0.1415;
  private static final Map<Parity, Double> PLAIN_VIOLATIONS =
      Map.of(Parity.DEMOGRAPHIC_PARITY, 0.1173, Parity.EQUAL_OPPORTUNITY, 0.1195);

  @Override
  public String name() {
    return "label-bias-adult";
  }

  @Override
  public String title() {
    return "Adult without label bias (Jiang and Nachum, AISTATS 2020), its notebooks' figures";
  }

  @Override
  public Reproduced run(RunOptions options, ProgressListener progress) {
    if (options.first() != 0 || options.count().orElse(1) != 1) {
      throw new DataException(
          "nothing in %s is random: leave --seeds and --first-seed out".formatted(name()));
    }
    Catalogue catalogue = new Catalogue(options.data());
    Table before = catalogue.read("adult:training");
    BinnedAdult binned = new BinnedAdult(before);
    Sample training = binned.of(before);
    Sample test = binned.of(catalogue.read("adult:test"));
    LabelBias method = options.scale() == Scale.SLICE ? new LabelBias(3, 1) : LabelBias.published();
    Map<String, String> configuration = new LinkedHashMap<>();
    configuration.put("rounds", Integer.toString(method.rounds()));
    configuration.put("features", Integer.toString(training.features().columns()));
    Map<String, List<Cell>> cells =
        Runs.cells(
            PAPER.stream()
                .map(
                    printed ->
                        new Runs(
                            id(printed.parity()),
                            Map.copyOf(configuration),
                            seed -> cell(printed.parity(), method, training, test)))
                .toList(),
            new Seeds(0, 1),
            options,
            3L * Float.BYTES * training.size() * training.features().columns(),
            progress);
    List<ReproducedTable.Row> rows = new ArrayList<>();
    for (Printed printed : PAPER) {
      Parity parity = printed.parity();
      Cell cell = Objects.requireNonNull(cells.get(id(parity)), parity.id()).get(0);
      Optional<Published> plain =
          Optional.ofNullable(PLAIN_VIOLATIONS.get(parity)).map(Published::of);
      rows.add(row("plain, " + parity.id(), Published.of(PLAIN_ERROR), plain, cell, "plain "));
      rows.add(
          row(
              "label-bias, " + parity.id(),
              Published.of(printed.error()),
              Optional.of(Published.of(printed.violation())),
              cell,
              ""));
    }
    configuration.put("scale", options.scale().id());
    return new Reproduced(
        name(),
        title(),
        configuration,
        List.of(
            new ReproducedTable(
                "Test rows: the worst of women, men, white and black people",
                List.of(
                    new ReproducedTable.Column("error", 4),
                    new ReproducedTable.Column("violation", 4)),
                rows)),
        List.of(),
        List.of(
            "A violation is the largest difference between the rate of a group and that of all rows.",
            "Theirs keeps the last of 100 rounds, ours the one that breaks the requirements least on"
                + " training rows; theirs leaves other races alone, ours pulls them, as one group,"
                + " too."));
  }

  private static String id(Parity parity) {
    return parity.id().replace('_', '-');
  }

  private static Cell cell(Parity parity, LabelBias method, Sample training, Sample test) {
    WeightedLearner.Fitting fitting = LogisticRegression.defaults().on(training.features(), 0);
    Scorer plain = fitting.fit(training.labels(), training.weights());
    Scorer corrected = method.train(training, required(parity), fitting, round -> {}).scorer();
    return Cell.of(
        Map.of(
            "plain error", error(plain, test),
            "plain violation", violation(plain, test, parity),
            "error", error(corrected, test),
            "violation", violation(corrected, test, parity)));
  }

  private static List<Requirement> required(Parity parity) {
    return Stream.of("sex", "race")
        .map(attribute -> Requirement.parse(parity.id() + ":to_overall<=0@" + attribute))
        .toList();
  }

  private static ReproducedTable.Row row(
      String name, Published error, Optional<Published> violation, Cell cell, String prefix) {
    return new ReproducedTable.Row(
        name,
        List.of(
            Entry.of(error, Measured.of(cell.figure(prefix + "error"))),
            new Entry(violation, Optional.of(Measured.of(cell.figure(prefix + "violation"))))));
  }

  private static double error(Scorer scorer, Sample rows) {
    double[] decisions = Classifier.of(scorer).on(rows.features()).acceptance();
    double wrong = 0;
    for (int i = 0; i < decisions.length; i++) {
      wrong += Math.abs(decisions[i] - rows.labels()[i]);
    }
    return wrong / decisions.length;
  }

  private static double violation(Scorer scorer, Sample rows, Parity parity) {
    double[] decisions = Classifier.of(scorer).on(rows.features()).acceptance();
    double worst = 0;
    for (Groups groups : rows.groups()) {
      Tally tally = Tally.of(rows.labels(), decisions, Optional.empty(), List.of(groups)).get(0);
      for (Statistic statistic : parity.statistics()) {
        double overall = tally.pooled().rate(statistic, 0).value().orElseThrow();
        for (int g = 0; g < groups.names().size(); g++) {
          if (!groups.names().get(g).equals(BinnedAdult.OTHER)) {
            double rate = tally.rate(statistic, g).value().orElseThrow();
            worst = Math.max(worst, Math.abs(rate - overall));
          }
        }
      }
    }
    return worst;
  }
}
