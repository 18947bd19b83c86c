package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.Classifier.Member;
import evenhand.learner.KeyedDraw;
import evenhand.learner.Scorer;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 100 rows of F and 100 of M; the only feature of a row is its score. */
final class MeasuringTest {

  private static final Scorer SCORE =
      features -> {
        double[] scores = new double[features.rows()];
        float[] row = new float[features.columns()];
        for (int i = 0; i < scores.length; i++) {
          features.copyRow(i, row);
          scores[i] = row[0];
        }
        return scores;
      };

  /** Accepts F in 40 and M in 70 of 100 rows at 0.5, in 20 and 50 at 0.8. */
  private static Sample sample(double secondWeight) {
    float[] scores = new float[200];
    int[] labels = new int[200];
    double[] weights = new double[200];
    for (int i = 0; i < 200; i++) {
      int accepted = i < 100 ? 40 : 70;
      scores[i] = i % 100 < accepted - 20 ? 0.9f : i % 100 < accepted ? 0.6f : 0.1f;
      labels[i] = i % 2;
      weights[i] = i < 100 ? 1 : secondWeight;
    }
    int[] codes = IntStream.range(0, 200).map(i -> i / 100).toArray();
    return new Sample(
        new DenseMatrix(200, 1, scores),
        labels,
        weights,
        weights,
        List.of(new Groups("sex", List.of("F", "M", "X"), codes)));
  }

  private static Measuring measuring(WeightMeaning meaning, Classifier classifier) {
    return new Measuring(
        List.of(
            Requirement.parse("demographic_parity<=0.3@sex"),
            Requirement.parse("demographic_parity<=0.29@sex")),
        meaning,
        Applicants.options(0, 1),
        new Decider(classifier, new KeyedDraw(5)),
        Classifier.of(SCORE),
        Optional.empty());
  }

  private static PartEvidence part(Measuring measuring, Part part, Sample sample) {
    PartRows rows = new PartRows(sample, new long[sample.size()]);
    return measuring.part(part, sample, measuring.decider().on("these", rows));
  }

  private static final Classifier MIXTURE =
      new Classifier(List.of(new Member(SCORE, 0.5, 0.5), new Member(SCORE, 0.8, 0.5)));

  private static double rate(Audit audit, int group) {
    return audit
        .attribute("sex")
        .groups()
        .get(group)
        .metrics()
        .get("selection_rate")
        .value()
        .orElseThrow();
  }

  @Test
  void aMixtureIsMeasuredAsItDecidesAndAsItIsExpectedTo() {
    Measuring measuring = measuring(WeightMeaning.ERROR_AND_PARITY, MIXTURE);
    PartEvidence part = part(measuring, Part.TEST, sample(1));
    assertThat(part.part()).isEqualTo(Part.TEST);
    assertThat(part.rows()).isEqualTo(200);
    assertThat(rate(part.expected(), 0)).as("0.5 · 0.4 + 0.5 · 0.2").isEqualTo(0.3);
    assertThat(rate(part.expected(), 1)).isEqualTo(0.6);
    assertThat(rate(part.plain(), 0)).isEqualTo(0.4);
    assertThat(rate(part.plain(), 1)).isEqualTo(0.7);
    Sample sample = sample(1);
    int[] decided =
        new KeyedDraw(5).decide(sample.features(), MIXTURE.on(sample.features()).acceptance());
    assertThat(rate(part.decisions(), 0))
        .isEqualTo(Arrays.stream(decided, 0, 100).sum() / 100.0)
        .isIn(0.2, 0.4);
  }

  @Test
  void aDeterministicClassifierIsExpectedToDoWhatItDoes() {
    Classifier strict = new Classifier(List.of(new Member(SCORE, 0.8, 1)));
    PartEvidence part =
        part(measuring(WeightMeaning.ERROR_AND_PARITY, strict), Part.TRAINING, sample(1));
    assertThat(part.expected()).isSameAs(part.decisions());
    assertThat(rate(part.decisions(), 1)).isEqualTo(0.5);
  }

  @Test
  void everyRequirementIsJudgedOnTheDecisions() {
    Measuring measuring =
        measuring(
            WeightMeaning.ERROR_AND_PARITY, new Classifier(List.of(new Member(SCORE, 0.8, 1))));
    List<RequirementEvidence> verdicts =
        measuring.verdicts(part(measuring, Part.VALIDATION, sample(1)));
    assertThat(verdicts).hasSize(2).allMatch(each -> each.part() == Part.VALIDATION);
    assertThat(verdicts.get(0).verdict()).isEqualTo(Verdict.MET);
    assertThat(verdicts.get(1).verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(verdicts.get(0).value()).hasValue(0.3);
    assertThat(verdicts.get(0).plain().orElseThrow()).isBetween(0.29999, 0.30001);
    assertThat(verdicts.get(0).reason()).isEmpty();
  }

  /** A group that only other rows have is no group here; it would leave every gap unknown. */
  @Test
  void groupsWithoutRowsAreLeftOut() {
    PartEvidence part =
        part(measuring(WeightMeaning.ERROR_AND_PARITY, MIXTURE), Part.TEST, sample(1));
    assertThat(part.decisions().attribute("sex").groups()).hasSize(2);
  }

  @Test
  void weightsCountInRatesOnlyWhereTheyStandForPeople() {
    assertThat(trials(WeightMeaning.ERROR_AND_PARITY)).isEqualTo(300);
    assertThat(trials(WeightMeaning.ERROR)).isEqualTo(100);
  }

  private static double trials(WeightMeaning meaning) {
    return part(measuring(meaning, MIXTURE), Part.TRAINING, sample(3))
        .decisions()
        .attribute("sex")
        .groups()
        .get(1)
        .metrics()
        .get("selection_rate")
        .trials()
        .orElseThrow();
  }
}
