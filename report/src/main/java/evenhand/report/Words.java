package evenhand.report;

import evenhand.audit.AuditOptions;
import evenhand.audit.Disparity;
import evenhand.audit.FourFifths;
import evenhand.audit.Measurement;
import evenhand.audit.ParityMeasurement;
import evenhand.calibrate.CalibrationEvidence;
import evenhand.calibrate.SubgroupAudit;
import evenhand.columns.ColumnReview;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.threshold.Acceptance;
import evenhand.threshold.GroupThresholds;
import evenhand.threshold.Objective;
import evenhand.train.CellEvidence;
import evenhand.train.ConditionEvidence;
import evenhand.train.Part;
import evenhand.train.RequirementEvidence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sentences that reports share. */
final class Words {

  static final String UNDECIDED =
      "undecided at " + Numbers.percent(AuditOptions.defaults().confidence());

  private Words() {}

  static String definition(Comparison comparison) {
    return switch (comparison) {
      case BETWEEN_GROUPS -> "the largest group rate with the smallest";
      case TO_OVERALL -> "every group rate with the rate of all rows together; the farthest counts";
      case WORST_GROUP -> "the largest group rate itself";
    };
  }

  /** Such as {@code between groups} or {@code to overall, ratio}. */
  static String title(Comparison comparison, Kind kind) {
    String words = comparison.id().replace('_', ' ');
    return kind == Kind.RATIO ? words + ", ratio" : words;
  }

  /** Such as {@code 3 of 12}; empty where nothing was counted. */
  static String counts(Measurement measurement) {
    return measurement.hits().isPresent() && measurement.trials().isPresent()
        ? Numbers.weight(measurement.hits().getAsDouble())
            + " of "
            + Numbers.weight(measurement.trials().getAsDouble())
        : "";
  }

  /**
   * Why a gap has no value, and what is known nevertheless.
   *
   * @param why empty where it has one
   * @param others such as {@code ; 0.1073 among the others}
   */
  record Missing(String why, String others) {

    static Missing of(ParityMeasurement measured) {
      return of(measured.value(), measured.reason(), measured.amongSufficient());
    }

    static Missing of(Disparity measured) {
      return of(measured.value(), measured.reason(), measured.amongSufficient());
    }

    private static Missing of(
        OptionalDouble value, Optional<String> reason, OptionalDouble amongSufficient) {
      return value.isPresent()
          ? new Missing("", "")
          : new Missing(
              reason.orElse("insufficient evidence"),
              amongSufficient.isEmpty()
                  ? ""
                  : "; %s among the others".formatted(Numbers.gap(amongSufficient.getAsDouble())));
    }

    String sentence() {
      return why + others;
    }

    /** With the first of several groups that lack rows, and how many more there are. */
    String brief() {
      String[] each = why.split("; ", -1);
      return each.length < 2 ? sentence() : "%s; and other groups%s".formatted(each[0], others);
    }

    /** For a reader who has read {@code why} already. */
    String again() {
      return "as above" + others;
    }
  }

  static String fourFifths(FourFifths rule) {
    return "four-fifths rule (smallest selection rate ≥ 0.8 of the largest): "
        + rule.met().map(met -> met ? "met, " : "not met, ").orElse("")
        + fourFifthsFigures(rule);
  }

  /** The ratio with its evidence, or why there is none. */
  static String fourFifthsFigures(FourFifths rule) {
    if (rule.ratio().isEmpty()) {
      return rule.reason().orElse("insufficient evidence");
    }
    String ratio = Numbers.against(rule.ratio().getAsDouble(), FourFifths.THRESHOLD);
    String interval = Numbers.gapInterval(rule.low(), rule.high());
    return "ratio "
        + ratio
        + (interval.isEmpty() ? "" : " (" + interval + ")")
        + extremes(rule).map(words -> ", " + words).orElse("")
        + "; "
        + flips(rule);
  }

  /** Such as {@code Female beside Male}; empty where all rates are even. */
  static Optional<String> extremes(FourFifths rule) {
    return rule.lowest().flatMap(low -> rule.highest().map(high -> low + " beside " + high));
  }

  /** How many other decisions would flip the verdict. */
  static String flips(FourFifths rule) {
    return rule.flippedBy().isEmpty()
        ? "no number of other decisions would flip this"
        : rule.flippedBy().getAsInt() == 1
            ? "one other decision would flip this"
            : "%s other decisions would flip this"
                .formatted(Numbers.count(rule.flippedBy().getAsInt()));
  }

  static String pairs(int apart, int all, double confidence) {
    return "%d of %d comparisons of two groups differ by more than chance (p < %s after Holm's correction)"
        .formatted(apart, all, shortest(1 - confidence));
  }

  /** The bound as it was written, such as {@code allowed 0.02}; of a ratio the least. */
  static String bound(Requirement requirement) {
    return (requirement.kind() == Kind.RATIO ? "at least " : "allowed ")
        + shortest(requirement.bound());
  }

  /** Such as {@code Demographic parity by sex}. */
  static String subject(Requirement requirement) {
    String parity = capital(requirement.parity().id().replace('_', ' '));
    return requirement.attribute().map(name -> parity + " by " + name).orElse(parity);
  }

