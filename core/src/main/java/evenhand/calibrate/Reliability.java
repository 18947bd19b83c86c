package evenhand.calibrate;

import evenhand.audit.Audit;
import evenhand.audit.AuditOptions;
import evenhand.audit.BinaryOutcomes;
import evenhand.data.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What some probabilities are worth on rows that they were not fitted to: calibration, and every
 * rate and gap of the decisions that accept from one half on.
 *
 * @param overall all rows together
 * @param attributes each, and their intersection where there are several
 * @param audit of the decisions and the probabilities
 */
public record Reliability(
    GroupReliability overall, List<AttributeReliability> attributes, Audit audit) {

  /** From which probability on a row is accepted in {@link #audit}. */
  public static final double THRESHOLD = 0.5;

  public Reliability {
    attributes = List.copyOf(attributes);
  }

  /** Each of the sample, and the intersection of several; none has an empty group. */
  static List<Groups> attributes(CalibrationSample sample) {
    List<Groups> attributes = new ArrayList<>();
    sample.groups().forEach(groups -> attributes.add(groups.withoutEmpty()));
    if (attributes.size() > 1) {
      attributes.add(Groups.cross(List.copyOf(attributes)));
    }
    return attributes;
  }

  /**
   * Measures.
   *
   * @param probabilities shape [n], in [0, 1]
   * @param sample the labels, weights and groups of the n rows; its scores are not looked at
   */
  public static Reliability of(
      double[] probabilities, CalibrationSample sample, AuditOptions options) {
    List<Groups> attributes = attributes(sample);
    Groups everyone = new Groups("all", List.of("overall"), new int[probabilities.length]);
    List<Groups> audited = attributes.isEmpty() ? List.of(everyone) : attributes;
    ScoredRows rows = sample.rows();
    BinaryOutcomes outcomes =
        BinaryOutcomes.of(rows.labels())
            .withScores(probabilities)
            .withDecisions(Arrays.stream(probabilities).map(p -> p >= THRESHOLD ? 1 : 0).toArray());
    boolean weighted = Arrays.stream(rows.weights()).anyMatch(weight -> weight != 1);
    Audit audit =
        Audit.of(weighted ? outcomes.withWeights(rows.weights()) : outcomes, audited, options);
    ReliabilityMeasures measures = new ReliabilityMeasures(probabilities, rows, options);
    return new Reliability(
        measures.overall(audit.attributes().get(0).overall(), everyone),
        attributes.stream()
            .map(groups -> measures.attribute(audit.attribute(groups.attribute()), groups))
            .toList(),
        audit);
  }
}
