package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.parity.Requirement;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import java.util.List;
import java.util.Optional;

/** Looks things up in evidence. */
final class Evidence {

  private Evidence() {}

  /** Each once, in the order stated. */
  static List<Requirement> requirements(TrainingEvidence evidence) {
    return evidence.requirements().stream()
        .map(RequirementEvidence::requirement)
        .distinct()
        .toList();
  }

  /** One requirement on every part. */
  static List<RequirementEvidence> of(TrainingEvidence evidence, Requirement requirement) {
    return evidence.requirements().stream()
        .filter(measured -> measured.requirement().equals(requirement))
        .toList();
  }

  static Optional<GroupAudit> group(AttributeAudit attribute, String name) {
    return attribute.groups().stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** A metric of a group; empty where it was not measured, or there is no such group. */
  static Optional<Measurement> metric(Optional<GroupAudit> group, String metric) {
    return group.flatMap(audited -> Optional.ofNullable(audited.metrics().get(metric)));
  }

  /** Whether the decisions differ from the acceptance probabilities they were drawn from. */
  static boolean isRandomised(RequirementEvidence measured) {
    return measured.expected().isPresent() && !measured.expected().equals(measured.value());
  }

  /** The measured value with as many digits as tell it from the bound. */
  static String value(RequirementEvidence measured) {
    return measured.value().isPresent()
        ? Numbers.against(measured.value().getAsDouble(), measured.requirement().bound())
        : Numbers.NONE;
  }
}
