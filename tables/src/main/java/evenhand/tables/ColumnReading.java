package evenhand.tables;

import evenhand.data.DataException;
import evenhand.data.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What every kind of table must have. */
final class ColumnReading {

  private ColumnReading() {}

  static void requireKnown(String origin, List<String> names, ReadOptions options) {
    Set<String> known = new HashSet<>(names);
    for (String typed : new TreeSet<>(options.types().keySet())) {
      if (!known.contains(typed)) {
        throw new DataException(
            "%s has no column %s, which the model learned from or --type names; it has %s"
                .formatted(origin, typed, Table.some(names)));
      }
    }
  }

  static void requireRows(String origin, long rows) {
    if (rows == 0) {
      throw new DataException(
          "%s has no rows under its header; at least one is needed".formatted(origin));
    }
  }
}
