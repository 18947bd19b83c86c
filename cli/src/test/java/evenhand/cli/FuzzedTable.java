package evenhand.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A small table that one seed has damaged: cells, columns, rows, header, layout or bytes.
 *
 * @param lines the header and the rows, as they were before the file was laid out
 */
record FuzzedTable(List<List<String>> lines) {

  private static final int ROWS = 48;
  private static final List<String> NAMES =
      List.of("age", "city", "sex", "weight", "estimate", "decided", "approved");
  private static final List<String> NASTY =
      List.of(
          "NaN",
          "inf",
          "-Infinity",
          "1e999",
          "-1e308",
          "4.9e-324",
          "0",
          "-3",
          "",
          " ",
          "NA",
          "null",
          "nan",
          "?",
          "\"",
          "\"\"",
          "a\"b",
          "a,b",
          "a;b",
          "a\nb",
          "a\r\nb",
          "\u001b[31mred",
          "bell\u0007",
          "nul\u0000",
          "\u202eback",
          "tab\there",
          "é",
          "日本",
          "🙂",
          "\uFEFF",
          "x=y",
          "=1+1",
          "'",
          "\\",
          "\\N",
          "{}",
          "[1]",
          "true",
          "007",
          "1_000",
          "1,5",
          "0x1p3",
          "%s",
          "%n",
          "2026-11-29",
          "9".repeat(400),
          "long".repeat(700));

  /** How a table can be laid out in a file. */
  enum Layout {
    CSV("csv"),
    LINES("jsonl"),
    ARRAY("json"),
    PARQUET("parquet");

    final String ending;

    Layout(String ending) {
      this.ending = ending;
    }
  }

