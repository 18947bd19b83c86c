package evenhand.report;

import evenhand.audit.Audit;
import evenhand.audit.ParityMeasurement;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.train.Part;
import evenhand.train.PartEvidence;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The evidence of a training run on Adult, with its true numbers of rows and outcomes per sex and
 * race in the test table; the decisions are made up to look like those of a logistic regression.
 */
final class AdultEvidence {

  private static final Requirement REQUIREMENT =
      Requirement.parse("demographic_parity:to_overall<=0.02@sex");

  private AdultEvidence() {}

  static TrainingEvidence training() {
    return training("Female", "Male");
  }

  /** The same run with other names for the groups. */
  static TrainingEvidence training(String female, String male) {
    List<PartEvidence> parts = new ArrayList<>();
    parts.add(part(Part.TRAINING, 1.6, 0.0, female, male));
    parts.add(part(Part.VALIDATION, 0.4, 0.004, female, male));
    parts.add(part(Part.TEST, 1, 0.011, female, male));
    List<RequirementEvidence> requirements =
        parts.stream().map(AdultEvidence::requirement).toList();
    return new TrainingEvidence(
        "income",
        ">50K",
        List.of("sex", "race"),
        requirements,
        parts,
        List.of(),
        List.of(
            "demographic_parity:to_overall<=0.02@sex is tighter than 6512 validation rows can show: the gap on new rows may lie 0.011 from the one fitted."),
        search(),
        configuration(),
        evenhand.columns.ColumnReview.NONE,
        fingerprints());
  }

  /**
   * The same run of a model that decides by chance.
   *
   * @param below how far the expected gap lies below the drawn one
   */
  static TrainingEvidence randomised(double below) {
    TrainingEvidence drawn = training();
    return new TrainingEvidence(
        drawn.label(),
        drawn.positive(),
        drawn.attributes(),
        drawn.requirements().stream().map(measured -> expecting(measured, below)).toList(),
        drawn.parts().stream()
            .map(
                part ->
                    new PartEvidence(
                        part.part(),
                        part.rows(),
                        part.decisions(),
                        audit(1, 0.002, "Female", "Male"),
                        part.plain()))
            .toList(),
        drawn.cells(),
        drawn.warnings(),
        drawn.search(),
        drawn.configuration(),
        drawn.columns(),
        drawn.fingerprints());
  }

  private static RequirementEvidence expecting(RequirementEvidence drawn, double below) {
    double expected = drawn.value().orElseThrow() - below;
    return new RequirementEvidence(
        drawn.requirement(),
        drawn.part(),
        drawn.value(),
        drawn.low(),
        drawn.high(),
        OptionalDouble.of(expected),
        drawn.plain(),
        REQUIREMENT.isMetBy(expected) ? Verdict.MET : Verdict.NOT_MET,
        drawn.reason());
  }

  private static PartEvidence part(
      Part part, double scale, double drift, String female, String male) {
    Audit decisions = audit(scale, drift, female, male);
    return new PartEvidence(
        part, decisions.rows(), decisions, decisions, plain(scale, female, male));
  }

  /** Decisions under the requirement; {@code drift} widens the gap. */
  static Audit audit(double scale, double drift, String female, String male) {
    return Audits.of(
        Audits.attribute(
            "sex",
            List.of(
                cells(female, scale * 5421, 0.1088, 0.175 - drift, 0.45),
                cells(male, scale * 10860, 0.2998, 0.195 + drift, 0.79))),
        Audits.attribute(
            "race",
            List.of(
                cells("Amer-Indian-Eskimo", scale * 159, 0.1195, 0.12, 0.6),
                cells("Asian-Pac-Islander", scale * 480, 0.2771, 0.24, 0.68),
                cells("Black", scale * 1561, 0.1147, 0.14, 0.5),
                cells("Other", scale * 135, 0.1852, 0.15, 0.65),
                cells("White", scale * 13946, 0.2500, 0.195, 0.72))));
  }

  /** Decisions without any requirement. */
  static Audit plain(double scale, String female, String male) {
    return Audits.of(
        Audits.attribute(
            "sex",
            List.of(
                cells(female, scale * 5421, 0.1088, 0.078, 0.71),
                cells(male, scale * 10860, 0.2998, 0.262, 0.71))),
        Audits.attribute(
            "race",
            List.of(
                cells("Amer-Indian-Eskimo", scale * 159, 0.1195, 0.09, 0.65),
                cells("Asian-Pac-Islander", scale * 480, 0.2771, 0.26, 0.70),
                cells("Black", scale * 1561, 0.1147, 0.09, 0.68),
                cells("Other", scale * 135, 0.1852, 0.11, 0.70),
                cells("White", scale * 13946, 0.2500, 0.213, 0.71))));
  }

  private static Cells cells(
      String name, double rows, double baseRate, double selectionRate, double precision) {
    double positives = Math.rint(rows * baseRate);
    double negatives = Math.rint(rows) - positives;
    double selected = Math.rint(rows * selectionRate);
    double hit = Math.min(positives, Math.rint(selected * precision));
    return new Cells(name, negatives - (selected - hit), selected - hit, positives - hit, hit);
  }

  private static RequirementEvidence requirement(PartEvidence part) {
    ParityMeasurement measured = measured(part.decisions());
    double value = measured.value().orElseThrow();
    return new RequirementEvidence(
        REQUIREMENT,
        part.part(),
        measured.value(),
        measured.low(),
        measured.high(),
        measured.value(),
        measured(part.plain()).value(),
        REQUIREMENT.isMetBy(value) ? Verdict.MET : Verdict.NOT_MET,
        Optional.empty());
  }

  private static ParityMeasurement measured(Audit audit) {
    return audit.attribute("sex").parities().stream()
        .filter(p -> p.parity() == REQUIREMENT.parity())
        .filter(p -> p.comparison() == REQUIREMENT.comparison())
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> search() {
    Map<String, String> search = new LinkedHashMap<>();
    search.put("rounds", "14");
    search.put("fits", "31");
    search.put("members of the mixture", "3");
    search.put("best gap", "0.0004");
    return search;
  }

  private static Map<String, List<String>> configuration() {
    Map<String, List<String>> configuration = new LinkedHashMap<>();
    configuration.put("method", List.of("reduction"));
    configuration.put("learner", List.of("logistic"));
    configuration.put("require", List.of(REQUIREMENT.toString()));
    configuration.put("validation", List.of("0.2"));
    configuration.put("seed", List.of("1"));
    return configuration;
  }

  private static Map<String, String> fingerprints() {
    Map<String, String> fingerprints = new LinkedHashMap<>();
    fingerprints.put("training", "5f3c".repeat(16));
    fingerprints.put("validation", "a91e".repeat(16));
    fingerprints.put("test", "07bd".repeat(16));
    return fingerprints;
  }
}
