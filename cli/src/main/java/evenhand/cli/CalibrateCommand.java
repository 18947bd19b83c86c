package evenhand.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.calibrate.Calibrated;
import evenhand.calibrate.CalibratedScores;
import evenhand.calibrate.Calibration;
import evenhand.calibrate.CalibrationJob;
import evenhand.calibrate.CalibrationSample;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.model.CalibrationStage;
import evenhand.model.Model;
import evenhand.model.ModelFile;
import evenhand.model.ThresholdStage;
import evenhand.report.CalibrationJson;
import evenhand.report.CalibrationReport;
import evenhand.report.CalibrationText;
import evenhand.report.CalibrationWords;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.tables.TableWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenhand calibrate}: scores in, probabilities that can be taken at their word out. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Make scores mean the same in every group. Of a table, writes its columns and calibrated;",
      "of a model and a table, writes the model that predicts calibrated beside score."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  evenhand calibrate scored.csv --score s --label repaid --group sex --by-group --apply"
          + " new.csv --out out.csv",
      "  evenhand calibrate m.evenhand adult --rows validation --group sex --by-group --out"
          + " calibrated.evenhand"
    })
final class CalibrateCommand implements Callable<Integer> {

  private static final String ADDED = "calibrated";

  @Parameters(
      arity = "1..2",
      paramLabel = "[MODEL] DATA",
      description = {
        "Scored rows whose labels are known: a CSV, Parquet or JSON file, an sql: query, or a",
        "catalogue name such as adult; after a model file, rows for it to score."
      })
  private List<String> inputs = new ArrayList<>();

  @Mixin private CalibrationColumnOptions columns = new CalibrationColumnOptions();
  @Mixin private CalibrationSettingOptions settings = new CalibrationSettingOptions();
  @Mixin private EvaluationOptions evaluation = new EvaluationOptions();
  @Mixin private DataOptions reading = new DataOptions();

  @Option(
      names = "--rows",
      paramLabel = "ROWS",
      defaultValue = "all",
      description =
          "With a model: all, or of the very table it was trained on, validation (default:"
              + " ${DEFAULT-VALUE}).")
  private ModelRows rows = ModelRows.ALL;

  @Option(
      names = "--apply",
      paramLabel = "DATA",
      description = "The rows to write, calibrated (default: those fitted to).")
  private @Nullable String apply;

