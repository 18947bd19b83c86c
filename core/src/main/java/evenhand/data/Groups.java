package evenhand.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A partition of rows by one attribute of people, or by several at once ({@link #cross}). The codes
 * are handed over, not copied.
 *
 * @param attribute such as {@code sex}, or {@code sex&race} for an intersection
 * @param names of the groups, without repetition
 * @param codes shape [n], each in [0, names.size())
 * @param crossed the attributes of which it is the intersection; empty: it is none
 */
public record Groups(String attribute, List<String> names, int[] codes, List<String> crossed) {

  private static final char CROSS = '&';

  /** Of one attribute. */
  public Groups(String attribute, List<String> names, int[] codes) {
    this(attribute, names, codes, List.of());
  }

  public Groups {
    names = List.copyOf(names);
    crossed = List.copyOf(crossed);
    for (int code : codes) {
      if (code < 0 || code >= names.size()) {
        throw new IllegalArgumentException(
            "group code %d of %s is outside [0, %d)".formatted(code, attribute, names.size()));
      }
    }
  }

  /** Groups by distinct value, in alphabetical order of the names. */
  public static Groups of(String attribute, List<String> values) {
    Map<String, Integer> codeOf = new TreeMap<>();
    for (String value : values) {
      codeOf.put(value, 0);
    }
    int next = 0;
    for (Map.Entry<String, Integer> entry : codeOf.entrySet()) {
      entry.setValue(next++);
    }
    int[] codes = new int[values.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Objects.requireNonNull(codeOf.get(values.get(i)));
    }
    return new Groups(attribute, List.copyOf(codeOf.keySet()), codes);
  }

  /**
   * The intersection of several partitions: only combinations that occur, in order of their codes.
   */
  public static Groups cross(List<Groups> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("an intersection needs at least one attribute");
    }
    int n = parts.get(0).size();
    long[] keys = new long[n];
    for (Groups part : parts) {
      if (part.size() != n) {
        throw new IllegalArgumentException(
            "attributes differ in rows: " + n + " and " + part.size());
      }
      for (int i = 0; i < n; i++) {
        keys[i] =
            Math.addExact(Math.multiplyExact(keys[i], (long) part.names().size()), part.codes()[i]);
      }
    }
    long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      codes[i] = Arrays.binarySearch(distinct, keys[i]);
    }
    List<String> names = new ArrayList<>();
    for (long key : distinct) {
      names.add(crossName(parts, key));
    }
    if (parts.size() == 1) {
      return new Groups(parts.get(0).attribute(), names, codes, parts.get(0).crossed());
    }
    List<String> attributes = parts.stream().map(Groups::attribute).toList();
    return new Groups(
        crossed(attributes),
        names,
        codes,
        parts.stream()
            .flatMap(
                part ->
                    part.crossed().isEmpty()
                        ? Stream.of(part.attribute())
                        : part.crossed().stream())
            .toList());
  }

  /**
   * The name of an intersection of attributes, or of one of its groups: {@code sex&race}; what has
   * the sign in its own name stands in quotes, so that different names stay different.
   */
  public static String crossed(List<String> names) {
    return NameList.join(names, CROSS);
  }

  /**
   * The attributes that a name such as {@code sex&race} means: the one of that very name, else
   * those that it joins.
   *
   * @param known names of single attributes
   * @return empty where it names others
   */
  public static List<String> attributes(String name, List<String> known) {
    return known.contains(name)
        ? List.of(name)
        : NameList.split(name, CROSS, known::contains).orElse(List.of());
  }

  private static String crossName(List<Groups> parts, long key) {
    String[] names = new String[parts.size()];
    long rest = key;
    for (int p = parts.size() - 1; p >= 0; p--) {
      List<String> partNames = parts.get(p).names();
      names[p] = partNames.get((int) (rest % partNames.size()));
      rest /= partNames.size();
    }
    return crossed(Arrays.asList(names));
  }

  /** n: the number of rows. */
  public int size() {
    return codes.length;
  }

  /** Rows of each group, shape [names.size()]. */
  public int[] counts() {
    int[] counts = new int[names.size()];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }

  /** The same groups for the given rows; a group may be left without rows. */
  public Groups select(int[] rows) {
    int[] picked = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = codes[rows[i]];
    }
    return new Groups(attribute, names, picked, crossed);
  }

  /**
   * The same partition with names that were seen before in front, in their order, whether or not
   * they have rows here.
   */
  public Groups after(List<String> known) {
    List<String> all = new ArrayList<>(known);
    int[] newCode = new int[names.size()];
    for (int g = 0; g < newCode.length; g++) {
      newCode[g] = known.indexOf(names.get(g));
      if (newCode[g] < 0) {
        newCode[g] = all.size();
        all.add(names.get(g));
      }
    }
    int[] recoded = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      recoded[i] = newCode[codes[i]];
    }
    return new Groups(attribute, all, recoded, crossed);
  }

  /** The same partition without the groups that have no rows. */
  public Groups withoutEmpty() {
    int[] counts = counts();
    Map<Integer, Integer> renumbered = new LinkedHashMap<>();
    List<String> kept = new ArrayList<>();
    for (int g = 0; g < counts.length; g++) {
      if (counts[g] > 0) {
        renumbered.put(g, kept.size());
        kept.add(names.get(g));
      }
    }
    int[] recoded = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      recoded[i] = Objects.requireNonNull(renumbered.get(codes[i]));
    }
    return new Groups(attribute, kept, recoded, crossed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Groups that
        && attribute.equals(that.attribute)
        && names.equals(that.names)
        && crossed.equals(that.crossed)
        && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * attribute.hashCode() + names.hashCode()) + Arrays.hashCode(codes);
  }

  @Override
  public String toString() {
    return "Groups[" + attribute + " " + names + ", " + codes.length + " rows]";
  }
}
