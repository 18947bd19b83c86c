package evenhand.columns;

import evenhand.data.DecimalSign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people said of a table's columns.
 *
 * @param given label, weight and groups; a group column that is also to be learned from is not
 *     among them
 * @param groups columns that name groups, whether or not they are learned from
 * @param features the columns to learn from; empty: those that are left
 * @param leftOut columns not to learn from, with the reason
 * @param typed columns whose type somebody declared
 * @param decimal the sign before the decimals of numbers in texts
 */
public record ColumnRoles(
    Map<String, ColumnRole> given,
    Set<String> groups,
    Optional<List<String>> features,
    Map<String, String> leftOut,
    Set<String> typed,
    DecimalSign decimal) {

  public ColumnRoles {
    given = Map.copyOf(given);
    groups = Set.copyOf(groups);
    features = features.map(List::copyOf);
    leftOut = Map.copyOf(leftOut);
    typed = Set.copyOf(typed);
  }
}