  @Mixin private CellsOption cells = new CellsOption();

  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The CSV file to write, - for stdout; with a model, the model file.")
  private String out = "";

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write the evidence as one HTML page with reliability diagrams.")
  private @Nullable String report;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write what each group got and the evidence as JSON; - is stdout.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter stdout = spec.commandLine().getOut();
    if (Outputs.isStdout(out) && Outputs.isStdout(json)) {
      throw new DataException("--out and --json can't both go to stdout");
    }
    try (Outputs place = Outputs.open(out, stdout);
        Outputs page = Outputs.open(report == null ? "-" : report, stdout);
        Outputs tree = Outputs.open(json == null ? "-" : json, stdout)) {
      Calibrated calibrated = inputs.size() == 1 ? table(inputs.get(0), place) : model(place);
      if (report != null) {
        page.text(CalibrationReport.of(calibrated, inputs.get(inputs.size() - 1)));
      }
      if (json != null) {
        tree.json(CalibrationJson.tree(calibrated));
      }
      if (!Outputs.isStdout(out) && !Outputs.isStdout(json)) {
        Outputs.print(stdout, to -> CalibrationText.write(calibrated, Screen.terminal(), to));
      } else if (!Outputs.isStdout(json)) {
        tell(CalibrationWords.verdict(calibrated.evidence()));
        CalibrationWords.warnings(calibrated.evidence()).forEach(this::tell);
      }
      Outputs.commit(place, page, tree);
      return ExitCode.DONE;
    }
  }

  private void tell(String sentence) {
    spec.commandLine().getErr().println(sentence);
  }

  private CalibrationJob job(List<GroupColumn> groups) {
    return new CalibrationJob(settings.options(), groups);
  }

  private Calibrated table(String data, Outputs place) {
    if (rows != ModelRows.ALL) {
      throw new DataException("--rows is of a model's own table; give MODEL before DATA");
    }
    DataSource source = reading.source();
    Opened opened = source.open(data);
    Outcome outcome = columns.outcome(opened);
    List<GroupColumn> groups = columns.groupColumns(opened.table());
    reading.remark(spec.commandLine().getErr(), opened, groups, List.of(outcome.column()));
    Calibrated calibrated =
        evaluation.run(
            job(groups),
            sample(opened.table(), outcome, groups),
            name -> sample(source.open(name).table(), outcome, groups),
            settings.seed());
    Opened applied = apply == null ? opened : source.open(apply);
    Table written = calibrated(applied.table(), calibrated.calibration());
    int[] all = IntStream.range(0, written.rows()).toArray();
    place.rows(appendable -> TableWriter.write(applied, all, written, cells.cells(), appendable));
    return calibrated;
  }

  private CalibrationSample sample(Table table, Outcome outcome, List<GroupColumn> groups) {
    return columns.sample(table, columns.scores(table), outcome, groups);
  }

  private Table calibrated(Table table, Calibration calibration) {
    if (table.has(ADDED)) {
      throw new DataException(
          "%s has a column %s already, the name of the one to add; rename it"
              .formatted(table.origin(), ADDED));
    }
    CalibratedScores scores = calibration.on(table, columns.scores(table));
    if (scores.unseenRows() > 0) {
      spec.commandLine()
          .getErr()
          .println(
              String.format(
                  Locale.ROOT,
                  "%s: %,d rows of groups that no row fitted to has (%s) got everyone's map",
                  table.origin(),
                  scores.unseenRows(),
                  String.join(", ", scores.unseenGroups())));
    }
    List<Column> all = new ArrayList<>(table.columns());
    all.add(new Column.Numeric(ADDED, scores.probabilities()));
    return new Table(table.origin(), all, table.rows());
  }

  private Calibrated model(Outputs place) {
    columns.refuseBesideAModel();
    if (cells.isSafe()) {
      throw new DataException("--safe-cells is for CSV; with a model, --out is the model file");
    }
    if (apply != null || Outputs.isStdout(out)) {
      throw new DataException(
          "with a model, --out is the model file to write; predict applies it to rows");
    }
    ModelFile files = new ModelFile(Toolkit.formats());
    Model model = files.read(Path.of(inputs.get(0)));
    requireNoThresholds(model);
    DataSource source = reading.sourceFor(model.encoding());
    Opened opened = source.open(inputs.get(1));
    Table whole = opened.table();
    List<GroupColumn> groups = columns.groupColumns(whole);
    reading.remark(spec.commandLine().getErr(), opened, groups, List.of(model.outcome().column()));
    Table table = chosen(model, whole);
    Calibrated calibrated =
        evaluation.run(
            job(groups),
            sample(model, table, groups),
            name -> sample(model, source.open(name).table(), groups),
            settings.seed());
    ObjectNode evidence = model.evidence().deepCopy();
    JsonNode tree = CalibrationJson.tree(calibrated);
    evidence.set("calibration", tree);
    place.model(
        files,
        model.withStage(new CalibrationStage(calibrated.calibration())).withEvidence(evidence));
    return calibrated;
  }

  private void requireNoThresholds(Model model) {
    if (model.stages().stream().anyMatch(ThresholdStage.class::isInstance)) {
      throw new DataException(
          "%s has thresholds, which were set on its scores as they are; calibrate the model from before they were set, or one trained with --method plain, and set them anew with evenhand threshold"
              .formatted(inputs.get(0)));
    }
  }

  /** Rows that the model was fitted to say too well of its scores. */
  private Table chosen(Model model, Table table) {
    if (rows != ModelRows.VALIDATION && ModelRows.wasTrainedOn(model, table)) {
      throw new DataException(
          "%s is the table the model was trained on, and scores of training rows flatter; calibrate on what was held out with --rows validation, or on other rows"
              .formatted(table.origin()));
    }
    return rows.of(model, table);
  }

  private CalibrationSample sample(Model model, Table table, List<GroupColumn> groups) {
    return columns.sample(table, model.beforeStages(table).scores(), model.outcome(), groups);
  }
}
