package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DuckDbTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('OTHER')",
        "COPY (SELECT 1) TO 'OTHER'",
        "ATTACH 'OTHER'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET allowed_paths = ['OTHER']",
        "SET autoload_known_extensions = true",
        "SET temp_directory = 'OTHER'"
      })
  void seesOneFileAndNothingElse(String sql) throws Exception {
    Path file = Files.writeString(folder.resolve("o'ne.csv"), "a\n1\n");
    Path other = Files.writeString(folder.resolve("other.csv"), "a\n2\n");
    try (DuckDb db = DuckDb.reading(file, ReadOptions.Limits.defaults())) {
      assertThat(db.row("SELECT a FROM read_csv(" + DuckDb.literal(file.toString()) + ")"))
          .containsExactly("1");
      assertThatThrownBy(() -> db.execute(sql.replace("OTHER", other.toString())))
          .isInstanceOf(SQLException.class);
    }
    assertThat(other).hasContent("a\n2\n");
  }

  @Test
  void readsZonedTimesTheSameEverywhere() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    try (DuckDb db = DuckDb.reading(file, ReadOptions.Limits.defaults())) {
      assertThat(db.row("SELECT (TIMESTAMPTZ '2024-01-01 00:00:00+00')::VARCHAR"))
          .containsExactly("2024-01-01 00:00:00+00");
    }
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.duckdb"), "this is not a database, but long enough");

    assertThatThrownBy(() -> DuckDb.attached(file, ReadOptions.Limits.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a.duckdb can't be opened as a DuckDB database: ");
  }

  @Test
  void reasonsAreOneLineWithoutPreamble() {
    assertThat(
            DuckDb.reason(
                new SQLException(
                    "Invalid Input Error: Attempting\nError: Binder Error: No x!\n\nLINE 1")))
        .isEqualTo("No x!");
    assertThat(DuckDb.reason(new SQLException("plain"))).isEqualTo("plain");
  }

  @Test
  void textsAndNamesAreQuoted() {
    assertThat(DuckDb.literal("it's")).isEqualTo("'it''s'");
    assertThat(DuckDb.identifier("a\"b")).isEqualTo("\"a\"\"b\"");
  }
}
