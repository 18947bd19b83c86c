package evenhand.cli;

import evenhand.audit.AuditJob;
import evenhand.audit.AuditOptions;
import evenhand.audit.Gate;
import evenhand.audit.GateResult;
import evenhand.data.GroupColumn;
import evenhand.report.AuditJson;
import evenhand.report.AuditReport;
import evenhand.report.AuditText;
import evenhand.report.HtmlReport;
import evenhand.tables.Opened;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenhand audit}: decisions or scores in, gaps between groups with their evidence out. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Measure how decisions and scores differ between groups, and how surely.",
    footerHeading = "%nExample:%n",
    footer =
        "  evenhand audit decisions.csv --label repaid --prediction approved --group sex --group"
            + " race --intersect --fail-on 'demographic_parity>0.1'%n  evenhand audit hired.csv"
            + " --prediction selected --group sex --group race --intersect --exclude 'sex=Unknown'")
final class AuditCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      description =
          "A CSV, Parquet or JSON file, an sql: query, or a catalogue name such as adult.")
  private String data = "";

  @Mixin private AuditColumnOptions columns = new AuditColumnOptions();
  @Mixin private DataOptions reading = new DataOptions();

  @Option(
      names = "--group",
      required = true,
      paramLabel = "COLUMN",
      description =
          "A column that names groups of people, such as sex, or with cuts age:25,60. Repeatable.")
  private List<String> groups = new ArrayList<>();

  @Option(
      names = "--intersect",
      description = "Also measure the intersections of the group columns.")
  private boolean intersect;

  @Mixin private ReferenceOptions references = new ReferenceOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "GAP>T",
      description = {
        "Exit with 3 when a gap is exceeded, with 4 when that can't be known,",
        "such as demographic_parity>0.1 or demographic_parity:ratio<0.8@sex. Repeatable."
      })
  private List<String> failOn = new ArrayList<>();

  @Option(
      names = "--confidence",
      paramLabel = "P",
      defaultValue = "0.95",
      description = "Of every interval (default: ${DEFAULT-VALUE}).")
  private double confidence;

  @Mixin private EvidenceOptions evidence = new EvidenceOptions();
  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Write the audit as one HTML page.")
  private @Nullable String report;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the audit as JSON; - is stdout.")
  private @Nullable String json;

  @Option(
      names = "--full",
      description = "Print every metric, comparison and interval on the terminal.")
  private boolean full;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter stdout = spec.commandLine().getOut();
    List<Gate> gates = failOn.stream().map(Gate::parse).toList();
    AuditOptions options =
        new AuditOptions(confidence, evidence.minRows(), evidence.replicates(), evidence.seed());
    try (Outputs page = Outputs.open(report == null ? "-" : report, stdout);
        Outputs tree = Outputs.open(json == null ? "-" : json, stdout)) {
      Opened opened = reading.source().open(data);
      List<GroupColumn> named = GroupColumn.named(groups, opened.table());
      reading.remark(spec.commandLine().getErr(), opened, named, columns.outcomes(opened));
      AuditJob.Result result =
          new AuditJob(
                  columns.of(opened),
                  named,
                  intersect,
                  references.exclude(),
                  options,
                  references.references())
              .run(opened.table());
      List<GateResult> judgements = gates.stream().map(gate -> gate.judge(result.audit())).toList();
      AuditReport all = new AuditReport(result.audit(), result.subject(), judgements);
      if (report != null) {
        page.text(HtmlReport.of(all));
      }
      if (json != null) {
        tree.json(AuditJson.tree(all));
      }
      if (!Outputs.isStdout(json)) {
        Outputs.print(stdout, out -> AuditText.write(all, detail(), Screen.terminal(), out));
      }
      Outputs.commit(page, tree);
      return exitCode(judgements);
    }
  }

  private AuditText.Detail detail() {
    return full ? AuditText.Detail.FULL : AuditText.Detail.USUAL;
  }

  private int exitCode(List<GateResult> judgements) {
    int code = ExitCode.DONE;
    for (GateResult judgement : judgements) {
      spec.commandLine().getErr().println(judgement.sentence());
      code =
          switch (judgement.outcome()) {
            case PASSED -> code;
            case EXCEEDED -> ExitCode.NOT_MET;
            case UNKNOWN -> code == ExitCode.DONE ? ExitCode.INSUFFICIENT_EVIDENCE : code;
          };
    }
    return code;
  }
}
