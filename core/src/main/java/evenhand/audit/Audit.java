package evenhand.audit;

import java.util.List;

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

  /** The attribute of that name. */
  public AttributeAudit attribute(String name) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no attribute " + name));
  }
}
