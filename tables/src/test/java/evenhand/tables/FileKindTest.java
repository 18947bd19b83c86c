package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileKindTest {

  @TempDir private Path folder;

  private Path file(String name, String start) throws IOException {
    return Files.write(folder.resolve(name), start.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv, 'x,y', CSV",
    "a.tsv, 'x\ty', CSV",
    "a.csv.gz, '\u001f\u008b', CSV",
    "a.JSON, '[]', JSON",
    "a.jsonl, '{}', JSON",
    "a.ndjson.gz, '\u001f\u008b', JSON",
    "a.parquet, 'PAR1', PARQUET",
    "a.pq, 'anything', PARQUET",
    "a.data, 'PAR1....', PARQUET",
    "a.db, '01234567DUCK', DATABASE",
    "a.csv, '01234567DUCK', DATABASE",
    "a.csv, '0123456DUCK', CSV",
    "a, '', CSV",
  })
  void isToldByNameAndFirstBytes(String name, String start, FileKind kind) throws IOException {
    assertThat(FileKind.of(file(name, start))).isEqualTo(kind);
  }

  @Test
  void zipsAndExcelFilesAreNamed() throws IOException {
    Path sheet = file("a.xlsx", "PK\u0003\u0004....");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FileKind.of(sheet))
        .withMessage(
            "%s is a zip or Excel file; CSV, Parquet, JSON lines and DuckDB files can be read",
            sheet);
  }

  @Test
  void aFileThatIsNotThereIsASentence() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FileKind.of(folder.resolve("none.csv")))
        .withMessageContaining("none.csv");
  }
}
