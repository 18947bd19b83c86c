package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.AttributeAudit;
import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Sample;
import evenhand.learner.Classifier;
import evenhand.learner.ConstantScorer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 60 rows of F, of which 20 have label 1, and 70 of M, of which 5 have. */
final class CellEvidenceTest {

  private static final int ROWS = 130;
  private static final Groups SEX =
      new Groups(
          "sex", List.of("F", "M"), IntStream.range(0, ROWS).map(i -> i < 60 ? 0 : 1).toArray());
  private static final Groups RACE =
      new Groups("race", List.of("x", "y"), IntStream.range(0, ROWS).map(i -> i % 2).toArray());
  private static final int[] LABELS =
      IntStream.range(0, ROWS).map(i -> i < 20 || i >= 125 ? 1 : 0).toArray();

  private static Sample sample(Groups... groups) {
    return Sample.of(new DenseMatrix(ROWS, 1, new float[ROWS]), LABELS, List.of(groups));
  }

  @Test
  void cellsAreGroupsWithOrWithoutTheLabel() {
    assertThat(AimedCells.ATTRIBUTE.of(sample(SEX))).isEqualTo(SEX);
    Groups cells =
        AimedCells.ATTRIBUTE_AND_LABEL.of(sample(SEX), new Outcome("income", ">50K", "<=50K"));

    assertThat(cells.attribute()).isEqualTo("sex&income");
    assertThat(cells.names()).containsExactly("F&<=50K", "F&>50K", "M&<=50K", "M&>50K");
    assertThat(cells.counts()).containsExactly(40, 20, 65, 5);
  }

  /** An intersection that is watched too is no attribute of its own. */
  @Test
  void everyAttributeIsCrossedOnce() {
    Groups both = Groups.cross(List.of(SEX, RACE));

    assertThat(AimedCells.ATTRIBUTE.of(sample(SEX, RACE, both))).isEqualTo(both);
    assertThat(AimedCells.ATTRIBUTE_AND_LABEL.of(sample(SEX, RACE, both)).attribute())
        .isEqualTo("sex&race&label");
  }

  /** Everyone is rejected but F of label 1; the plain model rejects everyone. */
  @Test
  void theWorstCellIsNamedAndOneThatIsNotKnownIsTold() {
    double[] decisions = new double[ROWS];
    Arrays.fill(decisions, 0, 15, 1);
    CellEvidence evidence = measured(decisions, 10);

    assertThat(worst(evidence.model()).cell().orElseThrow().name()).isEqualTo("F&1");
    assertThat(CellEvidence.accuracy(worst(evidence.model()).cell().orElseThrow()).value())
        .hasValue(0.75);
    assertThat(worst(evidence.model()).reason())
        .hasValueSatisfying(why -> assertThat(why).startsWith("M&1: insufficient evidence: 5 "));
    assertThat(worst(measured(decisions, 1).model()).cell().orElseThrow().name()).isEqualTo("M&1");
    assertThat(worst(measured(decisions, 1).model()).reason()).isEmpty();
    assertThat(CellEvidence.accuracy(worst(evidence.plain()).cell().orElseThrow()).value())
        .hasValue(0);
  }

  private static CellEvidence.Worst worst(AttributeAudit audited) {
    return CellEvidence.worst(audited);
  }

  private static CellEvidence measured(double[] decisions, int minRows) {
    TrainingOptions options =
        new TrainingOptions(0.2, TrainingOptions.Decisions.MIXTURE, 100, minRows, 1);
    return new CellMeasuring(
            AimedCells.ATTRIBUTE_AND_LABEL,
            new Outcome("label", "1", "0"),
            options.audit(),
            WeightMeaning.ERROR)
        .on(Part.TEST, sample(SEX), decisions, Classifier.of(new ConstantScorer(0.1)));
  }
}
