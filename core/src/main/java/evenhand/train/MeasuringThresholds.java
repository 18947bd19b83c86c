package evenhand.train;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.BinaryOutcomes;
import evenhand.audit.GroupAudit;
import evenhand.audit.Judgement;
import evenhand.audit.Measurement;
import evenhand.data.Groups;
import evenhand.metric.Tally;
import evenhand.parity.Condition;
import evenhand.parity.RateBound;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.threshold.GroupThresholds;
import evenhand.threshold.ThresholdSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures decided rows beside the best single threshold for all, part after part.
 *
 * @param fitted the thresholds
 * @param options of the evidence
 * @param weight column of row weights; empty: rates are unweighted
 */
record MeasuringThresholds(
    GroupThresholds fitted, TrainingOptions options, Optional<String> weight) {

  /**
   * @param decisions shape [n], each 0 or 1
   * @param acceptance probabilities, shape [n]
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Decided(ThresholdSample rows, double[] decisions, double[] acceptance) {

    Decided select(int[] chosen) {
      double[] pickedDecisions = new double[chosen.length];
      double[] pickedAcceptance = new double[chosen.length];
      for (int i = 0; i < chosen.length; i++) {
        pickedDecisions[i] = decisions[chosen[i]];
        pickedAcceptance[i] = acceptance[chosen[i]];
      }
      return new Decided(rows.select(chosen), pickedDecisions, pickedAcceptance);
    }
  }

  PartEvidence part(Part part, Decided decided) {
    ThresholdSample rows = decided.rows();
    Audit decisions = audit(rows, decided.decisions());
    return new PartEvidence(
        part,
        rows.size(),
        decisions,
        fitted.rule().isRandomised() ? audit(rows, decided.acceptance()) : decisions,
        audit(rows, plain(rows)));
  }

  ObjectiveEvidence objective(Part part, Decided decided) {
    ThresholdSample rows = decided.rows();
    return new ObjectiveEvidence(
        part,
        objective(rows, decided.decisions()),
        objective(rows, decided.acceptance()),
        objective(rows, plain(rows)));
  }

  private OptionalDouble objective(ThresholdSample rows, double[] decisions) {
    return fitted
        .objective()
        .of(
            Tally.of(rows.labels(), decisions, Optional.of(rows.weights()), rows.groups())
                .get(0)
                .pooled()
                .cells(0));
  }

  private double[] plain(ThresholdSample rows) {
    double[] decisions = new double[rows.size()];
    for (int i = 0; i < decisions.length; i++) {
      decisions[i] = fitted.plain().of(rows.scores()[i]);
    }
    return decisions;
  }

  private Audit audit(ThresholdSample rows, double[] decisions) {
    BinaryOutcomes outcomes = BinaryOutcomes.of(rows.labels()).withDecisions(decisions);
    List<Groups> attributes = new ArrayList<>(rows.groups());
    for (GroupThresholds.Measured measured : fitted.requirements()) {
      String name = measured.requirement().attribute().orElseThrow();
      if (attributes.stream().noneMatch(groups -> groups.attribute().equals(name))) {
        attributes.add(rows.groups(name));
      }
    }
    return Audit.of(
        weight.isPresent() ? outcomes.withWeights(rows.weights()) : outcomes,
        attributes.stream().map(Groups::withoutEmpty).toList(),
        options.audit());
  }

  List<ConditionEvidence> verdicts(PartEvidence evidence) {
    return fitted.requirements().stream()
        .map(measured -> verdict(measured.requirement(), evidence))
        .toList();
  }

  private static ConditionEvidence verdict(Condition condition, PartEvidence evidence) {
    String attribute = condition.attribute().orElseThrow();
    Judgement drawn = judgement(condition, evidence.decisions().attribute(attribute));
    Judgement expected = judgement(condition, evidence.expected().attribute(attribute));
    return new ConditionEvidence(
        condition,
        evidence.part(),
        drawn.value(),
        drawn.low(),
        drawn.high(),
        expected.value(),
        judgement(condition, evidence.plain().attribute(attribute)).value(),
        expected.verdict(),
        expected.reason());
  }

  private static Judgement judgement(Condition condition, AttributeAudit audit) {
    return condition instanceof Requirement requirement
        ? Judgement.of(requirement, audit)
        : ofWorst((RateBound) condition, audit);
  }

  /**
   * Of the group worst off: its rate and interval. As with gaps, a group without evidence tells.
   */
  private static Judgement ofWorst(RateBound bound, AttributeAudit audit) {
    Optional<Measurement> worst = Optional.empty();
    Optional<String> reason = Optional.empty();
    for (GroupAudit group : audit.groups()) {
      Measurement rate = group.metrics().get(bound.statistic().id());
      if (rate == null || rate.value().isEmpty()) {
        String why = rate == null ? "not measured" : rate.reason().orElse("undefined");
        reason = reason.or(() -> Optional.of(group.name() + ": " + why));
      } else if (worst.isEmpty()
          || bound.violation(rate.value().getAsDouble())
              > bound.violation(worst.get().value().orElseThrow())) {
        worst = Optional.of(rate);
      }
    }
    if (worst.isPresent() && !bound.isMetBy(worst.get().value().orElseThrow())) {
      reason = Optional.empty(); // more groups can only make it worse
    }
    if (worst.isEmpty() || reason.isPresent()) {
      return new Judgement(
          Verdict.INSUFFICIENT_EVIDENCE,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          reason);
    }
    return new Judgement(
        bound.isMetBy(worst.get().value().orElseThrow()) ? Verdict.MET : Verdict.NOT_MET,
        worst.get().value(),
        worst.get().low(),
        worst.get().high(),
        Optional.empty());
  }
}
