package evenhand.cli;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Encoding;
import evenhand.data.GroupColumn;
import evenhand.data.LookAlikes;
import evenhand.data.Table;
import evenhand.tables.CsvFormat;
import evenhand.tables.DataSource;
import evenhand.tables.Opened;
import evenhand.tables.ReadOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
      names = "--decimal",
      paramLabel = "C",
      defaultValue = ".",
      description = "The decimal sign of numbers in texts, a point or a comma (default: a point).")
  private String decimal = ".";

  @Option(
      names = "--skip-lines",
      paramLabel = "N",
      defaultValue = "0",
      description = "Lines above a CSV file's header that are passed over, such as a title.")
  private int skipLines;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      description = "Pass over the lines above a CSV file's header that begin with this.")
  private @Nullable String comment;

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

  @Option(
      names = "--query-timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long an sql: query may take (default: ${DEFAULT-VALUE}).")
  private int queryTimeout;

  /** The columns whose type is declared. */
  Set<String> typed() {
    return ReadOptions.parseTypes(types).keySet();
  }

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
    ReadOptions options =
        ReadOptions.defaults()
            .withTypes(columns)
            .withDecimal(one(decimal, "decimal sign"))
            .withLimits(ReadOptions.Limits.defaults().withSeconds(queryTimeout));
    if (!missing.isEmpty()) {
      options = options.withMissing(new LinkedHashSet<>(missing));
    }
    return new DataSource(options.withCsv(csv()), Optional.ofNullable(database));
  }

  private CsvFormat csv() {
    CsvFormat format = CsvFormat.defaults().withSkipLines(skipLines);
    if (comment != null) {
      format = format.withComment(comment);
    }
    if (delimiter != null) {
      format = format.withDelimiter(character(delimiter));
    }
    return noHeader ? format.withoutHeader(List.of()) : format;
  }

  private static char character(String text) {
    if (text.equals("tab") || text.equals("\\t")) {
      return '\t';
    }
    return one(text, "delimiter");
  }

  private static char one(String text, String what) {
    if (text.length() != 1) {
      throw new DataException(
          "the %s must be one character%s, was %s"
              .formatted(what, what.equals("delimiter") ? " or the word tab" : "", text));
    }
    return text.charAt(0);
  }

  /** Says once what reading took for the same in the columns of groups and outcomes. */
  void remark(PrintWriter err, Opened opened, List<GroupColumn> groups, List<String> others) {
    Set<String> columns = new LinkedHashSet<>(groups.stream().map(GroupColumn::column).toList());
    columns.addAll(others);
    opened.remarks(columns, !missing.isEmpty()).forEach(err::println);
    for (GroupColumn group : groups) {
      if (opened.table().column(group.column()) instanceof Column.Categorical) {
        LookAlikes.sentences(opened.table().origin(), group.of(opened.table()))
            .forEach(err::println);
      }
    }
    for (String other : others) {
      if (opened.table().column(other) instanceof Column.Categorical values) {
        LookAlikes.sentences(opened.table().origin(), values).forEach(err::println);
      }
    }
  }
}
