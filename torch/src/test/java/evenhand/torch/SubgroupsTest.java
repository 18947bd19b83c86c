package evenhand.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Groups;
import evenhand.data.Sample;
import evenhand.loss.Batch;
import evenhand.loss.Credibility;
import evenhand.loss.FairnessLoss;
import evenhand.loss.Loss;
import evenhand.loss.Penalty;
import evenhand.loss.Pooling;
import evenhand.loss.Smoothing;
import evenhand.parity.Parity;
import evenhand.parity.Requirement;
import evenhand.train.Method;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SubgroupsTest {

  private static final int ROWS = 403;
  private static final Sample SAMPLE = crossed();
  private static final Batch BATCH = Batch.of(SAMPLE);
  private static final Requirement REQUIREMENT =
      Requirement.parse("demographic_parity<=0.05@sex&race");
  private static final FairnessTerm TERM =
      new FairnessTerm.Rates(Penalty.WORST, Smoothing.defaults(), 0);
  private static final double[] LOGITS = new SplittableRandom(7).doubles(ROWS, -2, 2).toArray();

  /** Four cells, of which b&y is three people, all at the end. */
  private static Sample crossed() {
    SplittableRandom random = new SplittableRandom(5);
    int[] sex = new int[ROWS];
    int[] race = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      int cell = i < 400 ? random.nextInt(3) : 3;
      sex[i] = cell / 2;
      race[i] = cell % 2;
    }
    Groups one = new Groups("sex", List.of("a", "b"), sex);
    Groups other = new Groups("race", List.of("x", "y"), race);
    Sample rows = Toys.sample(1, ROWS);
    return Sample.of(
        rows.features(), rows.labels(), List.of(one, other, Groups.cross(List.of(one, other))));
  }

  @Test
  void marginalsComeFirstThenCellsWithEnoughRows() {
    Subgroups.Timed timed = new Subgroups.Hierarchical(50, 0.5).on(TERM, REQUIREMENT, task());
    Loss.Evaluated marginals =
        Loss.Evaluated.nothing(ROWS)
            .plus(rates("sex").on(BATCH, LOGITS), 0.5)
            .plus(rates("race").on(BATCH, LOGITS), 0.5);

    assertThat(timed.on(BATCH, LOGITS, 0.49).value()).isCloseTo(marginals.value(), within(1e-15));
    assertThat(timed.on(BATCH, LOGITS, 0.5).value())
        .isCloseTo(
            marginals.value() + rates("sex&race").on(BATCH.counting(i -> i < 400), LOGITS).value(),
            within(1e-15));
  }

  /** The three move their cell's rate freely, and their marginals by what they are of them. */
  @Test
  void aCellOfThreePeopleSteersAsFarAsItsMarginalsOrItsPrior() {
    double[] moved = LOGITS.clone();
    for (int i = 400; i < ROWS; i++) {
      moved[i] = 40;
    }

    assertThat(change(new Subgroups.Pooled(new Credibility.Full()), moved)).isGreaterThan(0.2);
    for (Subgroups each :
        List.of(
            new Subgroups.Hierarchical(50, 0),
            new Subgroups.Pooled(new Credibility.Shrunk(50)),
            new Subgroups.Pooled(Credibility.Adaptive.SIZE))) {
      assertThat(change(each, moved)).as(each.toString()).isLessThan(0.08);
    }
  }

  private static double change(Subgroups subgroups, double[] moved) {
    Subgroups.Timed timed = subgroups.on(TERM, REQUIREMENT, task());
    return Math.abs(timed.on(BATCH, moved, 0.9).value() - timed.on(BATCH, LOGITS, 0.9).value());
  }

  /** Without an intersection only the rows of small groups are left out. */
  @Test
  void aSingleAttributeHasNoMarginals() {
    Subgroups.Timed timed =
        new Subgroups.Hierarchical(0, 0.5).on(TERM, REQUIREMENT.of("sex"), task());

    assertThat(timed.on(BATCH, LOGITS, 0))
        .usingRecursiveComparison()
        .isEqualTo(rates("sex").on(BATCH, LOGITS));
  }

  private static FairnessLoss rates(String attribute) {
    return new FairnessLoss(
        Parity.DEMOGRAPHIC_PARITY, Penalty.WORST, Smoothing.defaults(), attribute, Pooling.NONE);
  }

  private static Method.Task task() {
    return new Method.Task(SAMPLE, Optional.empty(), List.of(REQUIREMENT), Toys.learner(1), 1);
  }
}
