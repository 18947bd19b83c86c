package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleTest {

  private static final Matrix FEATURES = new DenseMatrix(3, 1, new float[] {7, 8, 9});
  private static final Groups SEX = new Groups("sex", List.of("F", "M"), new int[] {0, 1, 0});

  private static final Sample SAMPLE =
      new Sample(
          FEATURES,
          new int[] {0, 1, 1},
          new double[] {1, 2, 3},
          new double[] {4, 5, 6},
          List.of(SEX));

  @Test
  void selectTakesRowsOfEverything() {
    Sample picked = SAMPLE.select(new int[] {2, 0, 2});
    assertThat(picked.size()).isEqualTo(3);
    assertThat(picked.features()).isEqualTo(new DenseMatrix(3, 1, new float[] {9, 7, 9}));
    assertThat(picked.labels()).containsExactly(1, 0, 1);
    assertThat(picked.weights()).containsExactly(3, 1, 3);
    assertThat(picked.parityWeights()).containsExactly(6, 4, 6);
    assertThat(picked.groups("sex").codes()).containsExactly(0, 0, 0);
    assertThat(picked.groups("sex").names()).containsExactly("F", "M");
  }

  @Test
  void withoutWeightsEveryRowCountsOnce() {
    Sample plain = Sample.of(FEATURES, new int[] {0, 1, 1}, List.of(SEX));
    assertThat(plain.weights()).containsExactly(1, 1, 1);
    assertThat(plain.parityWeights()).containsExactly(1, 1, 1);
  }

  @Test
  void anUnknownAttributeIsRefusedWithTheKnownOnes() {
    assertThat(SAMPLE.groups("sex")).isSameAs(SEX);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> SAMPLE.groups("age"))
        .withMessage("no group column is named age, the group columns are [sex]");
  }

  @Test
  void refusesSizesThatDiffer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.of(FEATURES, new int[2], List.of()))
        .withMessageContaining("3 rows of features, 2 labels");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sample(FEATURES, new int[3], new double[3], new double[4], List.of()))
        .withMessageContaining("4 parity weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.of(FEATURES, new int[3], List.of(SEX.select(new int[] {0}))))
        .withMessage("sex has 1 rows, the features 3");
  }

  @Test
  void refusesLabelsThatAreNotBinary() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.of(FEATURES, new int[] {0, 1, 2}, List.of()))
        .withMessage("a label must be 0 or 1, was 2");
  }
}
