package evenhand.reweight;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.Scorer;
import evenhand.learner.Sigmoid;
import evenhand.learner.WeightedLearner;
import evenhand.metric.Statistic;
import evenhand.metric.Tally;
import evenhand.parity.Constraint;
import evenhand.parity.Parity;
import evenhand.parity.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Takes the labels for a biased copy of ones that meet a requirement, and weighs the rows back: a
 * group whose rate is too low gets its positive rows up and its negative rows down. Ends at the
 * first round that meets the requirements on the training rows, else keeps the round that breaks
 * them least.
 *
 * <p>Jiang and Nachum, "Identifying and correcting label bias in machine learning", AISTATS 2020,
 * algorithms 1 to 3, with the weights of their published notebooks.
 *
 * @param rounds fits at most, ≥ 1; theirs 100
 * @param rate of the multipliers, &gt; 0; theirs 1
 */
public record LabelBias(int rounds, double rate) {

  private static final List<Parity> PARITIES =
      List.of(
          Parity.DEMOGRAPHIC_PARITY,
          Parity.EQUAL_OPPORTUNITY,
          Parity.FALSE_POSITIVE_PARITY,
          Parity.EQUALIZED_ODDS);

  public LabelBias {
    if (!(rounds >= 1 && rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "need at least one round and a rate > 0, got " + rounds + " and " + rate);
    }
  }

  public static LabelBias published() {
    return new LabelBias(100, 1);
  }

  /**
   * @param weights the scorer was fitted with, shape [n]
   * @param violation of the worst inequality on the training rows, in units of probability; ≤ 0:
   *     all hold
   * @param rounds made
   */
  public record Corrected(Scorer scorer, double[] weights, double violation, int rounds) {}

  /**
   * @param requirements each of one named attribute; the multipliers pull towards the rate of all
   *     rows, whatever a requirement compares with
   * @param listener told the rounds made
   * @throws DataException for a parity that is none of rates of acceptance
   * @throws evenhand.parity.UndefinedRateException where a group lacks the rows of a rate
   */
  public Corrected train(
      Sample sample,
      List<Requirement> requirements,
      WeightedLearner.Fitting fitting,
      IntConsumer listener) {
    Constraint constraint =
        Constraint.all(requirements.stream().map(each -> each.on(sample)).toList());
    List<Multipliers> multipliers = multipliers(sample, requirements);
    Optional<Corrected> best = Optional.empty();
    for (int round = 1; round <= rounds; round++) {
      double[] weights = weights(sample, multipliers);
      Scorer scorer = fitting.fit(sample.labels(), weights);
      double[] decisions = Classifier.of(scorer).on(sample.features()).acceptance();
      double worst = Arrays.stream(constraint.violation(decisions)).max().orElse(0);
      if (best.isEmpty() || worst < best.get().violation()) {
        best = Optional.of(new Corrected(scorer, weights, worst, round));
      }
      listener.accept(round);
      if (worst <= 0) {
        break;
      }
      multipliers.forEach(each -> each.pull(sample, decisions, rate));
    }
    return best.orElseThrow();
  }

  private static List<Multipliers> multipliers(Sample sample, List<Requirement> requirements) {
    List<Multipliers> all = new ArrayList<>();
    for (Requirement requirement : requirements) {
      Parity parity = requirement.parity();
      if (!PARITIES.contains(parity)) {
        throw new DataException(
            "label-bias can't aim at %s; it can at %s"
                .formatted(
                    parity.id(), String.join(", ", PARITIES.stream().map(Parity::id).toList())));
      }
      Groups groups = sample.groups(requirement.attribute().orElseThrow());
      for (Statistic statistic : parity.statistics()) {
        Optional<Statistic> only =
            parity.statistics().size() > 1 ? Optional.of(statistic) : Optional.empty();
        all.add(new Multipliers(statistic, groups, only, new double[groups.names().size()]));
      }
    }
    return all;
  }

  /** σ(2m) for label 1 and σ(-2m) for label 0, with the row's multipliers added up. */
  private static double[] weights(Sample sample, List<Multipliers> multipliers) {
    double[] weights = new double[sample.size()];
    for (int i = 0; i < weights.length; i++) {
      int label = sample.labels()[i];
      double sum = 0;
      for (Multipliers each : multipliers) {
        sum += each.of(i, label);
      }
      weights[i] = Sigmoid.of(label == 1 ? 2 * sum : -2 * sum);
    }
    return Reweighting.scaled(weights, sample.weights());
  }

  /**
   * How strongly each group is pulled towards everyone's rate.
   *
   * @param only of several rates, each touches only rows it counts; alone it touches all
   */
  private record Multipliers(
      Statistic statistic, Groups groups, Optional<Statistic> only, double[] values) {

    double of(int row, int label) {
      return only.isEmpty() || only.get().counts(label, 0) ? values[groups.codes()[row]] : 0;
    }

    void pull(Sample sample, double[] decisions, double rate) {
      Tally tally =
          Tally.of(sample.labels(), decisions, Optional.of(sample.parityWeights()), List.of(groups))
              .get(0);
      double overall = tally.pooled().rate(statistic, 0).value().orElseThrow();
      for (int g = 0; g < values.length; g++) {
        values[g] += rate * (overall - tally.rate(statistic, g).value().orElseThrow());
      }
    }
  }
}
