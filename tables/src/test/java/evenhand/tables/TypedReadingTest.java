package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet and JSON files, whose values have types. */
final class TypedReadingTest {

  @TempDir Path folder;

  @Test
  void readsEveryTypeOfParquet() throws Exception {
    Table table =
        read(
            parquet(
                """
                SELECT * FROM (VALUES
                  (1::TINYINT, 2.5::FLOAT, 1.25::DECIMAL(9,2), true, DATE '2024-02-29', ' x ', 7::HUGEINT, NULL::DOUBLE),
                  (NULL, -3.5, 100, NULL, NULL, '?', 8, NULL),
                  (3, 0, NULL, false, DATE '1999-12-31', 'y', NULL, 1.5)
                ) t(i, f, d, b, day, s, h, n)\
                """));

    assertThat(table.names()).containsExactly("i", "f", "d", "b", "day", "s", "h", "n");
    assertThat(table.numeric("i").values()).containsExactly(1, Double.NaN, 3);
    assertThat(table.numeric("f").values()).containsExactly(2.5, -3.5, 0);
    assertThat(table.numeric("d").values()).containsExactly(1.25, 100, Double.NaN);
    assertThat(table.numeric("h").values()).containsExactly(7, 8, Double.NaN);
    assertThat(table.numeric("n").values()).containsExactly(Double.NaN, Double.NaN, 1.5);
    assertThat(texts(table, "b")).containsExactly("true", null, "false");
    assertThat(texts(table, "day")).containsExactly("2024-02-29", null, "1999-12-31");
    assertThat(texts(table, "s")).containsExactly("x", null, "y");
  }

  @Test
  void integersBeyondADoubleStayText() throws Exception {
    Table table = read(parquet("SELECT 1234567890123456789 AS id, 999999999999999 AS n"));

    assertThat(texts(table, "id")).containsExactly("1234567890123456789");
    assertThat(table.numeric("n").values()).containsExactly(999_999_999_999_999.0);
  }

  @Test
  void declaredTypesOverrule() throws Exception {
    Path file = parquet("SELECT * FROM (VALUES (1, '2'), (10, ' 3.5'), (NULL, NULL)) t(code, n)");
    Table table =
        TableReader.read(
            file,
            ReadOptions.defaults()
                .withTypes(Map.of("code", ColumnType.CATEGORY, "n", ColumnType.NUMBER)));

    assertThat(texts(table, "code")).containsExactly("1", "10", null);
    assertThat(table.numeric("n").values()).containsExactly(2, 3.5, Double.NaN);
    assertThat(table.column("n")).isInstanceOf(Column.Numeric.class);
    assertThat(read(file).column("n")).isInstanceOf(Column.Categorical.class);
  }

  @Test
  void whatIsNoFiniteNumberIsRefusedWithItsRow() throws Exception {
    Path nan = parquet("SELECT * FROM (VALUES (1::DOUBLE), (NULL), ('nan'::DOUBLE)) t(n)");
    Path infinite = parquet("SELECT * FROM (VALUES (1::DOUBLE), ('-inf'::DOUBLE)) t(n)");

    assertFails(
        nan,
        ", row 3, column n: NaN is not a finite number; name it as a missing value if it means"
            + " that");
    assertFails(infinite, ", row 2, column n: -Infinity is not a finite number");
    assertThat(
            TableReader.read(nan, ReadOptions.defaults().withMissing(Set.of("NaN")))
                .numeric("n")
                .values())
        .containsExactly(1, Double.NaN, Double.NaN);
  }

  @Test
  void keepsTheOrderOfManyRowGroups() throws Exception {
    Path file = folder.resolve("many.parquet");
    run("COPY (SELECT range AS i FROM range(30000)) TO '" + file + "' (ROW_GROUP_SIZE 2048)");

    assertThat(read(file).numeric("i").values())
        .isEqualTo(IntStream.range(0, 30_000).asDoubleStream().toArray());
  }

