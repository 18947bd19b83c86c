package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Column;
import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.Table;
import evenhand.tables.ReadOptions.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserQueryTest {

  @TempDir Path folder;

  private Path database = Path.of("");
  private Path csv = Path.of("");

  @BeforeEach
  void fill() throws Exception {
    database = folder.resolve("people.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE people AS SELECT * FROM (VALUES ('x', 3), ('y', 1), ('z', 2)) t(name,"
              + " age)");
    }
    csv =
        Files.writeString(
            folder.resolve("a.csv"), "n,c,\"odd \"\"name\"\n 3 ,x,007\n1,?,008\n2,y,009\n");
  }

  @Test
  void readsADatabaseInTheQuerysOrder() {
    Table table = query("SELECT name, age FROM people ORDER BY age", database);

    assertThat(table.origin()).isEqualTo("query over " + database);
    assertThat(table.numeric("age").values()).containsExactly(1, 2, 3);
    assertThat(table.column("name").text(0)).isEqualTo("y");
  }

  @Test
  void readsAFileAsDataWithTheTypesItHas() {
    Table table =
        query(
            "SELECT n * 2 AS twice, c, \"odd \"\"name\" AS code FROM data WHERE n > 1 ORDER BY n;"
                + " -- all",
            csv);

    assertThat(table.numeric("twice").values()).containsExactly(4, 6);
    assertThat(table.column("c").text(0)).isEqualTo("y");
    assertThat(table.column("code").text(1)).isEqualTo("007");
    assertThat(query("SELECT count(*) AS n FROM data WHERE c IS NULL", csv).numeric("n").values())
        .containsExactly(1);
  }

  @Test
  void typesOfResultsCanBeDeclared() {
    ReadOptions options = ReadOptions.defaults().withTypes(Map.of("age", ColumnType.CATEGORY));
    Table table = TableReader.query("SELECT age FROM people", database, options);

    assertThat(((Column.Categorical) table.column("age")).levels()).containsExactly("1", "2", "3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM people",
        "CREATE TABLE more AS SELECT 1",
        "SELECT 1; SELECT 2",
        "SELECT 1) AS t; DROP TABLE people; SELECT * FROM (SELECT 1",
        "COPY people TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "PRAGMA database_list",
        "EXPORT DATABASE 'copy'"
      })
  void whatIsNotOneSelectIsRefused(String sql) throws Exception {
    byte[] before = Files.readAllBytes(database);

    assertThatThrownBy(() -> query(sql, database))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("query over " + database + ": the query ");
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("people.duckdb", "a.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_csv('%s')",
        "SELECT * FROM '%s'",
        "SELECT * FROM read_text('%s')",
        "SELECT * FROM glob('%s')",
        "SELECT * FROM read_csv('http://127.0.0.1:9/a.csv')"
      })
  void otherFilesAndTheNetworkAreOutOfReach(String sql) {
    assertThatThrownBy(() -> query(sql.formatted(csv), database))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("file system operations are disabled by configuration");
  }

  @Test
  void aNameGivenTwiceIsNumbered() {
    assertThat(query("SELECT 1 AS a, 2 AS a", csv).names()).containsExactly("a", "a_1");
  }

  @Test
  void errorsAreOneSentence() {
    assertThatThrownBy(() -> query("SELECT nothing FROM people", database))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the query fails: Referenced column \"nothing\" not found")
        .message()
        .doesNotContain("\n");
    assertThatThrownBy(() -> query("SELEC 1", database))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the query fails: syntax error at or near \"SELEC\"");
    assertThatThrownBy(() -> query("SELECT name FROM people WHERE false", database))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("at least one is needed");
    assertThatThrownBy(() -> TableReader.read(database, ReadOptions.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is a DuckDB database; say with a query which of its rows are meant");
  }

  @Test
  void columnsThatDifferInCaseOnlyCantBeAskedFor() throws Exception {
    Path both = Files.writeString(folder.resolve("c.csv"), "Age,b,age\n1,2,3\n");
    assertThatThrownBy(() -> query("SELECT b FROM data", both))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "%s: a query knows no case in names, so that the columns Age and age clash; rename one"
                + " of them",
            both);
    Path others = Files.writeString(folder.resolve("d.csv"), "\u00c4,\u00e4\n1,2\n");
    assertThat(query("SELECT \"\u00e4\" AS x FROM data", others).numeric("x").values())
        .containsExactly(2);
  }

  @Test
  void aQueryWithoutEndIsStopped() {
    ReadOptions second = ReadOptions.defaults().withLimits(Limits.defaults().withSeconds(1));
    String endless =
        "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT -n FROM t) SELECT max(n) AS n FROM t";

    for (Path file : List.of(database, csv)) {
      assertThatThrownBy(() -> TableReader.query(endless, file, second))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "query over %s: the query was stopped after 1 seconds; --query-timeout SECONDS gives"
                  + " it longer",
              file);
    }
  }

  private static Table query(String sql, Path file) {
    return TableReader.query(sql, file, ReadOptions.defaults());
  }
}
