package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(layout("a.csv", "a;b,c;d\n1;2;3\n", CsvFormat.defaults()))
        .isEqualTo(new CsvLayout(';', List.of("a", "b,c", "d"), 1));
    assertThat(layout("a.csv", "\n \n\"a\nb\", ,c\n", CsvFormat.defaults()))
        .isEqualTo(new CsvLayout(',', List.of("a\nb", "column2", "c"), 4));
    assertThat(layout("a.csv", "only\n1\n", CsvFormat.defaults()))
        .isEqualTo(new CsvLayout(',', List.of("only"), 1));
    assertThat(layout("a.tsv", "a,b,c\td\n", CsvFormat.defaults()))
        .isEqualTo(new CsvLayout('\t', List.of("a,b,c", "d"), 1));
    assertThat(
            layout(
                "a.csv",
                "%c\n%d\n1 2\n",
                CsvFormat.defaults().withComment("%").withDelimiter(' ').withoutHeader(List.of())))
        .isEqualTo(new CsvLayout(' ', List.of("column1", "column2"), 2));
  }

  private CsvLayout layout(String name, String text, CsvFormat format) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return CsvLayout.of(file, ReadOptions.defaults().withCsv(format));
  }
}
