package evenhand.cli;

import evenhand.data.Column;
import evenhand.data.Encoded;
import evenhand.data.Table;
import evenhand.learners.Learners;
import evenhand.model.Model;
import evenhand.model.ModelFile;
import evenhand.model.Predictions;
import evenhand.tables.TableWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** {@code evenhand predict}: a model and rows in, the rows with decisions out. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Decide on rows: writes the input's columns and prediction (in the label's own values), score,",
      "and for a mixture acceptance_probability. The same row gets the same decision every time."
    })
final class PredictCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "MODEL", description = "A model file that train wrote.")
  private Path model = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description = "A CSV, Parquet or JSON file, an sql: query, or a catalogue name such as adult:test.")
  private String data = "";

  @Mixin private DataOptions reading = new DataOptions();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The CSV file to write; - is stdout.")
  private String out = "";

  @Option(names = "--config", paramLabel = "FILE", description = "Options from a YAML file.")
  private @Nullable Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return ExitCode.DONE;
  }
}
