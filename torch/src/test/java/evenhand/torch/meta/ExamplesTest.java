package evenhand.torch.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DenseMatrix;
import evenhand.data.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExamplesTest {

  private static final Examples ROWS =
      new Examples(
          new DenseMatrix(4, 1, new float[] {1, 2, 3, 4}),
          new int[] {0, 1, 2, 1},
          3,
          new Groups("g", List.of("a", "b"), new int[] {0, 0, 1, 1}));

  @Test
  void cellsAreTheCombinationsThatOccur() {
    assertThat(ROWS.cells().names()).containsExactly("a&0", "a&1", "b&1", "b&2");
    assertThat(ROWS.cells().codes()).containsExactly(0, 1, 3, 2);
  }

  @Test
  void selectsInTheOrderAsked() {
    Examples some = ROWS.select(new int[] {3, 0});

    assertThat(some.labels()).containsExactly(1, 0);
    assertThat(some.groups().codes()).containsExactly(1, 0);
    assertThat(some.size()).isEqualTo(2);
  }

  @Test
  void everyClassCanBeAGroup() {
    Examples rows = Examples.byClass(ROWS.features(), ROWS.labels(), 3);

    assertThat(rows.groups().codes()).isEqualTo(ROWS.labels());
    assertThat(rows.groups().names()).hasSize(3);
  }

  @Test
  void labelsOutsideTheClassesAreRefused() {
    assertThatThrownBy(
            () -> new Examples(ROWS.features(), new int[] {0, 1, 2, 3}, 3, ROWS.groups()))
        .hasMessage("label 3 is outside [0, 3)");
    assertThatThrownBy(() -> new Examples(ROWS.features(), new int[] {0}, 3, ROWS.groups()))
        .hasMessage("sizes differ: 4 rows, 1 labels, 4 in groups");
  }
}
