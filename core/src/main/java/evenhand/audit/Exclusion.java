package evenhand.audit;

import evenhand.data.DataException;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows that are left out of an audit because of their group.
 *
 * @param kept indices of the rows that stay, ascending, at least one
 * @param excluded what was asked, in that order; a row counts for the first that holds it
 */
public record Exclusion(int[] kept, List<AuditSubject.Excluded> excluded) {

  public Exclusion {
    excluded = List.copyOf(excluded);
  }

  /**
   * @param asked each such as {@code sex=Unknown}
   * @param attributes partitions of the same rows
   * @throws DataException for what names no group of theirs, and when no row stays
   */
  public static Exclusion of(List<String> asked, List<Groups> attributes) {
    int rows = attributes.get(0).size();
    boolean[] out = new boolean[rows];
    List<AuditSubject.Excluded> excluded = new ArrayList<>();
    for (String each : asked) {
      Groups owner =
          attributes.stream()
              .filter(groups -> each.startsWith(groups.attribute() + "="))
              .max(Comparator.comparingInt(groups -> groups.attribute().length()))
              .orElseThrow(() -> noAttribute(each, attributes));
      String name = each.substring(owner.attribute().length() + 1);
      int code = owner.names().indexOf(name);
      if (code < 0) {
        throw new DataException(
            "--exclude %s: %s has no group %s; it has %s"
                .formatted(each, owner.attribute(), name, String.join(", ", owner.names())));
      }
      long found = 0;
      for (int i = 0; i < rows; i++) {
        if (owner.codes()[i] == code && !out[i]) {
          out[i] = true;
          found++;
        }
      }
      excluded.add(new AuditSubject.Excluded(owner.attribute(), name, found));
    }
    int[] kept = IntStream.range(0, rows).filter(i -> !out[i]).toArray();
    if (kept.length == 0) {
      throw new DataException("--exclude %s leaves no row".formatted(String.join(", ", asked)));
    }
    return new Exclusion(kept, excluded);
  }

  private static DataException noAttribute(String each, List<Groups> attributes) {
    return new DataException(
        "--exclude %s names no group column; write it like sex=Unknown, with one of %s"
            .formatted(
                each, String.join(", ", attributes.stream().map(Groups::attribute).toList())));
  }

  /** The same partition of the rows that stay. */
  public Groups of(Groups groups) {
    return excluded.isEmpty() ? groups : groups.select(kept).withoutEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Exclusion that
        && Arrays.equals(kept, that.kept)
        && excluded.equals(that.excluded);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(kept) + excluded.hashCode();
  }

  @Override
  public String toString() {
    return "Exclusion[" + kept.length + " rows kept, " + excluded + "]";
  }
}
