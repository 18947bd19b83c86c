package evenhand.audit;

import evenhand.data.Groups;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The result of an audit: every metric per group, per attribute and overall, with evidence.
 *
 * @param rows how many rows were measured
 * @param attributes in the order asked for, intersections after their parts
 * @param confidence of every interval, such as 0.95
 * @param minRows groups with fewer rows are shown as insufficient evidence
 * @param notes sentences a reader must know, such as that weights were used
 */
public record Audit(
    long rows,
    List<AttributeAudit> attributes,
    double confidence,
    int minRows,
    List<String> notes) {

  public Audit {
    attributes = List.copyOf(attributes);
    notes = List.copyOf(notes);
  }

  /**
   * Measures outcomes between the groups of each attribute. The same arguments give the same audit,
   * on any number of threads. Intersections come in as groups made by {@link Groups#cross}.
   *
   * @param attributes partitions of the outcomes' rows, with different names, at least one
   * @throws evenhand.data.DataException when there is no attribute, one is given twice, or has
   *     other rows than the outcomes
   */
  public static Audit of(Outcomes outcomes, List<Groups> attributes, AuditOptions options) {
    return of(outcomes, attributes, options, References.defaults());
  }

  /**
   * The same with references of one's own.
   *
   * @throws evenhand.data.DataException also when a reference names no group
   */
  public static Audit of(
      Outcomes outcomes, List<Groups> attributes, AuditOptions options, References references) {
    return Auditor.audit(outcomes, attributes, options, references);
  }

  /**
   * A metric of all rows together; empty where it is undefined or was not measured.
   *
   * @param metric such as {@code accuracy}
   */
  public OptionalDouble overall(String metric) {
    return attributes.stream()
        .map(attribute -> attribute.overall().metrics().get(metric))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Measurement::value)
        .orElse(OptionalDouble.empty());
  }

  /** The attribute of that name. */
  public AttributeAudit attribute(String name) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no attribute " + name));
  }
}
