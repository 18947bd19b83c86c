package evenhand.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.model.Model;
import evenhand.model.ModelFile;
import evenhand.model.ThresholdStage;
import evenhand.parity.Verdict;
import evenhand.report.ThresholdJson;
import evenhand.report.ThresholdReport;
import evenhand.report.ThresholdText;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.tables.TableWriter;
import evenhand.threshold.InfeasibleThresholdsException;
import evenhand.train.ScoredTable;
import evenhand.train.ThresholdJob;
import evenhand.train.Thresholded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenhand threshold}: scores and requirements in, decisions with their evidence out. */
@Command(
    name = "threshold",
    mixinStandardHelpOptions = true,
    description = {
      "Choose thresholds on a score, by group or one for all, that are best under requirements.",
      "Writes the input's columns and decision (in the label's own values), and where chance takes"
          + " part",
      "the probability of acceptance. The same row gets the same decision every time."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  evenhand threshold scored.csv --score score --label repaid --group sex --require"
            + " 'equal_opportunity<=0.02' --out decided.csv")
final class ThresholdCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..2",
      paramLabel = "FIT",
      description = {
        "FIT: scored rows in a CSV, Parquet or JSON file, or an sql: query.",
        "MODEL DATA: a model file that train wrote, and labelled rows; the thresholds become part"
            + " of the model."
      })
  private List<String> inputs = new ArrayList<>();

  @Mixin private ScoredColumnOptions columns = new ScoredColumnOptions();
  @Mixin private DataOptions reading = new DataOptions();
  @Mixin private ThresholdSettingOptions settings = new ThresholdSettingOptions();

  @Option(
      names = "--evaluation",
      paramLabel = "DATA",
      description = "Scored and labelled rows that are only ever measured.")
  private @Nullable String evaluation;

  @Option(
      names = "--apply",
      paramLabel = "OTHER",
      description = "Decide on these scored rows, which need no label, in place of FIT's.")
  private @Nullable String apply;

  @Option(
      names = "--rows",
      paramLabel = "ROWS",
      defaultValue = "all",
      description =
          "all, or of the very table the model was trained on: training or validation (default:"
              + " ${DEFAULT-VALUE}).")
  private ModelRows rows = ModelRows.ALL;

  @Option(
      names = "--id",
      paramLabel = "COLUMN",
      description =
          "What tells rows apart where chance takes part (default: all columns but label and"
              + " weight).")
  private @Nullable String id;

  @Mixin private CellsOption cells = new CellsOption();

  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The CSV file to write; - is stdout. With MODEL, the model file to write.")
  private String out = "";

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write thresholds and evidence as one HTML page with ROC curves.")
  private @Nullable String report;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write thresholds and evidence as JSON; - is stdout.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (ProgressLine progress = new ProgressLine();
        Outputs place = Outputs.open(out, spec.commandLine().getOut());
        Outputs page = Outputs.open(report == null ? "-" : report, spec.commandLine().getOut());
        Outputs evidence = Outputs.open(json == null ? "-" : json, spec.commandLine().getOut())) {
      if (Outputs.isStdout(out) && Outputs.isStdout(json)) {
        throw new DataException("--out and --json can't both be stdout");
      }
      Thresholded thresholds =
          inputs.size() == 1 ? ofTable(progress, place) : ofModel(progress, place);
      if (report != null) {
        page.text(ThresholdReport.of(thresholds.evidence(), inputs.get(inputs.size() - 1)));
      }
      show(thresholds, evidence);
      Outputs.commit(place, page, evidence);
      return exitCode(thresholds.verdict());
    } catch (InfeasibleThresholdsException e) {
      Stderr.failure(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
      return ExitCode.NOT_MET;
    }
  }

  private Thresholded ofTable(ProgressLine progress, Outputs place) {
    Opened opened = reading.source().open(inputs.get(0));
    ScoredTable fit = ScoredTable.of(opened.table(), columns.score());
    ThresholdJob.Columns roles =
        columns.roles(opened.table(), columns.outcome(opened), drawn(opened));
    reading.remark(
        spec.commandLine().getErr(), opened, roles.groups(), List.of(roles.outcome().column()));
    Optional<ScoredTable> test = scored(evaluation, opened.table());
    Opened applied = apply == null ? opened : reading.openLike(opened.table(), apply);
    ScoredTable rows = apply == null ? fit : ScoredTable.of(applied.table(), columns.score());
    Thresholded thresholds = settings.job(fit, test, roles).run(progress);
    progress.close();
    ThresholdStage.Decided decided = thresholds.stage().decide(rows.table(), rows.scores());
    decided.remarks().forEach(spec.commandLine().getErr()::println);
    Table written = thresholds.stage().withDecisions(rows.table(), thresholds.outcome(), decided);
    int[] all = IntStream.range(0, written.rows()).toArray();
    place.rows(appendable -> TableWriter.write(applied, all, written, cells.cells(), appendable));
    return thresholds;
  }

  private Optional<ScoredTable> scored(@Nullable String name, Table fit) {
    return Optional.ofNullable(name)
        .map(given -> ScoredTable.of(reading.openLike(fit, given).table(), columns.score()));
  }

  /** The columns whose values make a row's draw: what is known of a row before it is decided. */
  private List<String> drawn(Opened fit) {
    if (id != null) {
      fit.table().column(id);
      return List.of(id);
    }
    List<String> names = new ArrayList<>(fit.table().names());
    names.removeAll(columns.unknownBefore(fit));
    return names;
  }

  private Thresholded ofModel(ProgressLine progress, Outputs place) {
    if (cells.isSafe()) {
      throw new DataException("--safe-cells is for CSV; with MODEL, --out is the model file");
    }
    if (apply != null || id != null || columns.hasScore()) {
      throw new DataException(
          "a model scores rows itself and tells them apart by its features: leave out --score, --id"
              + " and --apply, and decide with evenhand predict");
    }
    Model model = new ModelFile(Toolkit.formats()).read(Path.of(inputs.get(0)));
    DataSource source = reading.sourceFor(model.encoding());
    Opened opened = source.open(inputs.get(1));
    Table table = chosen(model, opened.table());
    Optional<Table> test =
        evaluation == null
            ? source.testOf(inputs.get(1), opened)
            : Optional.of(source.open(evaluation).table());
    List<String> drawn = List.copyOf(model.encoding().types().keySet());
    reading.remark(
        spec.commandLine().getErr(),
        opened,
        columns.groups(opened.table()),
        List.of(model.outcome().column()));
    Thresholded thresholds =
        settings
            .job(
                scored(model, table),
                test.map(measured -> scored(model, measured)),
                columns.roles(opened.table(), model.outcome(), drawn))
            .run(progress);
    progress.close();
    ObjectNode all = model.evidence().deepCopy();
    all.set("thresholds", ThresholdJson.tree(thresholds.evidence()));
    place.model(
        new ModelFile(Toolkit.formats()), model.withStage(thresholds.stage()).withEvidence(all));
    return thresholds;
  }

  /** On rows that the model was fitted to, thresholds are fitted to what it can't repeat. */
  private Table chosen(Model model, Table table) {
    if (rows == ModelRows.ALL && ModelRows.wasTrainedOn(model, table)) {
      throw new DataException(
          "%s is the table the model was trained on, and scores of training rows flatter; fit thresholds to what was held out with --rows validation, or to other rows"
              .formatted(table.origin()));
    }
    return rows.of(model, table);
  }

  private static ScoredTable scored(Model model, Table table) {
    return new ScoredTable(table, model.predict(table).probabilities());
  }

  private void show(Thresholded thresholds, Outputs evidence) {
    if (json != null) {
      evidence.json(ThresholdJson.tree(thresholds.evidence()));
    }
    if (!Outputs.isStdout(out) && !Outputs.isStdout(json)) {
      Outputs.print(
          spec.commandLine().getOut(),
          page -> ThresholdText.write(thresholds.evidence(), Screen.terminal(), page));
    }
  }

  private static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case MET -> ExitCode.DONE;
      case NOT_MET -> ExitCode.NOT_MET;
      case INSUFFICIENT_EVIDENCE -> ExitCode.INSUFFICIENT_EVIDENCE;
    };
  }
}
