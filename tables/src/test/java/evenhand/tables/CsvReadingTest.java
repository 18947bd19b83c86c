package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.CsvFormat.Duplicates;
import evenhand.tables.ReadOptions.Limits;
import evenhand.tables.ReadOptions.Whitespace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvReadingTest {

  @TempDir Path folder;

  @Test
  void infersTypesFromEveryValue() throws IOException {
    Table table = read("a.csv", "n,c,code,flag\n1,x,007,true\n-2.5e3,?,012,false\n,y,100,true\n");

    assertThat(table.numeric("n").values()).containsExactly(1, -2500, Double.NaN);
    assertThat(texts(table, "c")).containsExactly("x", null, "y");
    assertThat(texts(table, "code")).containsExactly("007", "012", "100");
    assertThat(((Column.Categorical) table.column("flag")).levels())
        .containsExactly("false", "true");
  }

  @Test
  void aNumberTooLongForADoubleStaysText() throws IOException {
    Table table = read("a.csv", "id,n\n12345678901234567,123456789012345\n");

    assertThat(texts(table, "id")).containsExactly("12345678901234567");
    assertThat(table.numeric("n").values()).containsExactly(123456789012345.0);
  }

  @Test
  void declaredTypesOverrule() throws IOException {
    Path file = write("a.csv", "code,n\n007,1\n012,2\n");
    Table table =
        TableReader.read(
            file,
            ReadOptions.defaults()
                .withTypes(ReadOptions.parseTypes(List.of("code=number", "n=category"))));

    assertThat(table.numeric("code").values()).containsExactly(7, 12);
    assertThat(texts(table, "n")).containsExactly("1", "2");
  }

  @Test
  void aColumnDeclaredNumericMayBeAllMissing() throws IOException {
    Path file = write("a.csv", "n,c\n,x\n?,y\n");
    Table table =
        TableReader.read(file, ReadOptions.defaults().withTypes(Map.of("n", ColumnType.NUMBER)));

    assertThat(table.numeric("n").values()).containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void namedTokensTakeThePlaceOfTheUsualOnesButEmptyIsAlwaysMissing() throws IOException {
    Path file = write("a.csv", "c,d\nunknown,1\nNA,2\n,3\n");
    Table table = TableReader.read(file, ReadOptions.defaults().withMissing(Set.of("unknown")));

    assertThat(texts(table, "c")).containsExactly(null, "NA", null);
  }

  @Test
  void trimsUnlessTold() throws IOException {
    Path file = write("a.csv", "c, n\n x , 1 \n\ty,2\n? ,\" 3\"\n");

    Table trimmed = TableReader.read(file, ReadOptions.defaults());
    assertThat(texts(trimmed, "c")).containsExactly("x", "y", null);
    assertThat(trimmed.numeric("n").values()).containsExactly(1, 2, 3);
    Table kept = TableReader.read(file, ReadOptions.defaults().withWhitespace(Whitespace.KEPT));
    assertThat(texts(kept, "c")).containsExactly(" x ", "\ty", "? ");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheDelimiter(String delimiter) throws IOException {
    Table table =
        read(
            "a.txt",
            String.join(delimiter, "a", "\"b,;|\t\"", "c")
                + "\n1"
                + delimiter
                + "2"
                + delimiter
                + "3\n");

    assertThat(table.names()).containsExactly("a", "b,;|", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryLineEndQuotedOnesIncluded(String end) throws IOException {
    String quoted = "x" + end + "y";
    Table table =
        read(
            "a.csv", "a,b" + end + "1,\"" + quoted + "\"" + end + end + "2,\"q\"\"q\"" + end + end);

    assertThat(table.rows()).isEqualTo(2);
    assertThat(texts(table, "b")).containsExactly(quoted, "q\"q");
  }

  @Test
  void readsAHeaderOverSeveralLinesAndAMark() throws IOException {
    Table table = read("a.csv", "\uFEFF\"first\nname\",b\n1,2\n");

    assertThat(table.names()).containsExactly("first\nname", "b");
    assertThat(table.rows()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aHeaderOfManyLinesSwallowsNoRow(String end) throws IOException {
    String quoted = "\"" + String.join(end, "a", "", "b", "") + "\"";
    Table table =
        TableReader.read(
            write("a.csv", String.join(end, "title", "", quoted + ",c", "1,2", "3,4", "")),
            ReadOptions.defaults().withCsv(CsvFormat.defaults().withSkipLines(1)));

    assertThat(table.names()).containsExactly(String.join(end, "a", "", "b"), "c");
    assertThat(table.numeric("c").values()).containsExactly(2, 4);
    assertFails(
        write("b.csv", String.join(end, quoted + ",c", "1,2", "3", "")),
        "b.csv, row 2 (line 6): 1 field where 2 columns are expected");
  }

  @Test
  void theSameTableWhateverItsName() throws IOException {
    String text = "n;c\n1,5;x\n2;\"y;z\"\n";
    Files.write(folder.resolve("b.csv.gz"), gzip(text));
    Files.write(folder.resolve("b.txt.gz"), gzip(text));
    ReadOptions comma = ReadOptions.defaults().withDecimal(',');
    for (String name : List.of("b.csv", "b.txt", "b.tsv", "b", "b.csv.gz", "b.txt.gz")) {
      Path file = name.endsWith(".gz") ? folder.resolve(name) : write(name, text);
      Table table = TableReader.read(file, comma);

      assertThat(table.numeric("n").values()).as(name).containsExactly(1.5, 2);
      assertThat(texts(table, "c")).as(name).containsExactly("x", "y;z");
    }
  }

  @Test
  void blankLinesAreNoRows() throws IOException {
    Table table = read("a.csv", "\n  \na,b\n\n1,2\n  \t\n3,4\n\n");

    assertThat(table.numeric("b").values()).containsExactly(2, 4);
    assertThat(read("b.csv", "a\nx\n \ny\n").rows()).isEqualTo(3);
  }

  @Test
  void manyNumbersAndOneOtherTextAreTextsInWhateverRowItIs() throws IOException {
    for (int at : new int[] {1, 999, 1001, 2500, 5000}) {
      StringBuilder text = new StringBuilder("n\n");
      for (int row = 1; row <= 5000; row++) {
        text.append(row == at ? "None" : row + ".50").append('\n');
      }
      Table table = read("a.csv", text.toString());

      assertThat(table.column("n").text(at - 1)).isEqualTo("None");
      assertThat(table.column("n").text(at % 5000)).isEqualTo(at % 5000 + 1 + ".50");
    }
  }

  @Test
  void namesColumnsWhereThereIsNoHeader() throws IOException {
    Path file = write("a.csv", "# made by hand\n#\n1,x\n2,y\n");
    CsvFormat format = CsvFormat.defaults().withComment("#");

    Table named =
        TableReader.read(
            file, ReadOptions.defaults().withCsv(format.withoutHeader(List.of("n", "c"))));
    assertThat(named.names()).containsExactly("n", "c");
    assertThat(named.rows()).isEqualTo(2);
    Table numbered =
        TableReader.read(file, ReadOptions.defaults().withCsv(format.withoutHeader(List.of())));
    assertThat(numbered.names()).containsExactly("column1", "column2");
  }

  @Test
  void readsCompressedFilesOfSeveralMembers() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(gzip("a,b\n1,2\n"));
    bytes.writeBytes(gzip("3,4\n"));
    Path file = Files.write(folder.resolve("a.csv.gz"), bytes.toByteArray());

    assertThat(TableReader.read(file, ReadOptions.defaults()).numeric("a").values())
        .containsExactly(1, 3);
  }

  @Test
  void keepsTheOrderOfManyRowsInSmallAndLargeColumns() throws IOException {
    StringBuilder text = new StringBuilder("n,id,c\n");
    int rows = 20_000;
    for (int row = 0; row < rows; row++) {
      text.append(row + 0.25).append(",id").append(row).append(',').append(row % 7).append('\n');
    }
    Table table = read("a.csv", text.toString());

    for (int row = 0; row < rows; row++) {
      assertThat(table.numeric("n").values()[row]).isEqualTo(row + 0.25);
      assertThat(table.column("id").text(row)).isEqualTo("id" + row);
      assertThat(table.numeric("c").values()[row]).isEqualTo(row % 7);
    }
  }

  @Test
  void aFileNameIsNoPattern() throws IOException {
    write("a1.csv", "a\n1\n");
    Table table = TableReader.read(write("a[1]?.csv", "a\n2\n"), ReadOptions.defaults());

    assertThat(table.numeric("a").values()).containsExactly(2);
  }

  @Test
  void duplicatesAreRefusedOrTheFirstIsKept() throws IOException {
    Path file = write("a.csv", "a,b,a\n1,2,3\n");

    assertFails(
        file,
        ReadOptions.defaults(),
        "a.csv, header: the name a stands at columns 1 and 3; every column needs its own name");
    CsvFormat first = CsvFormat.defaults().withDuplicates(Duplicates.FIRST_KEPT);
    Table table = TableReader.read(file, ReadOptions.defaults().withCsv(first));
    assertThat(table.names()).containsExactly("a", "b");
    assertThat(table.numeric("a").values()).containsExactly(1);
  }

  @Test
  void filesThatHoldNothingAreRefused() throws IOException {
    assertFails(folder.resolve("none.csv"), "none.csv: there is no such file");
    assertFails(folder, "is a folder or device; a file is needed");
    assertFails(
        write("empty.csv", ""), "empty.csv is empty; a table with at least one row is needed");
    assertFails(write("blank.csv", "\n \n"), "blank.csv holds no rows");
    assertFails(
        write("header.csv", "a,b\n"),
        "header.csv has no rows under its header; at least one is needed");
  }

  @Test
  void raggedRowsAreNamed() throws IOException {
    assertFails(
        write("a.csv", "a,b,c\n1,2,3\n\n4,5\n"),
        "a.csv, row 2 (line 4): 2 fields where 3 columns are expected");
    assertFails(
        write("b.csv", "a,b\n1,\"x\ny\"\n1,2,3\n"),
        "b.csv, row 2 (line 4): 3 fields where 2 columns are expected");
    StringBuilder long200 = new StringBuilder("a,b\n");
    for (int row = 1; row <= 30_000; row++) {
      long200.append(row == 29_999 ? "1" : "1,2").append('\n');
    }
    assertFails(
        write("c.csv", long200.toString()),
        "c.csv, row 29999 (line 30000): 1 field where 2 columns are expected");
  }

  @Test
  void brokenQuotesAreNamed() throws IOException {
    assertFails(
        write("a.csv", "a,b\n1,2\n1,\"x\n3,4\n"),
        "a.csv, row 2 (line 3): a quote is opened and never closed");
    assertFails(
        write("b.csv", "a,b\n1,\"x\"y\n"),
        "b.csv, row 1 (line 2): text follows a closing quote; a quote inside a field must be"
            + " doubled");
  }

  @Test
  void mixedLineEndsAreRefused() throws IOException {
    assertFails(
        write("a.csv", "a,b\n1,2\r3,4\n"),
        "a.csv, line 2: it mixes kinds of line ends; write the file with one kind");
    assertThat(read("b.csv", "a,b\r\n1,2\n3,4\r\n5,6\n").numeric("b").values())
        .containsExactly(2, 4, 6);
  }

  @Test
  void textInADeclaredNumericColumnIsNamed() throws IOException {
    ReadOptions number = ReadOptions.defaults().withTypes(Map.of("n", ColumnType.NUMBER));
    assertFails(
        write("a.csv", "n,b\n1,x\n,y\ntwelve,z\n"),
        number,
        "a.csv, row 3, column n: twelve is not a number, which the column is declared to hold");
    StringBuilder many = new StringBuilder("n\n");
    for (int row = 1; row <= 5000; row++) {
      many.append(row == 4000 ? "4_000" : row).append('\n');
    }
    assertFails(
        write("b.csv", many.toString()),
        number,
        "b.csv, row 4000, column n: 4_000 is not a number, which the column is declared to hold");
  }

  @ParameterizedTest
  @CsvSource({"inf", "-Infinity", "NaN", "nan", "1e999"})
  void whatIsNoFiniteNumberIsRefusedInANumericColumn(String text) throws IOException {
    assertFails(
        write("a.csv", "n,b\n1,x\n" + text + ",y\n"),
        "a.csv, row 2, column n: "
            + text
            + " is not a finite number; name it as a missing value if it means that");
    StringBuilder many = new StringBuilder("n\n");
    for (int row = 1; row <= 5000; row++) {
      many.append(row == 4000 ? text : row).append('\n');
    }
    assertFails(
        write("b.csv", many.toString()),
        "b.csv, row 4000, column n: " + text + " is not a finite number");
  }

  @Test
  void nanMayBeNamedMissing() throws IOException {
    Table table =
        TableReader.read(
            write("a.csv", "n\n1\nNaN\n"), ReadOptions.defaults().withMissing(Set.of("NaN")));

    assertThat(table.numeric("n").values()).containsExactly(1, Double.NaN);
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    Path latin =
        Files.write(
            folder.resolve("a.csv"), "a,b\n1,x\n2,café\n".getBytes(StandardCharsets.ISO_8859_1));
    Path header =
        Files.write(folder.resolve("b.csv"), "a,é\n1,x\n".getBytes(StandardCharsets.ISO_8859_1));
    Path wide =
        Files.write(folder.resolve("c.csv"), "a,b\n1,x\n".getBytes(StandardCharsets.UTF_16));

    assertFails(
        latin,
        "a.csv, row 2 (line 3), field 2: the bytes are not UTF-8, which a file must be encoded in");
    assertFails(
        header,
        "b.csv, header (line 1), field 2: the bytes are not UTF-8, which a file must be encoded"
            + " in");
    assertFails(
        wide, "c.csv is encoded in UTF-16; write it in UTF-8, which a file must be encoded in");
  }

  @Test
  void damagedCompressedFilesAreRefused() throws IOException {
    byte[] whole = gzip("a,b\n" + "1,2\n".repeat(5000));
    byte[] flipped = whole.clone();
    flipped[whole.length - 6] ^= 1;
    byte[] trailing = Arrays.copyOf(whole, whole.length + 4);

    assertFails(
        Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 12)),
        "cut.csv.gz is truncated: its gzip data ends early");
    assertFails(
        Files.write(folder.resolve("flipped.csv.gz"), flipped),
        "flipped.csv.gz is not a sound gzip file");
    assertFails(
        write("plain.csv.gz", "a,b\n1,2\n"),
        "plain.csv.gz is not a sound gzip file: Not in GZIP format");
    assertFails(Files.write(folder.resolve("trailing.csv.gz"), trailing), "trailing.csv.gz");
  }

  @Test
  void anExcelFileIsRefused() throws IOException {
    Path file =
        Files.write(folder.resolve("a.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0, 0, 0});

    assertFails(
        file,
        "a.xlsx is a zip or Excel file; CSV, Parquet, JSON lines and DuckDB files can be read");
  }

  @Test
  void limitsHold() throws IOException {
    Path file = write("a.csv", "a,b,c\n1,x,p\n2,y,q\n3,z,r\n");

    assertFails(file, limits(2, 10, 10), "a.csv has more than the 2 rows allowed");
    assertFails(
        file,
        limits(5, 2, 10),
        "a.csv, header (line 1): 3 fields, more than the 2 columns allowed");
    assertFails(
        file,
        limits(5, 3, 2),
        "column a: more than the 2 distinct texts allowed; leave the column out");
  }

  private static ReadOptions limits(int rows, int columns, int categories) {
    return ReadOptions.defaults().withLimits(new Limits(rows, columns, categories, 256, 60));
  }

  @Test
  void wrongNamesAndTypesAreRefused() throws IOException {
    Path file = write("a.csv", "a,b\n1,x\n");

    assertFails(
        file,
        ReadOptions.defaults().withTypes(Map.of("z", ColumnType.NUMBER)),
        "a.csv has no column z, which the model learned from or --type names; it has a, b");
    assertFails(
        file,
        ReadOptions.defaults().withCsv(CsvFormat.defaults().withoutHeader(List.of("only"))),
        "a.csv, row 1 (line 1): 2 fields, but 1 column names were given");
  }

  private Table read(String name, String text) throws IOException {
    return TableReader.read(write(name, text), ReadOptions.defaults());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<@Nullable String> texts(Table table, String column) {
    List<@Nullable String> texts = new java.util.ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      texts.add(table.column(column).text(row));
    }
    return texts;
  }

  private static void assertFails(Path file, String message) {
    assertFails(file, ReadOptions.defaults(), message);
  }

  private static void assertFails(Path file, ReadOptions options, String message) {
    assertThatThrownBy(() -> TableReader.read(file, options))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }
}
