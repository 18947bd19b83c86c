package evenhand.papers;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run of one method.
 *
 * @param method lower case, digits, dots and hyphens: part of a file's name
 * @param seed of everything random in it
 * @param configuration all that its figures depend on, to the last option
 */
public record CellId(String method, long seed, SortedMap<String, String> configuration) {

  public CellId {
    if (!method.matches("[a-z0-9][a-z0-9.-]{0,60}")) {
      throw new IllegalArgumentException(
          "a cell's method is lower case, digits, dots and hyphens, was " + method);
    }
    configuration = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(configuration));
  }

  public CellId(String method, long seed, Map<String, String> configuration) {
    this(method, seed, new TreeMap<>(configuration));
  }

  String fileName() {
    return method + "-seed" + seed + ".json";
  }
}
