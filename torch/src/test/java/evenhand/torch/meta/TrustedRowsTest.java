package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.DenseMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TrustedRowsTest {

  /** A hundred rows of class 0, three of class 1, one of class 2. */
  private static final Examples ROWS =
      Examples.byClass(new DenseMatrix(104, 1, new float[104]), labels(), 3);

  private static int[] labels() {
    int[] labels = new int[104];
    labels[5] = 1;
    labels[50] = 1;
    labels[99] = 1;
    labels[70] = 2;
    return labels;
  }

  @Test
  void noClassIsMissing() {
    TrustedRows trusted = new TrustedRows(ROWS, 10, 2);
    SplittableRandom random = new SplittableRandom(1);
    for (int draw = 0; draw < 50; draw++) {
      int[] rows = trusted.draw(random);

      assertThat(rows).hasSize(10).doesNotHaveDuplicates().isSorted();
      assertThat(Arrays.stream(rows).filter(row -> ROWS.labels()[row] == 1).count())
          .isGreaterThanOrEqualTo(2);
      assertThat(rows).contains(70);
    }
  }

  @Test
  void smallSetsAreTakenWhole() {
    TrustedRows trusted = new TrustedRows(ROWS, 200, 2);

    assertThat(trusted.isWhole()).isTrue();
    assertThat(trusted.draw(new SplittableRandom(1))).hasSize(104);
  }

  /** As many of the least as there are may be more than a batch should hold. */
  @Test
  void theLeastOfEachClassGoesBeforeTheSize() {
    assertThat(new TrustedRows(ROWS, 3, 2).draw(new SplittableRandom(1))).hasSize(5);
  }
}
