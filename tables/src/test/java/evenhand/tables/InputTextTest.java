package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.TableWriter.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read is written as it stood. */
final class InputTextTest {

  private static final String CSV =
      """
      id,region,code,price,note,quoted,big,flag
      1,NA,007,1.50, padded ,"a ""b"", c",12345678901234567,True
      2,?,010,2.00,\t,"plain",98765432109876543,FALSE

      3,,000,1e3,x,"two
      lines",1,
      """;

  @TempDir Path folder;

  @Test
  void aCsvComesBackByteForByte() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), CSV);

    assertThat(written(file, ReadOptions.defaults(), 0, 1, 2))
        .isEqualTo(
            """
            id,region,code,price,note,quoted,big,flag,added
            1,NA,007,1.50, padded ,"a ""b"", c",12345678901234567,True,0
            2,?,010,2.00,\t,"plain",98765432109876543,FALSE,1
            3,,000,1e3,x,"two
            lines",1,,2
            """);
  }

  @Test
  void someRowsComeBackFromAnyLayout() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), "\uFEFFsep=;\r\na;b\r\n1,5;NA\r\n\r\n\"x;y\";007\r\n3;z\r\n");

    assertThat(written(file, ReadOptions.defaults(), 1, 2))
        .isEqualTo("a,b,added\n\"x;y\",007,0\n3,z,1\n");
    assertThat(written(file, ReadOptions.defaults(), 0)).isEqualTo("a,b,added\n\"1,5\",NA,0\n");
  }

  @Test
  void typedFilesKeepTheTextsThatReadingCleaned() throws Exception {
    Path parquet = folder.resolve("a.parquet");
    TypedReadingTest.run(
        "COPY (SELECT * FROM (VALUES ('NA', 1.5, true, DATE '2024-01-05', ' x '),"
            + " (NULL, NULL, NULL, NULL, 'True')) t(s, n, b, d, p)) TO '"
            + parquet
            + "' (FORMAT parquet)");

    assertThat(written(parquet, ReadOptions.defaults(), 0, 1))
        .isEqualTo("s,n,b,d,p,added\nNA,1.5,true,2024-01-05, x ,0\n,,,,True,1\n");
    Path json =
        Files.writeString(
            folder.resolve("a.jsonl"),
            "{\"s\": \"?\", \"o\": {\"a\": [1]}, \"n\": 2.0}\n{\"s\": \"a,b\", \"o\": null}\n");
    assertThat(written(json, ReadOptions.defaults(), 0, 1))
        .isEqualTo("s,o,n,added\n?,\"{\"\"a\"\":[1]}\",2,0\n\"a,b\",,,1\n");
  }

  @Test
  void aFileThatChangedMeanwhileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n1\n2\n");
    Opened opened = new DataSource(ReadOptions.defaults(), Optional.empty()).open(file.toString());
    Files.writeString(file, "a\n1\n");

    assertThatThrownBy(() -> write(opened, Cells.AS_THEY_ARE, 0, 1))
        .isInstanceOf(DataException.class)
        .hasMessage("%s changed while it was read", file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n3\n4\n", "a\n1\n2\n3\n", "a\n1\n22\n"})
  void aFileReplacedByAnotherIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n1\n2\n");
    Opened opened = new DataSource(ReadOptions.defaults(), Optional.empty()).open(file.toString());
    Path other = Files.writeString(folder.resolve("b.csv"), text);
    Files.setLastModifiedTime(other, FileTime.fromMillis(0));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> write(opened, Cells.AS_THEY_ARE, 0, 1))
        .isInstanceOf(DataException.class)
        .hasMessage("%s changed while it was read", file);
  }

  @Test
  void rowsThatCameWhileTheFileWasReadAgainAreNoticed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n1\n2\n");
    InputText text =
        new DataSource(ReadOptions.defaults(), Optional.empty())
            .open(file.toString())
            .read()
            .text();
    try (InputText.Cursor cursor = text.open()) {
      cursor.to(0);
      Files.writeString(file, "3\n", StandardOpenOption.APPEND);
      cursor.to(1);
      assertThatThrownBy(cursor::end)
          .isInstanceOf(DataException.class)
          .hasMessage("%s changed while it was read", file);
    }
  }

  @Test
  void whatANumberMeansMissingIsWrittenAsItStood() throws Exception {
    Path parquet = folder.resolve("a.parquet");
    TypedReadingTest.run(
        "COPY (SELECT * FROM (VALUES (-9, 1.5), (3, NULL)) t(n, m)) TO '"
            + parquet
            + "' (FORMAT parquet)");

    assertThat(written(parquet, ReadOptions.defaults().withMissing(Set.of("-9")), 0, 1))
        .isEqualTo("n,m,added\n-9,1.5,0\n3,,1\n");
  }

  @Test
  void cellsThatASpreadsheetWouldRunAreMadeSafeWhenAsked() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"),
            "=h,n\n=1+1,-5\n@SUM(A1),+1.5e3\n-2+3,\"-5,25\"\n \uFF1Dcmd,-\n\"\tx\",a=b\n");
    Opened opened = new DataSource(ReadOptions.defaults(), Optional.empty()).open(file.toString());

    assertThat(write(opened, Cells.SAFE, 0, 1, 2, 3, 4).lines())
        .containsExactly(
            "'=h,n,added",
            "'=1+1,-5,0",
            "'@SUM(A1),+1.5e3,1",
            "'-2+3,\"-5,25\",2",
            "' \uFF1Dcmd,'-,3",
            "\"'\tx\",a=b,4");
    assertThat(write(opened, Cells.AS_THEY_ARE, 0)).isEqualTo("=h,n,added\n=1+1,-5,0\n");
  }

  private static String written(Path file, ReadOptions options, int... rows) {
    return write(
        new DataSource(options, Optional.empty()).open(file.toString()), Cells.AS_THEY_ARE, rows);
  }

  private static String write(Opened opened, Cells cells, int... rows) {
    Table some = opened.table().select(rows);
    List<Column> columns = new ArrayList<>(some.columns());
    columns.add(
        new Column.Numeric("added", IntStream.range(0, rows.length).asDoubleStream().toArray()));
    StringBuilder out = new StringBuilder();
    TableWriter.write(opened, rows, new Table(some.origin(), columns, rows.length), cells, out);
    return out.toString();
  }
}
