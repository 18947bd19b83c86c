package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.parity.Parity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values are held against scikit-learn and fairlearn in {@link AuditGoldenTest}. */
final class AuditTest {

  private static final AuditOptions OPTIONS = AuditOptions.defaults().withReplicates(200);

  /** Groups of the given sizes, in blocks: the first so many rows are of group 0. */
  private static Groups blocks(int... sizes) {
    int[] codes =
        IntStream.range(0, sizes.length)
            .flatMap(g -> IntStream.generate(() -> g).limit(sizes[g]))
            .toArray();
    return new Groups(
        "race", IntStream.range(0, sizes.length).mapToObj(g -> "g" + g).toList(), codes);
  }

  /** Labels 0, 1, 0, 1, …; two rows out of four accepted, shifted so that every cell has rows. */
  private static BinaryOutcomes alternating(int n) {
    return BinaryOutcomes.of(IntStream.range(0, n).map(i -> i % 2).toArray())
        .withDecisions(IntStream.range(0, n).mapToDouble(i -> i / 2 % 2).toArray());
  }

  private static BinaryOutcomes random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = random.doubles(n).toArray();
    return BinaryOutcomes.of(
            Arrays.stream(scores).mapToInt(s -> random.nextDouble() < s ? 1 : 0).toArray())
        .withDecisions(Arrays.stream(scores).map(s -> s > 0.5 ? 1 : 0).toArray())
        .withScores(scores);
  }

  private static AttributeAudit audit(BinaryOutcomes outcomes, Groups groups) {
    return Audit.of(outcomes, List.of(groups), OPTIONS).attribute(groups.attribute());
  }

  private static Disparity disparity(
      AttributeAudit audit, String metric, Comparison comparison, Kind kind) {
    return audit.disparities().stream()
        .filter(one -> one.metric().equals(metric))
        .filter(one -> one.comparison() == comparison && one.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static ParityMeasurement parity(AttributeAudit audit, Parity parity, Kind kind) {
    return audit.parities().stream()
        .filter(one -> one.parity() == parity && one.kind() == kind)
        .filter(one -> one.comparison() == parity.comparison())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSmallGroupIsShownWithItsCountsButWithoutValues() {
    AttributeAudit audit = audit(alternating(228), blocks(120, 100, 8));
    GroupAudit small = audit.groups().get(2);
    assertThat(small.rows()).isEqualTo(8);
    Measurement selected = small.metrics().get("selection_rate");
    assertThat(selected.value()).isEmpty();
    assertThat(selected.low()).isEmpty();
    assertThat(selected.hits()).hasValue(4);
    assertThat(selected.trials()).hasValue(8);
    assertThat(selected.reason()).hasValue("insufficient evidence: 8 rows, fewer than 30");
    assertThat(small.metrics().get("f1").reason()).isEqualTo(selected.reason());
  }

  @Test
  void aGapOverASmallGroupHasNoValueButThatOfTheOthers() {
    AttributeAudit audit = audit(alternating(228), blocks(120, 100, 8));
    Disparity gap = disparity(audit, "selection_rate", Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE);
    assertThat(gap.value()).isEmpty();
    assertThat(gap.low()).isEmpty();
    assertThat(gap.worst()).isEmpty();
    assertThat(gap.amongSufficient()).hasValue(0);
    assertThat(gap.reason()).hasValue("insufficient evidence: g2: 8 rows, fewer than 30");
    ParityMeasurement parity = parity(audit, Parity.EQUALIZED_ODDS, Kind.DIFFERENCE);
    assertThat(parity.value()).isEmpty();
    assertThat(parity.amongSufficient()).isPresent();
    assertThat(parity.reason()).isEqualTo(gap.reason());
    FourFifths rule = audit.fourFifths().orElseThrow();
    assertThat(rule.met()).isEmpty();
    assertThat(rule.reason().orElseThrow())
        .startsWith(gap.reason().orElseThrow())
        .endsWith(" among the others");
    assertThat(audit.pairs())
        .as("only of sufficient groups")
        .allMatch(p -> !p.second().equals("g2"));
  }

  @Test
  void manySmallGroupsAreNamedInShort() {
    AttributeAudit audit = audit(alternating(208), blocks(100, 100, 1, 2, 1, 2, 2));
    assertThat(
            disparity(audit, "accuracy", Comparison.TO_OVERALL, Kind.RATIO).reason().orElseThrow())
        .isEqualTo(
            "insufficient evidence: g2: 1 row, fewer than 30; g3: 2 rows, fewer than 30; g4: 1 row,"
                + " fewer than 30; and 2 more groups");
  }

  @Test
  void aGroupWithoutTheRowsThatARateNeedsLacksThatRateAlone() {
    int[] labels = new int[100];
    Arrays.fill(labels, 0, 50, 1);
    double[] decisions = new double[100];
    Arrays.fill(decisions, 0, 25, 1);
    AttributeAudit audit =
        audit(BinaryOutcomes.of(labels).withDecisions(decisions), blocks(50, 50));
    GroupAudit all = audit.groups().get(0);
    assertThat(all.metrics().get("true_positive_rate").value()).hasValue(0.5);
    assertThat(all.metrics().get("false_positive_rate").reason())
        .hasValue("insufficient evidence: no row has label 0");
    GroupAudit none = audit.groups().get(1);
    assertThat(none.metrics().get("true_positive_rate").reason())
        .hasValue("insufficient evidence: no row has label 1");
    assertThat(none.metrics().get("true_positive_rate").trials()).hasValue(0);
    assertThat(none.metrics().get("precision").reason())
        .hasValue("insufficient evidence: no row is accepted");
    assertThat(none.metrics().get("f1").reason())
        .hasValue("insufficient evidence: no row has label 1 or is accepted");
    assertThat(none.metrics().get("balanced_accuracy").reason())
        .hasValue("insufficient evidence: no row has label 1");
    assertThat(none.metrics().get("selection_rate").value()).hasValue(0);
    assertThat(
            disparity(audit, "true_positive_rate", Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE)
                .reason())
        .hasValue("insufficient evidence: g1: no row has label 1");
  }

  /** Of 60 rows each: group g0 has 30 of either label, g1 has 4 of label 1, 3 of them accepted. */
  private static AttributeAudit fewPositives(AuditOptions options) {
    int[] labels = new int[120];
    double[] decisions = new double[120];
    Arrays.fill(labels, 0, 30, 1);
    Arrays.fill(labels, 60, 64, 1);
    Arrays.fill(decisions, 0, 15, 1);
    Arrays.fill(decisions, 30, 45, 1);
    Arrays.fill(decisions, 61, 92, 1);
    double[] scores = IntStream.range(0, 120).mapToDouble(i -> i % 10 / 10.0).toArray();
    return Audit.of(
            BinaryOutcomes.of(labels).withDecisions(decisions).withScores(scores),
            List.of(blocks(60, 60)),
            options)
        .attribute("race");
  }

  @Test
  void aRateOfFewRowsIsShownWithItsCountsButWithoutAValue() {
    AttributeAudit audit = fewPositives(OPTIONS);
    Map<String, Measurement> few = audit.groups().get(1).metrics();
    Measurement recall = few.get("true_positive_rate");
    assertThat(recall.value()).isEmpty();
    assertThat(recall.low()).isEmpty();
    assertThat(recall.hits()).hasValue(3);
    assertThat(recall.trials()).hasValue(4);
    assertThat(recall.reason())
        .hasValue("insufficient evidence: 4 rows have label 1, fewer than 30");
    assertThat(few)
        .hasEntrySatisfying(
            "false_negative_rate", m -> assertThat(m.reason()).isEqualTo(recall.reason()))
        .hasEntrySatisfying(
            "balanced_accuracy", m -> assertThat(m.reason()).isEqualTo(recall.reason()))
        .hasEntrySatisfying("auc", m -> assertThat(m.reason()).isEqualTo(recall.reason()))
        .hasEntrySatisfying("false_positive_rate", m -> assertThat(m.value()).hasValue(0.5))
        .hasEntrySatisfying("precision", m -> assertThat(m.trials()).hasValue(31))
        .hasEntrySatisfying("precision", m -> assertThat(m.value()).isPresent())
        .hasEntrySatisfying("f1", m -> assertThat(m.value()).isPresent())
        .hasEntrySatisfying("selection_rate", m -> assertThat(m.value()).isPresent())
        .hasEntrySatisfying("mean_score", m -> assertThat(m.value()).isPresent());
    assertThat(audit.groups().get(0).metrics().get("true_positive_rate").value()).hasValue(0.5);
    assertThat(fewPositives(OPTIONS.withMinRows(4)).groups().get(1).metrics().get("auc").value())
        .isPresent();
  }

  @Test
  void aGapOverARateOfFewRowsIsUnknownAndSaysOfWhom() {
    AttributeAudit audit = fewPositives(OPTIONS);
    assertThat(parity(audit, Parity.DEMOGRAPHIC_PARITY, Kind.DIFFERENCE).value()).isPresent();
    assertThat(parity(audit, Parity.FALSE_POSITIVE_PARITY, Kind.DIFFERENCE).value()).isPresent();
    ParityMeasurement odds = parity(audit, Parity.EQUALIZED_ODDS, Kind.DIFFERENCE);
    assertThat(odds.value()).isEmpty();
    assertThat(odds.amongSufficient()).as("false positive rates can be compared").hasValue(0);
    assertThat(odds.reason())
        .hasValue("insufficient evidence: g1: 4 rows have label 1, fewer than 30");
    assertThat(
            disparity(audit, "true_positive_rate", Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE)
                .amongSufficient())
        .as("one group is left")
        .isEmpty();
    assertThat(
            parity(fewPositives(OPTIONS.withMinRows(4)), Parity.EQUALIZED_ODDS, Kind.DIFFERENCE)
                .value())
        .hasValue(0.25);
    assertThat(audit.pairs())
        .extracting(PairTest::metric)
        .containsExactly("selection_rate", "false_positive_rate", "error_rate");
  }

  @Test
  void rowsOfGreatlyUnevenWeightAreFew() {
    double[] weights = new double[200];
    Arrays.fill(weights, 1);
    weights[0] = 100;
    AttributeAudit audit = audit(random(200, 9).withWeights(weights), blocks(100, 100));
    Map<String, Measurement> uneven = audit.groups().get(0).metrics();
    assertThat(uneven.get("selection_rate").reason())
        .as("199² / 10099")
        .hasValue("insufficient evidence: 3.9 rows by weight, fewer than 30");
    assertThat(uneven.get("mean_score").reason()).isEqualTo(uneven.get("selection_rate").reason());
    assertThat(disparity(audit, "selection_rate", Comparison.TO_OVERALL, Kind.DIFFERENCE).reason())
        .hasValue("insufficient evidence: g0: 3.9 rows by weight, fewer than 30");
    assertThat(audit.groups().get(1).metrics().get("selection_rate").value()).isPresent();
  }

  @Test
  void aClassThatHardlyOccursLeavesTheRangeOfRecallsOpen() {
    int[] labels = IntStream.range(0, 130).map(i -> i < 60 ? 0 : i < 120 ? 1 : 2).toArray();
    int[] codes = IntStream.range(0, 130).map(i -> i % 2).toArray();
    Groups sex = new Groups("sex", List.of("F", "M"), codes);
    ClassOutcomes outcomes =
        new ClassOutcomes(List.of("a", "b", "c", "d"), labels, labels, Optional.empty());
    Map<String, Measurement> all =
        Audit.of(outcomes, List.of(sex), OPTIONS).attribute("sex").groups().get(0).metrics();
    assertThat(all.get("recall:a").value()).hasValue(1);
    assertThat(all.get("recall:c").trials()).hasValue(5);
    assertThat(all.get("recall:c").reason())
        .hasValue("insufficient evidence: 5 rows have label c, fewer than 30");
    assertThat(all.get("recall:d").reason()).hasValue("insufficient evidence: no row has label d");
    assertThat(all.get("tprd").reason()).isEqualTo(all.get("recall:c").reason());
    assertThat(all.get("max_fnr").reason()).isEqualTo(all.get("recall:c").reason());
    Map<String, Measurement> fewer =
        Audit.of(outcomes, List.of(sex), OPTIONS.withMinRows(5))
            .attribute("sex")
            .groups()
            .get(0)
            .metrics();
    assertThat(fewer.get("tprd").value()).as("d does not occur").hasValue(0);
    assertThat(fewer.get("max_fnr").value()).hasValue(0);
  }

  @Test
  void aGroupWithoutRowsIsShown() {
    Groups groups = new Groups("sex", List.of("F", "M", "X"), blocks(60, 40).codes());
    AttributeAudit audit =
        Audit.of(random(100, 1), List.of(groups), OPTIONS.withMinRows(10)).attribute("sex");
    assertThat(audit.groups().get(2).rows()).isZero();
    assertThat(audit.groups().get(2).metrics().get("auc").reason())
        .hasValue("insufficient evidence: 0 rows, fewer than 10");
    assertThat(disparity(audit, "auc", Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE).reason())
        .hasValue("insufficient evidence: X: 0 rows, fewer than 10");
  }

  @Test
  void oneGroupAloneHasNoGap() {
    AttributeAudit audit = audit(random(100, 1), blocks(100));
    assertThat(parity(audit, Parity.DEMOGRAPHIC_PARITY, Kind.DIFFERENCE).reason())
        .hasValue("there is only one group");
    assertThat(parity(audit, Parity.BOUNDED_GROUP_LOSS, Kind.DIFFERENCE).value())
        .isEqualTo(audit.groups().get(0).metrics().get("error_rate").value());
  }

  @Test
  void ratioOfNothingToNothingIsUndefined() {
    BinaryOutcomes nobody = alternating(100).withDecisions(new double[100]);
    AttributeAudit audit = audit(nobody, blocks(50, 50));
    Disparity ratio = disparity(audit, "selection_rate", Comparison.BETWEEN_GROUPS, Kind.RATIO);
    assertThat(ratio.value()).isEmpty();
    assertThat(ratio.reason()).hasValue("undefined: the ratio of 0 to 0");
    assertThat(audit.fourFifths().orElseThrow().reason())
        .hasValue("undefined: nobody is selected in any group");
    Disparity gap = disparity(audit, "selection_rate", Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE);
    assertThat(gap.value()).hasValue(0);
    assertThat(gap.high().orElseThrow()).as("50 rows do not prove 0").isGreaterThan(0.02);
    assertThat(gap.worst()).isEmpty();
  }

  @Test
  void everyIntervalHoldsItsValueWithinTheRange() {
    Groups groups = blocks(70, 500, 230);
    Audit audit = Audit.of(random(800, 3), List.of(groups), OPTIONS);
    AttributeAudit attribute = audit.attribute("race");
    for (GroupAudit group : attribute.groups()) {
      group.metrics().values().forEach(m -> assertHolds(m.low(), m.value(), m.high()));
    }
    attribute.disparities().forEach(d -> assertHolds(d.low(), d.value(), d.high()));
    attribute.parities().forEach(p -> assertHolds(p.low(), p.value(), p.high()));
    assertThat(attribute.disparities()).hasSize(16 * 4);
    assertThat(attribute.parities()).hasSize(8 * 4 + 1);
  }

  private static void assertHolds(OptionalDouble low, OptionalDouble value, OptionalDouble high) {
    assertThat(value.orElseThrow()).isBetween(low.orElseThrow(), high.orElseThrow());
    assertThat(low.orElseThrow()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void worstNamesTheGroupsThatMakeTheGap() {
    double[] decisions = new double[300];
    Arrays.fill(decisions, 0, 80, 1); // g0: 80 of 100, g1: 10 of 100, g2: 50 of 100
    Arrays.fill(decisions, 100, 110, 1);
    Arrays.fill(decisions, 200, 250, 1);
    AttributeAudit audit = audit(alternating(300).withDecisions(decisions), blocks(100, 100, 100));
    assertThat(
            disparity(audit, "selection_rate", Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE).worst())
        .hasValue("g0 and g1");
    assertThat(disparity(audit, "selection_rate", Comparison.TO_OVERALL, Kind.DIFFERENCE).worst())
        .hasValue("g1");
  }

  @Test
  void aParityOfTwoRatesIsItsWorseGap() {
    AttributeAudit audit = audit(random(900, 4), blocks(300, 400, 200));
    for (Kind kind : Kind.values()) {
      OptionalDouble odds = parity(audit, Parity.EQUALIZED_ODDS, kind).value();
      double positive =
          disparity(audit, "true_positive_rate", Comparison.BETWEEN_GROUPS, kind)
              .value()
              .orElseThrow();
      double negative =
          disparity(audit, "false_positive_rate", Comparison.BETWEEN_GROUPS, kind)
              .value()
              .orElseThrow();
      assertThat(odds)
          .hasValue(
              kind == Kind.RATIO ? Math.min(positive, negative) : Math.max(positive, negative));
    }
  }

  @Test
  void sharesCountAsManyRowsAsTheyAdd() {
    double[] shares = IntStream.range(0, 200).mapToDouble(i -> i < 100 ? 0.25 : 0.5).toArray();
    AttributeAudit audit = audit(alternating(200).withDecisions(shares), blocks(100, 100));
    Measurement selected = audit.groups().get(0).metrics().get("selection_rate");
    assertThat(selected.hits()).hasValue(25);
    assertThat(selected.value()).hasValue(0.25);
    assertThat(parity(audit, Parity.DEMOGRAPHIC_PARITY, Kind.DIFFERENCE).value()).hasValue(0.25);
    assertThat(
            Audit.of(alternating(200).withDecisions(shares), List.of(blocks(200)), OPTIONS).notes())
        .anyMatch(note -> note.startsWith("Decisions are acceptance probabilities"));
  }

  @Test
  void equalWeightsChangeCountsButNothingElse() {
    BinaryOutcomes once = random(400, 5);
    double[] weights = new double[400];
    Arrays.fill(weights, 2.5);
    AttributeAudit plain = audit(once, blocks(150, 250));
    AttributeAudit weighted = audit(once.withWeights(weights), blocks(150, 250));
    Measurement one = plain.groups().get(0).metrics().get("true_positive_rate");
    Measurement other = weighted.groups().get(0).metrics().get("true_positive_rate");
    assertThat(other.hits().orElseThrow()).isEqualTo(2.5 * one.hits().orElseThrow());
    assertThat(other.low().orElseThrow()).isCloseTo(one.low().orElseThrow(), within(1e-9));
    assertThat(weighted.pairs().get(0).pValue())
        .isCloseTo(plain.pairs().get(0).pValue(), within(1e-9));
    assertThat(parity(weighted, Parity.EQUALIZED_ODDS, Kind.DIFFERENCE).high().orElseThrow())
        .isCloseTo(
            parity(plain, Parity.EQUALIZED_ODDS, Kind.DIFFERENCE).high().orElseThrow(),
            within(1e-9));
  }

  @Test
  void withoutDecisionsThereAreBaseRatesAndScores() {
    BinaryOutcomes all = random(200, 6);
    BinaryOutcomes scored =
        new BinaryOutcomes(all.labels(), Optional.empty(), all.scores(), Optional.empty());
    AttributeAudit audit = audit(scored, blocks(100, 100));
    assertThat(audit.overall().metrics().keySet())
        .containsExactly("base_rate", "mean_score", "auc", "log_loss", "brier", "ece");
    assertThat(audit.parities()).isEmpty();
    assertThat(audit.pairs()).isEmpty();
    assertThat(audit.fourFifths()).isEmpty();
    assertThat(
            audit(BinaryOutcomes.of(all.labels()), blocks(100, 100)).overall().metrics().keySet())
        .containsExactly("base_rate");
  }

  @Test
  void aNegativeMeanHasNoRatio() {
    double[] labels = IntStream.range(0, 100).mapToDouble(i -> i % 7).toArray();
    double[] predictions = IntStream.range(0, 100).mapToDouble(i -> i < 50 ? -1 : i % 5).toArray();
    AttributeAudit audit =
        Audit.of(NumericOutcomes.of(labels, predictions), List.of(blocks(50, 50)), OPTIONS)
            .attribute("race");
    Disparity ratio = disparity(audit, "mean", Comparison.BETWEEN_GROUPS, Kind.RATIO);
    assertThat(ratio.value()).isEmpty();
    assertThat(ratio.reason()).hasValue("undefined: a ratio needs values of at least 0");
    assertThat(disparity(audit, "mean", Comparison.BETWEEN_GROUPS, Kind.DIFFERENCE).value())
        .hasValue(3);
  }

  @Test
  void theSameSeedGivesTheSameAuditOnAnyNumberOfThreads() throws Exception {
    BinaryOutcomes outcomes = random(2000, 7);
    Groups race = blocks(1000, 700, 300);
    Groups sex =
        new Groups("sex", List.of("F", "M"), IntStream.range(0, 2000).map(i -> i % 2).toArray());
    List<Groups> attributes = List.of(race, sex, Groups.cross(List.of(sex, race)));
    Audit first = Audit.of(outcomes, attributes, OPTIONS);
    ForkJoinPool one = new ForkJoinPool(1);
    assertThat(one.submit(() -> Audit.of(outcomes, attributes, OPTIONS)).get()).isEqualTo(first);
    one.shutdown();
    assertThat(Audit.of(outcomes, attributes, OPTIONS.withSeed(2))).isNotEqualTo(first);
    assertThat(first.attributes())
        .extracting(AttributeAudit::name)
        .containsExactly("race", "sex", "sex&race");
    assertThat(first.attribute("sex&race").groups()).hasSize(6);
  }

  @Test
  void manyGroupsGetFewerReplicatesAndNoPairsAndSaySo() {
    Groups many =
        new Groups(
            "zip",
            IntStream.range(0, 1000).mapToObj(g -> "z" + g).toList(),
            IntStream.range(0, 1000).toArray());
    Audit audit = Audit.of(alternating(1000), List.of(many), AuditOptions.defaults());
    assertThat(audit.attribute("zip").pairs()).isEmpty();
    assertThat(audit.notes())
        .contains(
            "zip has 1000 groups: its intervals are from 500 replicates.",
            "zip has 1000 groups: pairs are tested for at most 20.");
  }

  @Test
  void refusesAttributesItCannotCompare() {
    BinaryOutcomes outcomes = alternating(100);
    assertRefused(outcomes, List.of(), "an audit needs at least one attribute");
    assertRefused(outcomes, List.of(blocks(50)), "there are 50 groups of race for 100 rows");
    assertRefused(outcomes, List.of(blocks(100), blocks(50, 50)), "race is given twice");
    Audit audit = Audit.of(outcomes, List.of(blocks(50, 50)), OPTIONS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> audit.attribute("sex"))
        .withMessageContaining("sex");
  }

  private static void assertRefused(Outcomes outcomes, List<Groups> attributes, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Audit.of(outcomes, attributes, OPTIONS))
        .withMessageContaining(message);
  }

  @Test
  void overallIsOfAllRowsAndEmptyForWhatWasNotMeasured() {
    Audit audit = Audit.of(alternating(400), List.of(blocks(300, 100)), OPTIONS);

    assertThat(audit.overall("selection_rate")).hasValue(0.5);
    assertThat(audit.overall("auc")).as("there are no scores").isEmpty();
  }
}
