package evenhand.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.frontier.Axes;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.FrontierJob;
import evenhand.model.ModelFile;
import evenhand.parity.Verdict;
import evenhand.report.FrontierJson;
import evenhand.report.FrontierPlot;
import evenhand.report.FrontierReport;
import evenhand.report.FrontierTables;
import evenhand.report.FrontierText;
import evenhand.report.Plot;
import evenhand.report.TrainingJson;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.tables.TableWriter;
import evenhand.train.Sweep;
import evenhand.train.Trained;
import evenhand.train.TrainingData;
import evenhand.train.TrialFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenhand frontier}: many models in, the few worth choosing between out. */
@Command(
    name = "frontier",
    mixinStandardHelpOptions = true,
    description = {
      "Fit many candidates, show which of them trade accuracy against a gap best, and choose one",
      "by a tolerance stated before. An interrupted search goes on where it was."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  evenhand frontier adult --group sex --method plain,reduction,grid --tolerance"
            + " 'demographic_parity<=0.05' --out frontier")
final class FrontierCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      description =
          "A CSV, Parquet or JSON file, an sql: query, or a catalogue name such as adult.")
  private String data = "";

  @Option(
      names = "--test",
      paramLabel = "DATA",
      description = "Rows that no choice uses (a catalogue set brings its own).")
  private @Nullable String test;

  @Mixin private RoleOptions roles = new RoleOptions();
  @Mixin private DataOptions reading = new DataOptions();
  @Mixin private SweepOptions sweeping = new SweepOptions();
  @Mixin private SettingOptions settings = new SettingOptions();
  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "The folder to write; what it holds of this search already is not fitted again.")
  private Path out = Path.of("");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write everything as JSON too; - is stdout.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter stdout = spec.commandLine().getOut();
    FrontierJob job = job();
    OptionalInt parallel = sweeping.parallel();
    try (NewFolder candidates = folder(out.resolve("candidates"));
        Outputs tree = Outputs.open(json == null ? "-" : json, stdout);
        ProgressLine progress = new ProgressLine()) {
      TrialFolder kept =
          new TrialFolder(
              candidates.path(),
              new ModelFile(Toolkit.formats()),
              Main.Version.number(),
              job.stated());
      FrontierJob.Result result = job.run(kept, parallel, progress);
      progress.close();
      if (result.reused() > 0) {
        spec.commandLine()
            .getErr()
            .println("%d candidates were there already".formatted(result.reused()));
      }
      ObjectNode document = FrontierJson.tree(result.evidence());
      try (OutputFolder folder = new OutputFolder(out)) {
        write(result, document, folder);
        if (json != null) {
          tree.json(document);
        }
        if (!Outputs.isStdout(json)) {
          Outputs.print(
              stdout, page -> FrontierText.write(result.evidence(), Screen.terminal(), page));
        }
        folder.commit(tree);
      }
      return exitCode(result.evidence());
    }
  }

  private FrontierJob job() {
    DataSource source = reading.source();
    Opened opened = source.open(data);
    Optional<Table> testRows =
        test == null ? source.testOf(data, opened) : Optional.of(source.open(test).table());
    TrainingData rows = roles.of(opened, testRows, reading.typed());
    Columns.remark(rows.review(), spec.commandLine().getErr());
    reading.remark(
        spec.commandLine().getErr(), opened, rows.groups(), List.of(rows.outcome().column()));
    Axes axes = sweeping.axes(rows);
    Sweep sweep =
        new Sweep(
            rows, axes.requirements(), sweeping.plan(axes), settings.learner(), settings.options());
    return new FrontierJob(sweep, axes, sweeping.tolerance(axes), sweeping.reference(axes));
  }

  private NewFolder folder(Path place) {
    if (Files.isRegularFile(out)) {
      throw new DataException(
          "can't write into %s: it is a file, a folder is needed".formatted(out));
    }
    return NewFolder.at(place);
  }

  private static void write(FrontierJob.Result result, ObjectNode document, OutputFolder folder) {
    FrontierEvidence evidence = result.evidence();
    Plot plot = FrontierPlot.of(evidence);
    folder.file("alternatives.json").json(document);
    folder
        .file("alternatives.csv")
        .rows(to -> TableWriter.write(FrontierTables.alternatives(evidence), to));
    folder
        .file("frontier.csv")
        .rows(to -> TableWriter.write(FrontierTables.frontier(evidence), to));
    folder.file("frontier.html").text(FrontierReport.of(evidence));
    folder.file("frontier.png").bytes(plot.png());
    folder.file("frontier.svg").text(plot.svg());
    Optional<Trained> chosen = result.chosen();
    if (chosen.isEmpty()) {
      // one that an earlier search chose must not stand beside this one's tables
      folder.remove("chosen.evenhand");
    } else {
      folder
          .file("chosen.evenhand")
          .model(
              new ModelFile(Toolkit.formats()),
              chosen.get().model(TrainingJson.tree(chosen.get().evidence())));
    }
  }

  private static int exitCode(FrontierEvidence evidence) {
    return switch (evidence.selection().map(each -> each.verdict()).orElse(Verdict.MET)) {
      case MET -> ExitCode.DONE;
      case NOT_MET -> ExitCode.NOT_MET;
      case INSUFFICIENT_EVIDENCE -> ExitCode.INSUFFICIENT_EVIDENCE;
    };
  }
}
