package evenhand.cli;

import evenhand.data.Encoded;
import evenhand.data.Table;
import evenhand.model.Model;
import evenhand.model.ModelFile;
import evenhand.model.Predictions;
import evenhand.tables.Opened;
import evenhand.tables.TableWriter;
import java.nio.file.Path;
import java.util.Optional;
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
      "Decide on rows: writes the input's columns and prediction (in the label's own values),"
          + " score,",
      "for a calibrated model calibrated, and for a mixture acceptance_probability. The same row"
          + " gets",
      "the same decision every time."
    },
    footerHeading = "%nExample:%n",
    footer = "  evenhand predict m.evenhand adult:test --out decided.csv")
final class PredictCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "MODEL", description = "A model file that train wrote.")
  private Path model = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "DATA",
      description =
          "A CSV, Parquet or JSON file, an sql: query, or a catalogue name such as adult:test.")
  private String data = "";

  @Mixin private DataOptions reading = new DataOptions();

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
          "What tells rows apart where chance takes part (default: the model's features).")
  private @Nullable String id;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The CSV file to write; - is stdout.")
  private String out = "";

  @Mixin private CellsOption cells = new CellsOption();

  @Mixin final ConfigurationOption configuration = new ConfigurationOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (Outputs place = Outputs.open(out, spec.commandLine().getOut())) {
      Model read = new ModelFile(Toolkit.formats()).read(model);
      Opened opened = reading.sourceFor(read.encoding()).open(data);
      int[] numbers = rows.numbers(read, opened.table());
      Table table = rows == ModelRows.ALL ? opened.table() : opened.table().select(numbers);
      Predictions predictions = read.predict(table, Optional.ofNullable(id));
      Table decided = read.withPredictions(table, predictions);
      for (Encoded.Unseen unseen : predictions.unseen()) {
        spec.commandLine().getErr().println(unseen.sentence(table.origin()));
      }
      predictions.remarks().forEach(spec.commandLine().getErr()::println);
      place.rows(
          appendable -> TableWriter.write(opened, numbers, decided, cells.cells(), appendable));
      Outputs.commit(place);
      return ExitCode.DONE;
    }
  }
}
