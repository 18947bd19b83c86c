package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.parity.Verdict;
import evenhand.report.ThresholdJson;
import evenhand.report.ThresholdText;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.tables.TableWriter;
import evenhand.threshold.InfeasibleThresholdsException;
import evenhand.train.ScoredTable;
import evenhand.train.ThresholdJob;
import evenhand.train.ThresholdStage;
import evenhand.train.Thresholded;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "Writes the input's columns and decision (in the label's own values), and where chance takes part",
      "the probability of acceptance. The same row gets the same decision every time."
    },
    footerHeading = "%nExample:%n",
    footer =
        "  evenhand threshold scored.csv --score score --label repaid --group sex --require 'equal_opportunity<=0.02' --out decided.csv")
final class ThresholdCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FIT",
      description = "Scored rows: a CSV, Parquet or JSON file, or an sql: query.")
  private String data = "";

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
      names = "--id",
      paramLabel = "COLUMN",
      description =
          "What tells rows apart where chance takes part (default: all columns but label and weight).")
  private @Nullable String id;

  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The CSV file to write; - is stdout.")
  private String out = "";

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write thresholds and evidence as JSON; - is stdout.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter stdout = spec.commandLine().getOut();
    PrintWriter stderr = spec.commandLine().getErr();
    if (out.equals("-") && "-".equals(json)) {
      throw new DataException("--out and --json can't both be stdout");
    }
    try (Outputs place = Outputs.open(out, stdout);
        Outputs evidence = Outputs.open(json == null ? "-" : json, stdout);
        ProgressLine progress = new ProgressLine()) {
      Opened opened = reading.source().open(data);
      ThresholdJob.Columns roles = columns.of(opened);
      ScoredTable fit = scored(opened.table(), opened.table(), roles);
      DataSource alike = reading.sourceLike(opened.table());
      Optional<ScoredTable> test =
          Optional.ofNullable(evaluation)
              .map(name -> scored(alike.open(name).table(), opened.table(), roles));
      Optional<ScoredTable> other =
          Optional.ofNullable(apply)
              .map(name -> scored(alike.open(name).table(), opened.table(), roles));
      Thresholded thresholds =
          new ThresholdJob(
                  fit,
                  test,
                  roles,
                  settings.requirements(),
                  settings.thresholds(),
                  settings.options(test.isPresent()))
              .run(progress);
      progress.close();
      ScoredTable rows = other.orElse(fit);
      ThresholdStage.Decided decided = thresholds.stage().decide(rows);
      decided.notes().forEach(stderr::println);
      Table written = thresholds.stage().withDecisions(rows.table(), thresholds.outcome(), decided);
      place.rows(appendable -> TableWriter.write(written, appendable));
      if (json != null) {
        evidence.json(ThresholdJson.tree(thresholds.evidence()));
      }
      if (!out.equals("-") && !"-".equals(json)) {
        Outputs.print(
            stdout, page -> ThresholdText.write(thresholds.evidence(), Screen.terminal(), page));
      }
      return exitCode(thresholds.verdict());
    } catch (InfeasibleThresholdsException e) {
      stderr.println(Screen.red("evenhand: ") + e.getMessage());
      return ExitCode.NOT_MET;
    }
  }

  private ScoredTable scored(Table table, Table fit, ThresholdJob.Columns roles) {
    return ScoredTable.of(table, columns.score(), drawn(fit, roles));
  }

  /** The columns whose values make a row's draw: what is known of a row before it is decided. */
  private List<String> drawn(Table fit, ThresholdJob.Columns roles) {
    if (id != null) {
      fit.column(id);
      return List.of(id);
    }
    List<String> names = new ArrayList<>(fit.names());
    names.remove(roles.outcome().column());
    roles.weight().ifPresent(names::remove);
    return names;
  }

  private static int exitCode(Verdict verdict) {
    return switch (verdict) {
      case MET -> ExitCode.DONE;
      case NOT_MET -> ExitCode.NOT_MET;
      case INSUFFICIENT_EVIDENCE -> ExitCode.INSUFFICIENT_EVIDENCE;
    };
  }
}
