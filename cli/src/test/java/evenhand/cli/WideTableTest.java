package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of 1,000 columns goes through every command, from CSV and from Parquet. */
final class WideTableTest {

  private static final int COLUMNS = 1000;
  private static final int ROWS = 200;

  @TempDir Path folder;

  @Test
  void everyCommandTakesAThousandColumns() throws Exception {
    Path csv = folder.resolve("w.csv");
    Path parquet = folder.resolve("w.parquet");
    write(csv);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s')) TO '%s' (FORMAT parquet)".formatted(csv, parquet));
    }
    String[] roles = {"--label=y", "--positive=1", "--group=sex"};
    List<String> decided = new ArrayList<>();
    for (Path data : List.of(csv, parquet)) {
      Path model = folder.resolve("m.evenhand");
      Path out = folder.resolve("out.csv");
      run(roles, "train", data.toString(), "--method=plain", "--seed=1", "--out=" + model);
      run(new String[0], "predict", model.toString(), data.toString(), "--out=" + out);
      decided.add(lastFields(out));
      run(roles, "audit", data.toString(), "--prediction=y");
      run(roles, "threshold", data.toString(), "--score=s", "--out=" + out);
      run(roles, "calibrate", data.toString(), "--score=s", "--out=" + out);
    }
    assertThat(decided.get(1)).isEqualTo(decided.get(0));
  }

  private static void write(Path file) throws Exception {
    SplittableRandom random = new SplittableRandom(8);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int c = 0; c < COLUMNS; c++) {
        out.write("x" + c + ",");
      }
      out.write("sex,s,y\n");
      for (int row = 0; row < ROWS; row++) {
        for (int c = 0; c < COLUMNS; c++) {
          out.write(
              c % 10 == 0
                  ? "t" + random.nextInt(5) + ","
                  : String.format(Locale.ROOT, "%.4f,", random.nextDouble()));
        }
        double score = random.nextDouble();
        out.write((row % 2 == 0 ? "f" : "m") + "," + score + ",");
        out.write((random.nextDouble() < score ? 1 : 0) + "\n");
      }
    }
  }

  private static String lastFields(Path file) throws Exception {
    StringBuilder last = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      int score = line.lastIndexOf(',');
      last.append(line, line.lastIndexOf(',', score - 1), line.length()).append('\n');
    }
    return last.toString();
  }

  private static void run(String[] roles, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(roles));
    Program.Result result = Program.runHere(all.toArray(String[]::new));
    assertThat(result.exitCode()).as("%s%n%s", words[0], result.err()).isZero();
  }
}
