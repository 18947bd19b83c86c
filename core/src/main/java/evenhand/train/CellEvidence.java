package evenhand.train;

import evenhand.audit.AttributeAudit;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import java.util.Comparator;
import java.util.Optional;

/**
 * The accuracy in each of the cells whose worst a method aims at, on one part of the rows.
 *
 * @param part of the rows
 * @param model of its decisions
 * @param plain of the plain model's, on the same cells
 */
public record CellEvidence(Part part, AttributeAudit model, AttributeAudit plain) {

  /** The metric by which the worst cell is told. */
  public static final String ACCURACY = "accuracy";

  /**
   * The least accurate cell.
   *
   * @param cell of those whose accuracy is known; empty where none is
   * @param reason why the accuracy of another one, which may be the worst, is unknown; empty where
   *     all are known
   */
  public record Worst(Optional<GroupAudit> cell, Optional<String> reason) {}

  /**
   * @param audited either model's
   */
  public static Worst worst(AttributeAudit audited) {
    return new Worst(
        audited.groups().stream()
            .filter(each -> accuracy(each).value().isPresent())
            .min(Comparator.comparingDouble(each -> accuracy(each).value().getAsDouble())),
        audited.groups().stream()
            .flatMap(each -> accuracy(each).reason().map(why -> each.name() + ": " + why).stream())
            .findFirst());
  }

  /** Of one cell. */
  public static Measurement accuracy(GroupAudit cell) {
    Measurement measured = cell.metrics().get(ACCURACY);
    if (measured == null) {
      throw new IllegalArgumentException("no accuracy was measured of " + cell.name());
    }
    return measured;
  }
}
