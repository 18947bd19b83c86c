package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One table as CSV, Parquet, JSON lines and by query: the same rows are decided alike. */
final class TableFormatsTest {

  private static final int ROWS = 300;

  @TempDir static Path folder = Path.of("");

  /** What each format is called on the command line. */
  private static final Map<String, List<String>> DATA = new LinkedHashMap<>();

  @BeforeAll
  static void write() throws Exception {
    Path database = folder.resolve("t.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT setseed(0.25)");
      statement.execute(
          """
          CREATE TABLE t AS SELECT
            (20 + range * 37 %% 50)::INTEGER AS age,
            CASE WHEN range %% 11 = 0 THEN NULL ELSE (range * 13 %% 97)::DOUBLE END AS whole,
            (range * 7919 %% 1000) / 8 AS income,
            (range * 31 %% 700 / 100)::DECIMAL(9, 2) AS rate,
            CASE WHEN range %% 13 = 0 THEN NULL ELSE range %% 3 = 0 END AS member,
            lpad((range %% 7)::VARCHAR, 5, '0') AS zip,
            CASE range %% 5 WHEN 0 THEN 'caf\u00e9' WHEN 1 THEN 'a, "b"' WHEN 2 THEN NULL ELSE 'plain' END AS city,
            DATE '2020-02-01' + (range * 17 %% 900)::INTEGER AS opened,
            TIMESTAMP '2024-01-05 10:00:00' + to_hours(range * 5 %% 1000) AS seen,
            range %% 2 = 0 AS vet,
            1 + range %% 2 AS kind,
            (range * 37 %% 50 + range * 13 %% 97 + 9 * (range %% 2)) > 75 AS repaid
          FROM range(%d)\
          """
              .formatted(ROWS));
      statement.execute("COPY t TO '%s' (FORMAT parquet)".formatted(file("t.parquet")));
      statement.execute("COPY t TO '%s' (FORMAT json)".formatted(file("t.jsonl")));
      statement.execute(
          """
          COPY (SELECT * REPLACE (
              CASE WHEN member THEN 'True' WHEN NOT member THEN 'False' END AS member,
              CASE WHEN vet THEN 'TRUE' ELSE 'FALSE' END AS vet,
              CASE WHEN repaid THEN 'True' ELSE 'False' END AS repaid) FROM t)
          TO '%s' (FORMAT csv)\
          """
              .formatted(file("t.csv")));
    }
    DATA.put("csv", List.of(file("t.csv")));
    DATA.put("parquet", List.of(file("t.parquet")));
    DATA.put("json", List.of(file("t.jsonl")));
    DATA.put("sql", List.of("sql:SELECT * FROM t", "--database=" + database));
    DATA.put("sql over csv", List.of("sql:SELECT * FROM data", "--database=" + file("t.csv")));
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  private static List<String> run(String command, List<String> data, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(data);
    words.addAll(List.of(more));
    Program.Result result = Program.runHere(words.toArray(String[]::new));
    assertThat(result.exitCode()).as("%s%n%s", words, result.err()).isLessThan(5).isNotEqualTo(1);
    assertThat(result.exitCode()).as("%s%n%s", words, result.err()).isNotEqualTo(2);
    return result.out().lines().filter(line -> !line.startsWith("Audit of ")).toList();
  }

  /** What the model says of rows, in the columns it adds. */
  private static List<String> decisions(String model, List<String> data) throws IOException {
    Path out = folder.resolve("decided.csv");
    List<String> words = new ArrayList<>(List.of(model));
    words.addAll(data);
    run("predict", words, "--out=" + out);
    List<String> lines = Files.readAllLines(out);
    int added = lines.get(0).indexOf("prediction,");
    assertThat(added).isPositive();
    long before = lines.get(0).substring(0, added).chars().filter(c -> c == ',').count();
    return lines.stream().map(line -> after(line, (int) before)).toList();
  }

  private static String after(String line, int fields) {
    boolean quoted = false;
    int left = fields;
    int at = 0;
    while (left > 0) {
      char c = line.charAt(at++);
      quoted ^= c == '"';
      left -= c == ',' && !quoted ? 1 : 0;
    }
    return line.substring(at);
  }

  @Test
  void modelsOfEachFormatDecideAlikeOnEachOther() throws IOException {
    List<String> expected = List.of();
    for (Map.Entry<String, List<String>> trained : DATA.entrySet()) {
      String model = file("m-" + trained.getKey().replace(' ', '-') + ".evenhand");
      run(
          "train",
          trained.getValue(),
          "--label=repaid",
          "--positive=True",
          "--group=vet",
          "--group=kind",
          "--method=plain",
          "--seed=1",
          "--out=" + model);
      for (Map.Entry<String, List<String>> decided : DATA.entrySet()) {
        List<String> decisions = decisions(model, decided.getValue());
        expected = expected.isEmpty() ? decisions : expected;
        assertThat(decisions)
            .as("trained on %s, decided on %s", trained.getKey(), decided.getKey())
            .isEqualTo(expected);
      }
    }
    assertThat(expected).hasSize(ROWS + 1);
    assertThat(expected.subList(1, expected.size()))
        .anyMatch(line -> line.startsWith("true,"))
        .anyMatch(line -> line.startsWith("false,"));
  }

  @Test
  void auditsAndThresholdsOfEachFormatAreTheSame() {
    List<String> audit = List.of();
    List<String> thresholds = List.of();
    for (List<String> data : DATA.values()) {
      List<String> measured =
          run(
              "audit",
              data,
              "--label=repaid",
              "--positive=TRUE",
              "--group=vet",
              "--prediction=vet",
              "--group=kind");
      audit = audit.isEmpty() ? measured : audit;
      assertThat(measured).isEqualTo(audit);
      List<String> decided =
          run(
              "threshold",
              data,
              "--label=repaid",
              "--positive=true",
              "--score=income",
              "--group=vet",
              "--require=demographic_parity<=0.05",
              "--out=" + file("t.out.csv"));
      thresholds = thresholds.isEmpty() ? decided : thresholds;
      assertThat(decided).isEqualTo(thresholds);
    }
  }
}