  /** What a requirement asks, in a sentence without its end. */
  static String ask(Requirement requirement) {
    String rates =
        String.join(
            " and ",
            requirement.parity().statistics().stream()
                .map(statistic -> statistic.id().replace('_', ' '))
                .toList());
    String groups =
        requirement.attribute().map(name -> "groups of " + name).orElse("groups of each attribute");
    String bound = shortest(requirement.bound());
    boolean ratio = requirement.kind() == Kind.RATIO;
    return switch (requirement.comparison()) {
      case BETWEEN_GROUPS ->
          ratio
              ? "between %s, the smallest %s is at least %s of the largest"
                  .formatted(groups, rates, bound)
              : "between %s, %s %s by at most %s"
                  .formatted(
                      groups,
                      rates,
                      requirement.parity().statistics().size() == 1 ? "differs" : "differ",
                      bound);
      case TO_OVERALL ->
          ratio
              ? "for all %s, %s and that of all rows are at least %s of each other"
                  .formatted(groups, rates, bound)
              : "for all %s, %s lies within %s of that of all rows together"
                  .formatted(groups, rates, bound);
      case WORST_GROUP -> "for all %s, %s is at most %s".formatted(groups, rates, bound);
    };
  }

  /** Such as {@code Met on training and validation rows; not met on test rows.} */
  static String verdict(List<RequirementEvidence> parts) {
    Map<Verdict, List<String>> byVerdict = new EnumMap<>(Verdict.class);
    for (RequirementEvidence measured : parts) {
      byVerdict
          .computeIfAbsent(measured.verdict(), verdict -> new ArrayList<>())
          .add(measured.part().id());
    }
    List<String> clauses = new ArrayList<>();
    byVerdict.forEach(
        (verdict, names) -> clauses.add(verdict.words() + " on " + list(names) + " rows"));
    String text = String.join("; ", clauses);
    return text.isEmpty() ? "Not measured." : capital(text) + ".";
  }

  /** What to know of a verdict; empty where the evidence leaves no doubt, or there is none. */
  static Optional<String> doubt(ConditionEvidence measured) {
    boolean missedByChance =
        measured.verdict() == Verdict.MET
            && measured.value().isPresent()
            && !measured.condition().isMetBy(measured.value().getAsDouble());
    if (missedByChance) {
      return Optional.of("met in expectation; the draw misses it");
    }
    return Evidence.isUndecided(measured) ? Optional.of(UNDECIDED) : Optional.empty();
  }

  static String title(Part part) {
    return capital(part.id());
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static String shortest(double value) {
    double rounded = Math.round(value * 1e9) / 1e9;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /** Such as {@code 30 % from 0.412, all from 0.431}. */
  static String accepts(Acceptance acceptance) {
    List<String> words = new ArrayList<>();
    double sum = acceptance.always();
    if (sum > 0 && !acceptance.steps().isEmpty()) {
      words.add(percent(sum) + " at any score");
    }
    for (Acceptance.Step step : acceptance.steps()) {
      sum += step.probability();
      String most = acceptance.of(step.threshold()) == 1 ? "all" : percent(sum);
      words.add("%s from %s".formatted(most, Numbers.gap(step.threshold())));
    }
    if (words.isEmpty()) {
      return sum == 0 ? "nobody" : sum >= 1 ? "everybody" : percent(sum) + " at any score";
    }
    return String.join(", ", words);
  }

  static String givenUp(GroupThresholds.GivenUp givenUp, Objective objective) {
    return "without chance, %s of %s is given up on the training rows (with chance: %s); %s"
        .formatted(
            Numbers.gap(givenUp.loss()),
            objective.id().replace('_', ' '),
            Numbers.gap(givenUp.randomised()),
            givenUp.isProven()
                ? "no thresholds without chance do better"
                : "the thresholds were searched for, others may do better by at most that");
  }

  private static String percent(double share) {
    return Numbers.percent(Math.round(share * 1e4) / 1e4);
  }

  /** Such as {@code training, validation and test}. */
  static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** Such as {@code On test rows the model is least accurate on Female&>50K, 0.7890; ...} */
  static String worst(CellEvidence part) {
    CellEvidence.Worst model = CellEvidence.worst(part.model());
    return "On %s rows the model is least accurate on %s; the plain model on %s.%s"
        .formatted(
            part.part().id(),
            worst(model),
            worst(CellEvidence.worst(part.plain())),
            model
                .reason()
                .map(why -> " A cell that is not known may be worse (%s).".formatted(why))
                .orElse(""));
  }

  private static String worst(CellEvidence.Worst worst) {
    return worst
        .cell()
        .map(
            cell ->
                "%s, %s".formatted(cell.name(), Numbers.gap(CellEvidence.accuracy(cell).value())))
        .orElse("a cell that is not known");
  }

  /** Such as {@code What is learned from: 2 of 8 columns}. */
  static String learnedFrom(ColumnReview review) {
    return "What is learned from: %s of %s columns"
        .formatted(Numbers.count(review.features().size()), Numbers.count(review.columns().size()));
  }

  /** What was looked at among subgroups, and what was found. */
  static String subgroups(SubgroupAudit before, SubgroupAudit after) {
    return ("%s subgroups in tenths of the probability, %s of at least %s rows: %s off by more than"
            + " %s after (%s before), %s beyond chance (%s before; Holm, 0.05).")
        .formatted(
            Numbers.count(after.subgroups()),
            Numbers.count(after.tested()),
            Numbers.count(after.minRows()),
            Numbers.count(after.off()),
            Numbers.rate(after.alpha()),
            Numbers.count(before.off()),
            Numbers.count(after.significant()),
            Numbers.count(before.significant()));
  }

  /** How a multicalibration ended. */
  static String repaired(CalibrationEvidence.Repaired repaired) {
    return "Multicalibration took %s %s%s; squared error on the rows fitted to: %s, before %s."
        .formatted(
            Numbers.count(repaired.steps()),
            repaired.steps() == 1 ? "step" : "steps",
            repaired.finished() ? "" : ", all it may, and is not finished",
            Numbers.gap(repaired.squaredErrorAfter()),
            Numbers.gap(repaired.squaredErrorBefore()));
  }
}
