package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvLayoutTest {

  @TempDir Path folder;

  @Test
  void findsNamesDelimiterAndWhereRowsBegin() throws IOException {
    assertLayout("a.csv", "a;b,c;d\n1;2;3\n", CsvFormat.defaults(), ';', 0, "a", "b,c", "d");
    assertLayout(
        "a.csv", "\n \n\"a\nb\", ,c\n", CsvFormat.defaults(), ',', 2, "a\nb", "column2", "c");
    assertLayout("a.csv", "only\n1\n", CsvFormat.defaults(), ',', 0, "only");
    assertLayout("a.tsv", "a,b,c\td\n", CsvFormat.defaults(), '\t', 0, "a,b,c", "d");
    assertLayout("a.tsv", "a;b\n1;2\n", CsvFormat.defaults(), ';', 0, "a", "b");
    assertLayout("a.csv", "a|b\r1|2\r", CsvFormat.defaults(), '|', 0, "a", "b");
    assertLayout(
        "a.csv",
        "%c\n%d\n1 2\n",
        CsvFormat.defaults().withComment("%").withDelimiter(' ').withoutHeader(List.of()),
        ' ',
        2,
        "column1",
        "column2");
  }

  @Test
  void excelsHintIsPassedOverAndObeyed() throws IOException {
    assertLayout("a.csv", "\uFEFFsep=;\r\na,x;b\r\n", CsvFormat.defaults(), ';', 1, "a,x", "b");
    assertLayout("a.csv", "\"SEP=\t\"\na,b\tc\n", CsvFormat.defaults(), '\t', 1, "a,b", "c");
    assertLayout(
        "a.csv", "sep=;\na,b\n", CsvFormat.defaults().withDelimiter(','), ',', 1, "a", "b");
    assertLayout("a.csv", "sep=;\n\nsep=x;b\n", CsvFormat.defaults(), ';', 2, "sep=x", "b");
  }

  @Test
  void linesAboveTheHeaderAreSkippedWhenNumbered() throws IOException {
    CsvFormat two = CsvFormat.defaults().withSkipLines(2);
    assertLayout("a.csv", "Report, \"2024\n\n\na;b\n1;2\n", two, ';', 3, "a", "b");
    assertLayout("a.csv", "x\ry\r\"a\rb\"\r", two, ',', 2, "a\rb");
    assertThatThrownBy(() -> layout("a.csv", "a\n", two))
        .hasMessageEndingWith("a.csv has 1 lines, so 2 can't be skipped");
  }

  @Test
  void theRowsTellTheDelimiterWhereTheHeaderDoesNot() throws IOException {
    assertLayout(
        "a.csv",
        "sex, at birth;label, final;p\nf;1;0\nm;0;1\n",
        CsvFormat.defaults(),
        ';',
        0,
        "sex, at birth",
        "label, final",
        "p");
    assertThatThrownBy(() -> layout("a.csv", "a,b;c\n1,2;3\n", CsvFormat.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "a.csv, line 1: its fields may be separated by commas or semicolons; say which with"
                + " --delimiter");
  }

  @Test
  void aTitleLeadsToSkipLines() {
    assertThatThrownBy(
            () -> layout("a.csv", "Report 2024\n\na;b\n1;2\n3;4\n", CsvFormat.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "a.csv, line 1: one field, but the lines below it have 2 separated by semicolons; pass"
                + " over what stands above the header with --skip-lines 2, or say --delimiter");
  }

  @Test
  void aTitleFilledUpWithEmptyCellsLeadsToSkipLines() throws IOException {
    assertThatThrownBy(() -> layout("b.csv", "Report,,\na,b,c\n1,2,3\n", CsvFormat.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "b.csv, header (line 1): only 1 of 3 columns has a name; pass over what stands above the header"
                + " with --skip-lines N");
    assertLayout("c.csv", "a,,\n1,,\n", CsvFormat.defaults(), ',', 0, "a", "column2", "column3");
    assertLayout("d.csv", ",a\n1,2\n", CsvFormat.defaults(), ',', 0, "column1", "a");
  }

  private void assertLayout(
      String name, String text, CsvFormat format, char delimiter, long lines, String... names)
      throws IOException {
    CsvLayout layout = layout(name, text, format);
    assertThat(layout.delimiter()).isEqualTo(delimiter);
    assertThat(layout.lines()).isEqualTo(lines);
    assertThat(layout.names()).containsExactly(names);
  }

  private CsvLayout layout(String name, String text, CsvFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return CsvLayout.of(file, ReadOptions.defaults().withCsv(format));
  }
}