  @Test
  void parquetThatIsNoneIsRefused() throws Exception {
    assertFails(
        write("a.parquet", "this is not a parquet file"),
        "a.parquet can't be read as Parquet: No magic bytes");
    Path whole = parquet("SELECT range AS i FROM range(1000)");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut =
        Files.write(
            folder.resolve("cut.parquet"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertFails(cut, "cut.parquet can't be read as Parquet: ");
    assertFails(
        parquet("SELECT 1 AS a WHERE false"),
        "has no rows under its header; at least one is needed");
  }

  @Test
  void readsJsonLinesAndArrays() throws Exception {
    String[] objects = {
      "{\"a\": 1, \"b\": \"x\", \"c\": true}", "{\"a\": 2.5, \"b\": null, \"d\": \"007\"}"
    };
    Path lines = write("a.jsonl", String.join("\n", objects));
    Path newline = write("a.ndjson", String.join("\n", objects) + "\n");
    Path array = write("a.json", "[" + String.join(",\n", objects) + "]");
    Path packed = folder.resolve("a.json.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(String.join("\n", objects).getBytes(StandardCharsets.UTF_8));
    }

    for (Path file : List.of(lines, newline, array, packed)) {
      Table table = read(file);
      assertThat(table.names()).containsExactly("a", "b", "c", "d");
      assertThat(table.numeric("a").values()).containsExactly(1, 2.5);
      assertThat(texts(table, "b")).containsExactly("x", null);
      assertThat(texts(table, "c")).containsExactly("true", null);
      assertThat(texts(table, "d")).containsExactly(null, "007");
    }
  }

  @Test
  void mixedJsonIsText() throws Exception {
    Table table = read(write("a.jsonl", "{\"a\": 1}\n{\"a\": \"x\"}\n{\"a\": [1, 2]}\n"));

    assertThat(texts(table, "a")).containsExactly("1", "x", "[1,2]");
  }

  @Test
  void textsOfJsonStayAsTheyStand() throws Exception {
    Table table =
        read(
            write(
                "a.jsonl",
                """
                {"day": "05/01/2024", "at": "2024-01-05T10:00:00", "o": {"b": [1, {"c": null}]}}
                {"day": "06/01/2024", "at": "2024-01-05 10:00", "o": {"b": []}}
                """));

    assertThat(texts(table, "day")).containsExactly("05/01/2024", "06/01/2024");
    assertThat(texts(table, "at")).containsExactly("2024-01-05T10:00:00", "2024-01-05 10:00");
    assertThat(texts(table, "o")).containsExactly("{\"b\":[1,{\"c\":null}]}", "{\"b\":[]}");
  }

  @Test
  void wideJsonIsATableNotAMap() throws Exception {
    StringBuilder row = new StringBuilder("{");
    IntStream.range(0, 400)
        .forEach(
            i -> row.append(i == 0 ? "" : ", ").append("\"x").append(i).append("\": ").append(i));
    Table table = read(write("a.jsonl", (row + "}\n").repeat(3)));

    assertThat(table.names()).hasSize(400);
    assertThat(table.numeric("x399").values()).containsExactly(399, 399, 399);
  }

  @Test
  void keepsTheOrderOfManyJsonLines() throws Exception {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 30_000).forEach(i -> text.append("{\"i\": ").append(i).append("}\n"));

    assertThat(read(write("a.jsonl", text.toString())).numeric("i").values())
        .isEqualTo(IntStream.range(0, 30_000).asDoubleStream().toArray());
  }

  @Test
  void aNumberThatMeansMissingDoesSoWhateverItsType() throws Exception {
    String rows =
        "SELECT * FROM (VALUES (-9::TINYINT, -9::FLOAT, -9::DECIMAL(9,2), 0.1::FLOAT, 'inf'::DOUBLE),"
            + " (1, 2, 3, 4, 5)) t(i, f, d, tenth, inf)";
    ReadOptions options = ReadOptions.defaults().withMissing(Set.of("-9", "0.1", "inf", "?"));
    Table table = TableReader.read(parquet(rows), options);
    for (String column : table.names()) {
      assertThat(table.numeric(column).values()[0]).as(column).isNaN();
      assertThat(table.numeric(column).values()[1]).as(column).isPositive();
    }
    Table asked =
        TableReader.query("SELECT -9 AS n, i FROM data", write("a.csv", "i\n-9\n7\n"), options);
    assertThat(asked.numeric("n").values()).containsOnly(Double.NaN);
    assertThat(asked.numeric("i").values()).containsExactly(Double.NaN, 7);
    Path json = write("a.jsonl", "{\"n\": -9}\n{\"n\": 2.5}\n");
    assertThat(TableReader.read(json, options).numeric("n").values())
        .containsExactly(Double.NaN, 2.5);
    ReadOptions category = options.withTypes(Map.of("n", ColumnType.CATEGORY));
    assertThat(texts(TableReader.read(json, category), "n")).containsExactly(null, "2.5");
    assertThat(read(json).numeric("n").values()).containsExactly(-9, 2.5);
  }

  @Test
  void jsonThatIsNoneIsRefused() throws Exception {
    assertFails(
        write("a.jsonl", "{\"a\": 1}\n{\"a\": 2, \"b\"\n{\"a\": 3}\n"),
        "a.jsonl can't be read as JSON with an object for each row: Malformed JSON");
    assertFails(
        write("b.json", "[1, 2, 3]"), "b.json can't be read as JSON with an object for each row: ");
    assertFails(
        write("c.json", "[]"), "c.json can't be read as JSON with an object for each row: ");
    assertFails(write("d.jsonl", "{\"a\": 1, \"a\": 2}\n"), "has duplicate key \"a\"");
    Path latin =
        Files.write(
            folder.resolve("e.jsonl"), "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertFails(latin, "e.jsonl can't be read as JSON with an object for each row: Malformed JSON");
    assertFails(
        write("f.jsonl", "{\"n\": 1}\n{\"n\": NaN}\n"),
        "f.jsonl, row 2, column n: NaN is not a finite number");
    assertFails(write("g.json.gz", "{\"n\": 1}\n"), "g.json.gz is not a sound gzip file");
  }

  private Path parquet(String select) throws Exception {
    Path file = Files.createTempFile(folder, "t", ".parquet");
    run("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
    return file;
  }

  static void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Table read(Path file) {
    return TableReader.read(file, ReadOptions.defaults());
  }

  private static List<@Nullable String> texts(Table table, String column) {
    List<@Nullable String> texts = new java.util.ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      texts.add(table.column(column).text(row));
    }
    return texts;
  }

  private static void assertFails(Path file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
