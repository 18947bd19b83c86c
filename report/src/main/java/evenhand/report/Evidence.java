package evenhand.report;

import evenhand.audit.Audit;
import evenhand.audit.Measurement;
import evenhand.parity.Requirement;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import java.util.List;
import java.util.OptionalDouble;

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

  /** A metric of all rows together. */
  static OptionalDouble overall(Audit audit, String metric) {
    return audit.attributes().stream()
        .map(attribute -> attribute.overall().metrics().get(metric))
        .filter(measurement -> measurement != null)
        .findFirst()
        .map(Measurement::value)
        .orElse(OptionalDouble.empty());
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
