package evenhand.cli;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Encoding;
import evenhand.data.Table;
import evenhand.tables.CsvFormat;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.tables.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      description = "The first line of a CSV file is data; columns are named column1, column2, ...")
  private boolean noHeader;

  @Option(
      names = "--database",
      paramLabel = "FILE",
      description = "What an sql: query reads: a DuckDB file, or a table file, then named data.")
  private @Nullable Path database;

  DataSource source() {
    return source(ReadOptions.parseTypes(types));
  }

  /** Reads columns as the model's encoding needs them, unless they are given another type. */
  DataSource sourceFor(Encoding encoding) {
    Map<String, ColumnType> all = new LinkedHashMap<>(encoding.types());
    all.putAll(ReadOptions.parseTypes(types));
    return source(all);
  }

  /** Opens data whose columns are to be what columns of the same names are in that table. */
  Opened openLike(Table known, String data) {
    Opened opened = source().open(data);
    Map<String, ColumnType> others = new LinkedHashMap<>();
    for (Column column : opened.table().columns()) {
      if (known.has(column.name()) && type(known.column(column.name())) != type(column)) {
        others.put(column.name(), type(known.column(column.name())));
      }
    }
    if (others.isEmpty()) {
      return opened;
    }
    others.putAll(ReadOptions.parseTypes(types));
    return source(others).open(data);
  }

  private static ColumnType type(Column column) {
    return column instanceof Column.Numeric ? ColumnType.NUMBER : ColumnType.CATEGORY;
  }

  private DataSource source(Map<String, ColumnType> columns) {
    ReadOptions options = ReadOptions.defaults().withTypes(columns);
    if (!missing.isEmpty()) {
      options = options.withMissing(new LinkedHashSet<>(missing));
    }
    return new DataSource(options.withCsv(csv()), Optional.ofNullable(database));
  }

  private CsvFormat csv() {
    CsvFormat format = CsvFormat.defaults();
    if (delimiter != null) {
      format = format.withDelimiter(character(delimiter));
    }
    return noHeader ? format.withoutHeader(List.of()) : format;
  }

  private static char character(String text) {
    if (text.equals("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw new DataException("the delimiter must be one character or the word tab, was " + text);
    }
    return text.charAt(0);
  }
}
