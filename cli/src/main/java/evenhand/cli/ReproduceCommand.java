package evenhand.cli;

import evenhand.data.DataException;
import evenhand.papers.Reproduction;
import evenhand.papers.Reproductions;
import evenhand.papers.RunOptions;
import evenhand.papers.Scale;
import evenhand.papers.Seeds;
import evenhand.report.Reproduced;
import evenhand.report.ReproducedHtml;
import evenhand.report.ReproducedJson;
import evenhand.report.ReproducedText;
import evenhand.tables.DataFolders;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenhand reproduce}: a paper's figures beside ours. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    description = {
      "Run a paper's experiment again and print its figures beside ours; without a name, list what",
      "there is. An interrupted run goes on where it was."
    },
    footerHeading = "%nExample:%n",
    footer = "  evenhand reproduce nash-synthetic --scale quick --out nash-synthetic")
final class ReproduceCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which experiment.")
  private @Nullable String name;

  @Option(
      names = "--scale",
      defaultValue = "quick",
      description =
          "slice (seconds, says nothing), quick (minutes) or paper (as printed); default quick.")
  private Scale scale = Scale.QUICK;

  @Option(names = "--seeds", paramLabel = "N", description = "How many runs of each method.")
  private @Nullable Integer seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "The first run's seed; the others follow it (default 0).")
  private int first;

  @Mixin private final ParallelOption parallel = new ParallelOption();

  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "The folder to write (default: reproduced/NAME-SCALE); finished cells in it are not run",
        "again."
      })
  private @Nullable Path out;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write everything as JSON too; - is stdout.")
  private @Nullable String json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter stdout = spec.commandLine().getOut();
    if (name == null) {
      int width = Reproductions.all().stream().mapToInt(e -> e.name().length()).max().orElse(0);
      Reproductions.all()
          .forEach(e -> stdout.printf("%-" + width + "s  %s%n", e.name(), e.title()));
      stdout.flush();
      return ExitCode.DONE;
    }
    Reproduction reproduction = Reproductions.named(name);
    try (NewFolder folder = folder(reproduction);
        Outputs tree = Outputs.open(json == null ? "-" : json, stdout);
        ProgressLine progress = new ProgressLine()) {
      Reproduced reproduced = reproduction.run(options(folder.path()), progress);
      progress.close();
      try (OutputFolder outputs = new OutputFolder(folder.path())) {
        write(reproduced, outputs);
        if (json != null) {
          tree.json(ReproducedJson.tree(reproduced));
        }
        if (!Outputs.isStdout(json)) {
          Outputs.print(stdout, page -> ReproducedText.write(reproduced, Screen.terminal(), page));
        }
        outputs.commit(tree);
      }
    }
    return ExitCode.DONE;
  }

  private NewFolder folder(Reproduction reproduction) {
    requireSeeds();
    Path folder = out == null ? Path.of("reproduced", reproduction.name() + "-" + scale.id()) : out;
    if (Files.isRegularFile(folder)) {
      throw new DataException(
          "can't write into %s: it is a file, a folder is needed".formatted(folder));
    }
    return NewFolder.at(folder);
  }

  private void requireSeeds() {
    if (seeds != null && (seeds < 1 || seeds > Seeds.LARGEST / 2)) {
      throw new ParameterException(
          spec.commandLine(),
          "--seeds must be from 1 to %d, was %d".formatted(Seeds.LARGEST / 2, seeds));
    }
    if (first < 0 || first > Seeds.LARGEST / 2) {
      throw new ParameterException(
          spec.commandLine(),
          "--first-seed must be from 0 to %d, was %d".formatted(Seeds.LARGEST / 2, first));
    }
  }

  private RunOptions options(Path folder) {
    return new RunOptions(
        scale,
        seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds),
        first,
        parallel.parallel(),
        DataFolders.usual(),
        folder);
  }

  private static void write(Reproduced reproduced, OutputFolder folder) {
    folder.file(reproduced.name() + ".html").text(ReproducedHtml.of(reproduced));
    folder.file(reproduced.name() + ".json").json(ReproducedJson.tree(reproduced));
    for (Reproduced.Picture picture : reproduced.pictures()) {
      folder.file(picture.file()).text(picture.svg());
    }
  }
}
