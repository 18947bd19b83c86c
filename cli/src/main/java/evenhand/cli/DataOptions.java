package evenhand.cli;

import evenhand.tables.DataSource;
import evenhand.tables.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How tables are read, the same for every command. */
final class DataOptions {

  @Option(
      names = "--type",
      paramLabel = "COLUMN=TYPE",
      description = "Read a column as number or category, whatever it looks like. Repeatable.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--missing",
      paramLabel = "TOKEN",
      description = "What means a missing value, in place of the usual tokens. Repeatable.")
  private List<String> missing = new ArrayList<>();

  @Option(
      names = "--delimiter",
      paramLabel = "C",
      description = "What separates the fields of a CSV file (default: found out).")
  private @Nullable String delimiter;

  @Option(
      names = "--no-header",
      description = "The first line of a CSV file is data; columns are named column0, column1, ...")
  private boolean noHeader;

  @Option(
      names = "--database",
      paramLabel = "FILE",
      description = "What an sql: query reads: a DuckDB file, or a table file, then named data.")
  private @Nullable Path database;

  DataSource source() {
    ReadOptions options = ReadOptions.defaults().withTypes(ReadOptions.parseTypes(types));
    if (!missing.isEmpty()) {
      options = options.withMissing(new LinkedHashSet<>(missing));
    }
    return new DataSource(options, java.util.Optional.ofNullable(database));
  }
}
