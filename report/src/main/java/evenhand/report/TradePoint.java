package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.Measurement;
import evenhand.audit.ParityMeasurement;
import evenhand.parity.Requirement;
import java.util.Optional;

/**
 * Where a model stands between accuracy and a required gap.
 *
 * @param gap with a value
 * @param accuracy of all rows, with a value
 */
record TradePoint(ParityMeasurement gap, Measurement accuracy) {

  static final String ACCURACY = "accuracy";

  /**
   * Of one model on some rows; empty when its gap or its accuracy has no value.
   *
   * @param requirement of one named attribute
   */
  static Optional<TradePoint> of(Audit audit, Requirement requirement) {
    AttributeAudit attribute = audit.attribute(requirement.attribute().orElseThrow());
    Optional<Measurement> accuracy =
        Evidence.metric(Optional.of(attribute.overall()), ACCURACY)
            .filter(measured -> measured.value().isPresent());
    return gap(attribute, requirement)
        .filter(measured -> measured.value().isPresent())
        .flatMap(measured -> accuracy.map(found -> new TradePoint(measured, found)));
  }

  /** What the requirement compares with its bound; empty when it was not measured. */
  static Optional<ParityMeasurement> gap(AttributeAudit attribute, Requirement requirement) {
    return attribute.parities().stream()
        .filter(measured -> measured.parity() == requirement.parity())
        .filter(measured -> measured.comparison() == requirement.comparison())
        .filter(measured -> measured.kind() == requirement.kind())
        .findFirst();
  }
}
