package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.metric.MeanMetric;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the rows: an audit comes out, and its intervals are of what they are intervals of. */
final class EveryIntervalTest {

  private static final AuditOptions OPTIONS =
      AuditOptions.defaults().withReplicates(100).withMinRows(5);

  private static final int ROWS = 120;

  private static final Groups TWO =
      new Groups("g", List.of("f", "m"), IntStream.range(0, ROWS).map(i -> i % 2).toArray());

  /** Two groups of 60 rows; every third of f and every second of m has label 1. */
  private static final int[] LABELS =
      IntStream.range(0, ROWS).map(i -> i / 2 % (i % 2 == 0 ? 3 : 2) == 0 ? 1 : 0).toArray();

  private static AttributeAudit audited(int[] labels, IntToDoubleFunction score) {
    BinaryOutcomes rows = BinaryOutcomes.of(labels).withScores(scores(labels.length, score));
    return check(Audit.of(rows, List.of(TWO), OPTIONS));
  }

  private static double[] scores(int rows, IntToDoubleFunction score) {
    return IntStream.range(0, rows).mapToDouble(score).toArray();
  }

  private static Disparity ratio(AttributeAudit audit, String metric, Comparison comparison) {
    return audit.disparities().stream()
        .filter(gap -> gap.metric().equals(metric) && gap.comparison() == comparison)
        .filter(gap -> gap.kind() == Kind.RATIO)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anErrorOfRoundingAloneHasARatioButNoIntervalOfIt() {
    for (double third : new double[] {0.3333, 0.33333, 0.333333, 0.333333333}) {
      AttributeAudit audit = audited(LABELS, i -> i % 2 == 0 ? third : 0.3);
      assertThat(audit.groups().get(0).metrics().get("ece").value()).isPresent();
      Disparity ratio = ratio(audit, "ece", Comparison.BETWEEN_GROUPS);
      assertThat(ratio.value().orElseThrow()).isCloseTo(0, within(1e-3));
      assertThat(ratio.low()).isEmpty();
      assertThat(ratio.withoutInterval())
          .hasValue("no interval: the value of f is far below its own error");
    }
  }

  @Test
  void aGroupRankedTheWrongWayRoundHasAnAucOfZero() {
    AttributeAudit audit =
        audited(LABELS, i -> i % 2 == 0 ? 1 - LABELS[i] : i % 7 / 7.0 + i % 3 / 100.0);
    assertThat(audit.groups().get(0).metrics().get("auc").value()).hasValue(0);
    for (Comparison comparison : List.of(Comparison.BETWEEN_GROUPS, Comparison.TO_OVERALL)) {
      Disparity ratio = ratio(audit, "auc", comparison);
      assertThat(ratio.value()).hasValue(0);
      assertThat(ratio.withoutInterval()).isPresent();
    }
  }

  @Test
  void scoresThatAreAllEqualOrOnlyZeroAndOneOrRightAreAudited() {
    audited(LABELS, i -> 0.5);
    audited(LABELS, i -> 0);
    audited(LABELS, i -> 1);
    audited(LABELS, i -> i / 3 % 2);
    audited(LABELS, i -> LABELS[i]);
    audited(LABELS, i -> 1 - LABELS[i]);
    audited(new int[ROWS], i -> 0);
    int[] rare = new int[ROWS];
    rare[7] = 1;
    audited(rare, i -> 0.005);
  }

  @Test
  void numbersAsLargeAsAreAllowedAreAudited() {
    SplittableRandom random = new SplittableRandom(7);
    for (double scale : new double[] {1e45, 1e-200, 1}) {
      double[] numbers = random.doubles(ROWS).map(u -> scale * (2 * u - 1)).toArray();
      double[] others = random.doubles(ROWS).map(u -> scale * (2 * u - 1)).toArray();
      double[] weights = random.doubles(ROWS).map(u -> u < 0.5 ? 1e-30 : 1e30).toArray();
      NumericOutcomes rows = NumericOutcomes.of(numbers, others);
      check(Audit.of(rows, List.of(TWO), OPTIONS));
      check(Audit.of(rows.withWeights(weights), List.of(TWO), OPTIONS));
      check(Audit.of(NumericOutcomes.of(numbers, numbers), List.of(TWO), OPTIONS));
    }
  }

  /** Seeds 1 to 400: rows, groups, rare labels, few distinct scores, weights, all at random. */
  @Test
  void allIntervalsAreWithinTheRangeOfTheirFigureAndHoldIt() {
    for (int seed = 1; seed <= 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 1 + random.nextInt(200);
      int k = 1 + random.nextInt(4);
      List<String> names = IntStream.range(0, k).mapToObj(g -> "g" + g).toList();
      Groups groups =
          new Groups("g", names, IntStream.range(0, n).map(i -> random.nextInt(k)).toArray());
      double[] rate = {Math.pow(random.nextDouble(), 3), Math.pow(random.nextDouble(), 3)};
      int[] labels =
          IntStream.range(0, n)
              .map(i -> random.nextDouble() < rate[groups.codes()[i] % 2] ? 1 : 0)
              .toArray();
      int digits = 1 + random.nextInt(20);
      IntToDoubleFunction score =
          switch (random.nextInt(4)) {
            case 0 -> i -> Math.rint(random.nextDouble() * digits) / digits;
            case 1 -> i -> groups.codes()[i] == 0 ? labels[i] : 1 - labels[i];
            case 2 -> i -> rate[groups.codes()[i] % 2];
            default -> i -> random.nextDouble();
          };
      BinaryOutcomes rows = BinaryOutcomes.of(labels).withScores(scores(n, score));
      if (random.nextBoolean()) {
        rows = rows.withDecisions(scores(n, i -> random.nextInt(2)));
      }
      if (random.nextInt(3) == 0) {
        double spread = 10 * random.nextDouble();
        rows = rows.withWeights(scores(n, i -> Math.exp(spread * random.nextGaussian())));
      }
      AuditOptions options = OPTIONS.withMinRows(1 + random.nextInt(20)).withSeed(seed);
      check(Audit.of(rows, List.of(groups), options));
    }
  }

  private static AttributeAudit check(Audit audit) {
    AttributeAudit attribute = audit.attributes().get(0);
    List<GroupAudit> all = new ArrayList<>(attribute.groups());
    all.add(attribute.overall());
    for (GroupAudit group : all) {
      group
          .metrics()
          .forEach(
              (id, measured) -> {
                MeanMetric mean =
                    Arrays.stream(MeanMetric.values())
                        .filter(metric -> metric.id().equals(id))
                        .findFirst()
                        .orElse(MeanMetric.BRIER);
                check(
                    measured.value(),
                    measured.low(),
                    measured.high(),
                    measured.withoutInterval(),
                    new double[] {mean.lowest(), mean.highest()});
              });
    }
    for (Disparity gap : attribute.disparities()) {
      boolean unit = gap.kind() == Kind.RATIO || isShare(gap.metric());
      double[] range = {0, unit ? 1 : Double.POSITIVE_INFINITY};
      check(gap.value(), gap.low(), gap.high(), gap.withoutInterval(), range);
    }
    for (ParityMeasurement gap : attribute.parities()) {
      check(gap.value(), gap.low(), gap.high(), gap.withoutInterval(), new double[] {0, 1});
    }
    return attribute;
  }

  private static boolean isShare(String metric) {
    return !List.of("log_loss", "mean", "mae", "mse").contains(metric);
  }

  private static void check(
      OptionalDouble value,
      OptionalDouble low,
      OptionalDouble high,
      Optional<String> without,
      double[] range) {
    assertThat(low.isPresent()).isEqualTo(high.isPresent());
    assertThat(value.isPresent()).isEqualTo(low.isPresent() || without.isPresent());
    if (low.isPresent()) {
      assertThat(low.getAsDouble()).isFinite().isBetween(range[0], value.orElseThrow());
      assertThat(high.getAsDouble()).isFinite().isBetween(value.orElseThrow(), range[1]);
    }
  }
}
