package evenhand.audit;

import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An audit of a table, from the columns to what is known of them.
 *
 * @param columns what came true and what was decided
 * @param groups columns that name groups, at least one
 * @param intersect whether the intersection of all of them is measured too
 * @param exclude groups whose rows are left out, such as {@code sex=Unknown}
 * @param options how surely
 * @param references against what
 */
public record AuditJob(
    OutcomeColumns columns,
    List<GroupColumn> groups,
    boolean intersect,
    List<String> exclude,
    AuditOptions options,
    References references) {

  public AuditJob {
    groups = List.copyOf(groups);
    exclude = List.copyOf(exclude);
  }

  /** What was measured, and of what. */
  public record Result(Audit audit, AuditSubject subject) {}

  /**
   * @throws evenhand.data.DataException with file, row and column of what is wrong
   */
  public Result run(Table table) {
    List<Groups> all = groups.stream().map(column -> column.of(table)).toList();
    Exclusion exclusion = Exclusion.of(exclude, all);
    List<Groups> attributes = new ArrayList<>(all.stream().map(exclusion::of).toList());
    List<String> remarks = UnknownGroup.remarks(attributes);
    if (intersect && attributes.size() > 1) {
      attributes.add(Groups.cross(List.copyOf(attributes)));
    }
    OutcomeColumns.Found found = columns.read(table, exclusion.kept());
    Audit audit = Audit.of(found.outcomes(), attributes, options, references);
    AuditSubject subject =
        new AuditSubject(
            AuditSubject.nameOf(table.origin()),
            found.task(),
            found.label(),
            found.decision(),
            found.label().isPresent() ? columns.score() : java.util.Optional.empty(),
            columns.weight(),
            table.rows(),
            exclusion.excluded(),
            references.minShare(),
            Stream.concat(found.remarks().stream(), remarks.stream()).toList());
    return new Result(audit, subject);
  }
}
