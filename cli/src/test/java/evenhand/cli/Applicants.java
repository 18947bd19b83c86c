package evenhand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A small table of made-up people, right in every cell until a test spoils one. */
final class Applicants {

  static final int ROWS = 80;

  private static final List<String> COLUMNS =
      List.of("income", "city", "sex", "weight", "estimate", "decision", "approved");

  private final List<List<String>> lines = new ArrayList<>();

  Applicants() {
    lines.add(new ArrayList<>(COLUMNS));
    for (int i = 0; i < ROWS; i++) {
      int income = 20 + (i * 37) % 61;
      String approved = (i * 7) % 10 < (income > 50 ? 7 : 3) ? "yes" : "no";
      lines.add(
          new ArrayList<>(
              List.of(
                  Integer.toString(income),
                  List.of("north", "south", "west").get(i % 3),
                  i % 2 == 0 ? "Female" : "Male",
                  Integer.toString(1 + i % 3),
                  Double.toString((i * 13 % 100) / 100.0),
                  income > 45 ? "yes" : "no",
                  approved)));
    }
  }

  /**
   * @param row from 1, without the header
   */
  Applicants set(int row, String column, String value) {
    lines.get(row).set(COLUMNS.indexOf(column), value);
    return this;
  }

  Applicants setAll(String column, String value) {
    IntStream.rangeClosed(1, ROWS).forEach(row -> set(row, column, value));
    return this;
  }

  /** Another name for a column; the same name as another's makes a duplicate. */
  Applicants rename(String column, String name) {
    return set(0, column, name);
  }

  /** One cell too many in that row. */
  Applicants lengthen(int row) {
    lines.get(row).add("more");
    return this;
  }

  Applicants reverse() {
    Collections.reverse(lines.subList(1, lines.size()));
    return this;
  }

  /** Writes CSV, and returns the file's name. */
  String in(Path folder, String name) {
    try {
      Files.write(
          folder.resolve(name), lines.stream().map(line -> String.join(",", line)).toList());
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