  /** A table in which nothing is wrong. */
  static FuzzedTable sound() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(new ArrayList<>(NAMES));
    for (int i = 0; i < ROWS; i++) {
      int age = 20 + i * 37 % 61;
      String approved = i * 7 % 10 < (age > 50 ? 7 : 3) ? "yes" : "no";
      lines.add(
          new ArrayList<>(
              List.of(
                  Integer.toString(age),
                  List.of("north", "south", "west").get(i % 3),
                  i % 2 == 0 ? "Female" : "Male",
                  Integer.toString(1 + i % 3),
                  Double.toString((i * 13 % 100) / 100.0),
                  age > 45 ? "yes" : "no",
                  approved)));
    }
    return new FuzzedTable(lines);
  }

  /** The same with up to three things wrong. */
  static FuzzedTable of(SplittableRandom random) {
    FuzzedTable table = sound();
    int wrongs = random.nextInt(4);
    for (int i = 0; i < wrongs; i++) {
      table.damage(random);
    }
    return table;
  }

  private void damage(SplittableRandom random) {
    int column = random.nextInt(lines.get(0).size());
    int row = lines.size() < 2 ? 0 : 1 + random.nextInt(lines.size() - 1);
    String nasty = NASTY.get(random.nextInt(NASTY.size()));
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> lines.get(row).set(column, nasty);
      case 3 -> everyRow(column, row, nasty, 1 + random.nextInt(4));
      case 4 -> everyRow(column, 0, nasty, 1);
      case 5 -> everyRow(column, 0, lines.get(row).get(column), 1);
      case 6 -> {
        if (lines.get(0).size() > 1) {
          lines.forEach(line -> line.remove(column));
        }
      }
      case 7 -> lines.forEach(line -> line.add(line.get(column)));
      case 8 -> lines.forEach(line -> line.add(column, line.get(line.size() - 1) + "2"));
      case 9 -> lines.get(0).set(column, nasty);
      case 10 ->
          lines.get(0).set(column, lines.get(0).get(column).toUpperCase(java.util.Locale.ROOT));
      case 11 -> lines.subList(random.nextInt(1, lines.size() + 1), lines.size()).clear();
      case 12 -> {
        List<String> again = lines.get(row);
        int times = random.nextInt(1, 60);
        for (int i = 0; i < times; i++) {
          lines.add(new ArrayList<>(again));
        }
      }
      case 13 -> Collections.swap(lines, row, random.nextInt(lines.size()));
      case 14 -> rareClass(column, row);
      default -> huge(column, random);
    }
  }

  private void everyRow(int column, int from, String value, int step) {
    for (int i = Math.max(1, from); i < lines.size(); i += step) {
      lines.get(i).set(column, value);
    }
  }

  /** One row has its value alone. */
  private void rareClass(int column, int row) {
    String rare = lines.get(row).get(column);
    for (int i = 1; i < lines.size(); i++) {
      if (i != row && lines.get(i).get(column).equals(rare)) {
        lines.get(i).set(column, lines.get(i == 1 ? lines.size() - 1 : i - 1).get(column));
      }
    }
  }

  private void huge(int column, SplittableRandom random) {
    double scale = Math.pow(10, random.nextInt(-320, 320)) * (random.nextBoolean() ? 1 : -1);
    for (int i = 1; i < lines.size(); i++) {
      lines.get(i).set(column, Double.toString(i * scale));
    }
  }

  /** Rows without the header. */
  int rows() {
    return lines.size() - 1;
  }

  /**
   * A file of the table.
   *
   * @param path where it lies
   * @param rows how many it must be read to have, where an independent count can tell
   */
  record File(Path path, OptionalInt rows) {}

  /** Lays the table out; in one of four files bytes are damaged besides. */
  File write(Path folder, Layout layout, SplittableRandom random) throws IOException, SQLException {
    Path path = lay(folder, layout, random);
    if (random.nextInt(4) > 0) {
      return new File(path, OptionalInt.of(rows()));
    }
    byte[] damaged = FuzzedBytes.of(Files.readAllBytes(path), random);
    Files.write(path, damaged);
    return new File(
        path, layout == Layout.CSV ? FuzzedBytes.plainLines(damaged) : OptionalInt.empty());
  }

  /** Writes {@code t.csv} and the like into the folder. */
  Path lay(Path folder, Layout layout, SplittableRandom random) throws IOException, SQLException {
    Path path = folder.resolve("t." + layout.ending);
    Files.deleteIfExists(path);
    if (layout == Layout.PARQUET) {
      parquet(path);
    } else {
      Files.write(path, bytes(layout, random));
    }
    return path;
  }

  private byte[] bytes(Layout layout, SplittableRandom random) {
    if (layout == Layout.CSV) {
      String delimiter = List.of(",", ",", ";", "\t", "|").get(random.nextInt(5));
      String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
      String text =
          lines.stream()
              .map(
                  line ->
                      line.stream().map(FuzzedTable::quoted).collect(Collectors.joining(delimiter)))
              .collect(Collectors.joining(end, random.nextInt(6) == 0 ? "\uFEFF" : "", end));
      return text.getBytes(StandardCharsets.UTF_8);
    }
    boolean array = layout == Layout.ARRAY;
    return lines.stream()
        .skip(1)
        .map(this::object)
        .collect(Collectors.joining(array ? ",\n" : "\n", array ? "[" : "", array ? "]\n" : "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> "\",;\t|\r\n".indexOf(c) >= 0) || cell.isEmpty()
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  private String object(List<String> line) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      String value = line.get(i);
      boolean bare = value.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(e[0-9]+)?|null|true|\\{}|\\[1]");
      members.add(string(lines.get(0).get(i)) + ":" + (bare ? value : string(value)));
    }
    return "{" + String.join(",", members) + "}";
  }

  private static String string(String text) {
    return text.chars()
        .mapToObj(
            c ->
                c == '"' || c == '\\'
                    ? "\\" + (char) c
                    : c < ' ' ? "\\u%04x".formatted(c) : Character.toString((char) c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  /** Columns whose every cell is a number are numbers, the others texts. */
  private void parquet(Path path) throws SQLException {
    List<String> columns = new ArrayList<>();
    List<Boolean> number = new ArrayList<>();
    for (int i = 0; i < lines.get(0).size(); i++) {
      int column = i;
      boolean all =
          lines.stream()
              .skip(1)
              .allMatch(line -> line.get(column).matches("-?[0-9]{1,9}(\\.[0-9]+)?"));
      number.add(all);
      columns.add("\"c%d\" %s".formatted(i, all ? "DOUBLE" : "VARCHAR"));
    }
    try (Connection db = java.sql.DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement()) {
      statement.execute("CREATE TABLE t(" + String.join(", ", columns) + ")");
      String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
      try (PreparedStatement insert = db.prepareStatement("INSERT INTO t VALUES (" + marks + ")")) {
        for (List<String> line : lines.subList(1, lines.size())) {
          for (int i = 0; i < line.size(); i++) {
            if (number.get(i)) {
              insert.setDouble(i + 1, Double.parseDouble(line.get(i)));
            } else {
              insert.setString(i + 1, line.get(i).equals("null") ? null : line.get(i));
            }
          }
          insert.execute();
        }
      }
      List<String> named = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        String name = lines.get(0).get(i).replace("\u0000", "");
        if (name.isEmpty() || named.stream().anyMatch(each -> each.endsWith("\"" + name + "\""))) {
          continue;
        }
        named.add("c%d AS \"%s\"".formatted(i, name.replace("\"", "\"\"")));
      }
      statement.execute(
          "COPY (SELECT %s FROM t) TO '%s' (FORMAT parquet)"
              .formatted(String.join(", ", named), path));
    }
  }
}
