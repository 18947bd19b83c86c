package evenhand.tables;

import evenhand.data.DataException;
import evenhand.tables.StagedTable.Content;
import evenhand.tables.StagedTable.Staged;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brings into DuckDB what has types of its own: Parquet, JSON and the results of queries. */
final class TypedSource {

  /** From this on a double may not show an integer's last digits. */
  private static final String TOO_LARGE = "1e15";

  private static final String INTEGER = "U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\\(.*";
  private static final int SLICE = 64;

  private TypedSource() {}

  /**
   * @param table to make in DuckDB
   * @param select a query, whole
   */
  static StagedTable stage(DuckDb db, String origin, String table, String select)
      throws SQLException {
    List<List<String>> described = db.rows("DESCRIBE " + select);
    String ids =
        IntStream.range(0, described.size())
            .mapToObj(i -> "c" + i)
            .collect(Collectors.joining(", "));
    db.execute(
        "CREATE TABLE %s AS SELECT * FROM (%s\n) AS selected(%s)".formatted(table, select, ids));
    return new StagedTable(origin, table, staged(db, table, described));
  }

  /**
   * @throws DataException for more columns than allowed or a name that occurs twice
   */
  static void requireNames(DuckDb db, String origin, String select, ReadOptions options)
      throws SQLException {
    List<String> names = db.rows("DESCRIBE " + select).stream().map(row -> row.get(0)).toList();
    if (names.size() > options.limits().columns()) {
      throw new DataException(
          "%s has %d columns, more than the %d allowed"
              .formatted(origin, names.size(), options.limits().columns()));
    }
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer before = first.putIfAbsent(names.get(i), i);
      if (before != null) {
        throw new DataException(
            "%s: the name %s stands at columns %d and %d; every column needs its own name"
                .formatted(origin, names.get(i), before + 1, i + 1));
      }
    }
  }

  private static List<Staged> staged(DuckDb db, String table, List<List<String>> described)
      throws SQLException {
    Set<String> large = new HashSet<>();
    List<String> integers =
        IntStream.range(0, described.size())
            .filter(i -> described.get(i).get(1).matches(INTEGER))
            .mapToObj(i -> "c" + i)
            .toList();
    for (int from = 0; from < integers.size(); from += SLICE) {
      List<String> ids = integers.subList(from, Math.min(from + SLICE, integers.size()));
      String counts =
          ids.stream()
              .map(id -> "count(*) FILTER (abs(%s::DOUBLE) >= %s)".formatted(id, TOO_LARGE))
              .collect(Collectors.joining(", "));
      List<String> found = db.row("SELECT %s FROM %s".formatted(counts, table));
      for (int i = 0; i < ids.size(); i++) {
        if (!found.get(i).equals("0")) {
          large.add(ids.get(i));
        }
      }
    }
    List<Staged> columns = new ArrayList<>();
    for (int i = 0; i < described.size(); i++) {
      String id = "c" + i;
      columns.add(staged(described.get(i), id, large.contains(id)));
    }
    return columns;
  }

  private static Staged staged(List<String> described, String id, boolean large) {
    String name = described.get(0);
    String type = described.get(1);
    if (type.equals("FLOAT") || type.equals("DOUBLE") || (type.matches(INTEGER) && !large)) {
      return new Staged(name, id, id + "::DOUBLE", Content.NUMBER);
    }
    String text = type.equals("JSON") ? "(%s ->> '$')".formatted(id) : id + "::VARCHAR";
    return new Staged(name, id, text, Content.CATEGORY);
  }

  /**
   * A query for a JSON file in which texts stay as they stand: DuckDB alone would rewrite those
   * that look like dates, and show objects and lists in a way of its own.
   */
  static String json(DuckDb db, String path, String compression) throws SQLException {
    String read =
        "SELECT * FROM read_json(%s, format='auto', records=true, sample_size=-1,"
            + " map_inference_threshold=-1, compression=%s%s)";
    String found = read.formatted(path, compression, "");
    List<List<String>> described = db.rows("DESCRIBE " + found);
    if (described.stream().allMatch(column -> isKept(column.get(1)))) {
      return found;
    }
    String columns =
        described.stream()
            .map(
                column ->
                    "%s: '%s'".formatted(DuckDb.literal(column.get(0)), jsonType(column.get(1))))
            .collect(Collectors.joining(", "));
    return read.formatted(path, compression, ", columns={" + columns + "}");
  }

  private static boolean isKept(String type) {
    return type.equals("FLOAT")
        || type.equals("DOUBLE")
        || type.equals("BOOLEAN")
        || type.equals("VARCHAR")
        || type.equals("JSON")
        || type.matches(INTEGER);
  }

  private static String jsonType(String type) {
    if (isKept(type)) {
      return type;
    }
    return type.matches("(DATE|TIME|TIMESTAMP|UUID|INTERVAL)[A-Z_ ]*") ? "VARCHAR" : "JSON";
  }
}
