package evenhand.cli;

import com.fasterxml.jackson.databind.JsonNode;
import evenhand.data.Table;
import evenhand.learner.WeightedLearner;
import evenhand.model.ModelFile;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.report.HtmlReport;
import evenhand.report.TrainingJson;
import evenhand.report.TrainingText;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.train.InfeasibleException;
import evenhand.train.Start;
import evenhand.train.Trained;
import evenhand.train.TrainingData;
import evenhand.train.TrainingJob;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenhand train}: a table and requirements in, a model with its evidence out. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Train a classifier that meets a parity requirement, and show that it does.",
    footerHeading = "%nExample:%n",
    footer =
        "  evenhand train adult --group sex --require 'demographic_parity<=0.02' --out m.evenhand"
            + " --report r.html")
final class TrainCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      description =
          "A CSV, Parquet or JSON file, an sql: query, or a catalogue name such as adult.")
  private String data = "";

  @Option(
      names = "--test",
      paramLabel = "DATA",
      description = "Rows that are only ever measured (a catalogue set brings its own).")
  private @Nullable String test;

  @Mixin private TrustedOption trusted = new TrustedOption();

  @Option(
      names = "--from",
      paramLabel = "MODEL",
      description = {
        "Go on training the network of this model file (--learner mlp): its columns' encoding,"
            + " hidden",
        "layers and parameters are where any method begins."
      })
  private @Nullable Path from;

  @Mixin private RoleOptions roles = new RoleOptions();
  @Mixin private DataOptions reading = new DataOptions();
  @Mixin private MethodOption method = new MethodOption();
  @Mixin private SettingOptions settings = new SettingOptions();

  @Option(
      names = "--require",
      paramLabel = "PARITY<=T",
      description = {
        "What must hold on the training rows, such as demographic_parity<=0.02,",
        "equalized_odds:to_overall<=0.05@race, demographic_parity:ratio>=0.8. Repeatable."
      })
  private List<String> requirements = new ArrayList<>();

  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--columns",
      description = "Only show how every column is read and what it is for; nothing is trained.")
  private boolean onlyColumns;

  @Option(names = "--out", paramLabel = "FILE", description = "The model file to write.")
  private @Nullable String out;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write the report as one HTML page.")
  private @Nullable String report;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the evidence as JSON; - is stdout.")
  private @Nullable String json;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Write each pass of a network's training as a line of JSON; - is stdout.")
  private @Nullable String log;

  @Option(
      names = "--keep-unmet",
      description = "Write the model even when a requirement is not met on the training rows.")
  private boolean keepUnmet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter stdout = spec.commandLine().getOut();
    if (onlyColumns) {
      return Columns.show(
          roles.columns(reading.source().open(data), reading.typed()), json, stdout);
    }
    if (out == null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Missing required option: '--out=FILE'");
    }
    if (log != null) {
      method.requirePasses();
    }
    try (Outputs model = Outputs.open(out, stdout);
        Outputs page = Outputs.open(report == null ? "-" : report, stdout);
        Outputs evidence = Outputs.open(json == null ? "-" : json, stdout);
        Outputs passes = Outputs.open(log == null ? "-" : log, stdout);
        ProgressLine progress = new ProgressLine()) {
      EpochLog logged = new EpochLog(progress, new StringBuilder());
      Trained trained = job().run(log == null ? progress : logged);
      progress.close();
      if (log != null) {
        passes.text(logged.text());
      }
      JsonNode tree = TrainingJson.tree(trained.evidence());
      boolean kept = trained.verdict() != Verdict.NOT_MET || keepUnmet;
      if (kept) {
        model.model(new ModelFile(Toolkit.formats()), trained.model(tree));
      }
      if (report != null) {
        page.text(HtmlReport.of(trained.evidence()));
      }
      if (json != null) {
        evidence.json(tree);
      }
      if (!Outputs.isStdout(json) && !Outputs.isStdout(out)) {
        Outputs.print(
            stdout, text -> TrainingText.write(trained.evidence(), Screen.terminal(), text));
      }
      Outputs.commit(model, page, evidence, passes);
      return exitCode(trained.verdict());
    } catch (InfeasibleException e) {
      Stderr.failure(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
      return ExitCode.NOT_MET;
    }
  }

  private TrainingJob job() {
    List<Requirement> stated = requirements.stream().map(Requirement::parse).toList();
    Optional<Start> start =
        Optional.ofNullable(from).map(file -> Start.read(file, new ModelFile(Toolkit.formats())));
    WeightedLearner learner = settings.learner(start);
    DataSource source =
        start.map(saved -> reading.sourceFor(saved.model().encoding())).orElseGet(reading::source);
    Opened opened = source.open(data);
    Optional<Table> testRows =
        test == null ? source.testOf(data, opened) : Optional.of(source.open(test).table());
    TrainingData rows =
        start
            .map(saved -> roles.from(saved, opened, testRows))
            .orElseGet(() -> roles.of(opened, testRows, reading.typed()));
    Columns.remark(rows.review(), spec.commandLine().getErr());
    reading.remark(
        spec.commandLine().getErr(), opened, rows.groups(), List.of(rows.outcome().column()));
    return new TrainingJob(
        trusted.with(rows, source), stated, method.method(trusted), learner, settings.options());
  }

  private int exitCode(Verdict verdict) {
    if (verdict == Verdict.NOT_MET && !keepUnmet) {
      Stderr.failure(
          spec.commandLine().getErr(),
          "a requirement is not met on the training rows, so no model was written;"
              + " --keep-unmet writes it all the same, or "
              + method.afterFailure());
    }
    return switch (verdict) {
      case MET -> ExitCode.DONE;
      case NOT_MET -> ExitCode.NOT_MET;
      case INSUFFICIENT_EVIDENCE -> ExitCode.INSUFFICIENT_EVIDENCE;
    };
  }
}
