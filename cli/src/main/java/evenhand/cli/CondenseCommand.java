package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.report.CondensedCells;
import evenhand.report.CondensedJson;
import evenhand.report.CondensedText;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.tables.TableWriter;
import evenhand.torch.meta.Condensation;
import evenhand.torch.meta.MetaMethods;
import evenhand.train.AllRows;
import evenhand.train.Condensed;
import evenhand.train.CondensedTables;
import evenhand.train.Method;
import evenhand.train.TrainingData;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenhand condense}: a table in, the rows worth keeping out. */
@Command(
    name = "condense",
    mixinStandardHelpOptions = true,
    description = {
      "Drop the rows of a table that contribute least to a network's training under weights that",
      "trusted rows choose, and write which are kept."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  evenhand condense adult --group sex --share 0.1 --out kept.csv --weights weights.csv")
final class CondenseCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      description =
          "A CSV, Parquet or JSON file, an sql: query, or a catalogue name such as adult.")
  private String data = "";

  @Option(
      names = "--share",
      paramLabel = "S",
      defaultValue = "0.1",
      description = "Share of the weighed rows that is dropped (default: ${DEFAULT-VALUE}).")
  private double share;

  @Mixin private TrustedOption trusted = new TrustedOption();

  @Mixin private RoleOptions roles = new RoleOptions();
  @Mixin private DataOptions reading = new DataOptions();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "forml",
      description =
          "forml, nash, learning-to-reweight or meta-weight-net (default: ${DEFAULT-VALUE}).")
  private String method = "forml";

  @Option(
      names = "--method-option",
      paramLabel = "KEY=VALUE",
      description = "An option of the method. Repeatable.")
  private Map<String, String> methodOptions = new LinkedHashMap<>();

  @Option(
      names = "--learner",
      paramLabel = "LEARNER",
      defaultValue = "mlp",
      description = "What is trained: mlp, the only one that can be weighed by (default).")
  private String learner = "mlp";

  @Option(
      names = "--learner-option",
      paramLabel = "KEY=VALUE",
      description = "An option of the learner, such as epochs=30. Repeatable.")
  private Map<String, String> learnerOptions = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "One seed, the same bytes (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description =
          "The column that names rows in what is written (default: their numbers from 1).")
  private @Nullable String id;

  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The CSV file of the rows that are kept, by their ids; - is stdout.")
  private String out = "";

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Write of every row whether it is kept, its weight and its contribution.")
  private @Nullable String weights;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write what was kept of every group as JSON; - is stdout.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter stdout = spec.commandLine().getOut();
    requireOwnPlaces();
    Condensation condensation = new Condensation(method, options(), share);
    try (Outputs kept = Outputs.open(out, stdout);
        Outputs all = Outputs.open(weights == null ? "-" : weights, stdout);
        Outputs tree = Outputs.open(json == null ? "-" : json, stdout);
        ProgressLine progress = new ProgressLine()) {
      DataSource source = reading.source();
      Opened opened = source.open(data);
      Table table = opened.table();
      CondensedTables tables = CondensedTables.of(table, Optional.ofNullable(id));
      TrainingData rows =
          roles.of(
              opened, Optional.empty(), reading.typed(), Optional.ofNullable(id).stream().toList());
      Columns.remark(rows.review(), spec.commandLine().getErr());
      reading.remark(
          spec.commandLine().getErr(), opened, rows.groups(), List.of(rows.outcome().column()));
      AllRows read = AllRows.of(trusted.with(rows, source));
      read.notes().forEach(spec.commandLine().getErr()::println);
      Method.Task task =
          new Method.Task(
              read.rows(),
              Optional.empty(),
              read.trusted(),
              List.of(),
              Toolkit.learner(learner, learnerOptions),
              seed);
      Condensed condensed = condensation.on(task, progress);
      progress.close();
      kept.rows(place -> TableWriter.write(tables.kept(condensed), place));
      if (weights != null) {
        all.rows(place -> TableWriter.write(tables.all(condensed), place));
      }
      CondensedCells cells = CondensedCells.of(condensed, read.rows(), rows.outcome());
      if (json != null) {
        tree.json(CondensedJson.tree(table.origin(), condensed, cells));
      }
      if (places().stream().noneMatch(Outputs::isStdout)) {
        Outputs.print(
            stdout, page -> CondensedText.write(condensed, cells, Screen.terminal(), page));
      }
      Outputs.commit(kept, all, tree);
      return ExitCode.DONE;
    }
  }

  /** A method that learns no weights is told so by the condensation. */
  private Map<String, String> options() {
    return MetaMethods.NAMES.contains(method) ? trusted.with(method, methodOptions) : methodOptions;
  }

  private List<String> places() {
    return Stream.of(out, weights, json).filter(Objects::nonNull).toList();
  }

  private void requireOwnPlaces() {
    if (places().stream().filter(Outputs::isStdout).count() > 1) {
      throw new DataException("only one of --out, --weights and --json can be -, for stdout");
    }
    List<Path> files =
        places().stream()
            .filter(place -> !Outputs.isStdout(place))
            .map(place -> Path.of(place).toAbsolutePath().normalize())
            .toList();
    if (files.stream().distinct().count() < files.size()) {
      throw new DataException("--out, --weights and --json must be different files");
    }
  }
}
