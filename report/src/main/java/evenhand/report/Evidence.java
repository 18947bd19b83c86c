package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.parity.Condition;
import evenhand.parity.RateBound;
import evenhand.parity.Requirement;
import evenhand.train.ConditionEvidence;
import evenhand.train.PartEvidence;
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

  /** Whether they do on some part. */
  static boolean isRandomised(List<RequirementEvidence> parts) {
    return parts.stream().anyMatch(Evidence::isRandomised);
  }

  /** Whether what is expected of a part was measured apart from what was drawn. */
  static boolean isRandomised(PartEvidence part) {
    return !part.expected().equals(part.decisions());
  }

  /** What the verdict is of, with as many digits as tell it from the bound. */
  static String judged(ConditionEvidence measured) {
    return measured.expected().isPresent()
        ? Numbers.against(measured.expected().getAsDouble(), bound(measured.condition()))
        : Numbers.NONE;
  }

  /** Whether the bound lies inside the interval, so that other rows could turn the verdict. */
  static boolean isUndecided(ConditionEvidence measured) {
    double bound = bound(measured.condition());
    return measured.reason().isEmpty()
        && measured.low().isPresent()
        && measured.high().isPresent()
        && measured.low().getAsDouble() <= bound
        && bound < measured.high().getAsDouble();
  }

  private static double bound(Condition condition) {
    return condition instanceof Requirement requirement
        ? requirement.bound()
        : ((RateBound) condition).bound();
  }
}
