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
    "a.csv, 'ORCID,y', CSV",
    "a.csv, '{x},y', CSV",
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

  @ParameterizedTest
  @CsvSource({
    "a.xls, '\u00d0\u00cf\u0011\u00e0', is an old Excel",
    "a.csv, '\u001f\u008b', 'is packed by gzip, for which its name must end in .gz; CSV'",
    "a.csv.zst, '(\u00b5/\u00fd', is packed by zstd",
    "a.feather, 'ARROW1\u0000\u0000', is an Arrow",
    "a.db, 'SQLite format 3', is an SQLite database",
    "a.csv, '<!DOCTYPE html>', is a page of the web",
    "a.csv, '\u00ff\u00fea\u0000', is encoded in UTF-16; write it in UTF-8",
    "a.txt, '{\"a\": 1}', holds JSON; give it a name that ends in .jsonl",
    "a.txt, '[{\"a\": 1}]', holds JSON; give it a name that ends in .jsonl",
  })
  void kindsThatCannotBeReadAreNamed(String name, String start, String said) throws IOException {
    Path file = file(name, start);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FileKind.of(file))
        .withMessageContaining(said);
  }

  @Test
  void aFileThatIsNotThereIsASentence() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> FileKind.of(folder.resolve("none.csv")))
        .withMessageContaining("none.csv");
  }
}
