package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CellFolderTest {

  private static final CellId ID = new CellId("uniform", 3, Map.of("steps", "10"));
  private static final Cell CELL =
      new Cell(Map.of("accuracy", 0.1 + 0.2), Map.of("loss", new double[] {1, 1e-300}));

  @TempDir private Path folder;

  private static Cell never() {
    throw new AssertionError("was there already");
  }

  @Test
  void findsAgainWhatItKeptToTheLastBit() {
    CellFolder first = new CellFolder(folder.resolve("deep/cells"), "1");
    assertThat(first.get(ID, () -> CELL)).isSameAs(CELL);
    assertThat(first.reused()).isZero();

    CellFolder second = new CellFolder(folder.resolve("deep/cells"), "1");
    Cell found = second.get(ID, CellFolderTest::never);

    assertThat(found.figures()).isEqualTo(CELL.figures());
    assertThat(found.series().get("loss")).containsExactly(1, 1e-300);
    assertThat(second.reused()).isOne();
  }

  @Test
  void otherConfigurationSeedOrVersionIsRunAgain() {
    new CellFolder(folder, "1").get(ID, () -> CELL);
    Cell other = Cell.of(Map.of("accuracy", 0.5));

    assertThat(
            new CellFolder(folder, "1")
                .get(new CellId("uniform", 3, Map.of("steps", "11")), () -> other))
        .isSameAs(other);
    assertThat(new CellFolder(folder, "1").get(ID, () -> other)).isSameAs(other);
    assertThat(new CellFolder(folder, "2").get(ID, () -> CELL)).isSameAs(CELL);
    assertThat(
            new CellFolder(folder, "2")
                .get(new CellId("uniform", 4, Map.of("steps", "10")), () -> other))
        .isSameAs(other);
  }

  @Test
  void aTruncatedCellIsAsGoodAsNone() throws IOException {
    new CellFolder(folder, "1").get(ID, () -> CELL);
    Path file = folder.resolve("uniform-seed3.json");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    assertThat(new CellFolder(folder, "1").get(ID, () -> CELL)).isSameAs(CELL);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void numbersAreFiniteAndNamesAreNames() {
    assertThatThrownBy(() -> Cell.of(Map.of("auc", Double.NaN)))
        .hasMessage("the figure auc must be finite, was NaN");
    assertThatThrownBy(() -> new CellId("../x", 1, Map.of()))
        .hasMessage("a cell's method is lower case, digits, dots and hyphens, was ../x");
    assertThatThrownBy(() -> CELL.figure("auc")).hasMessage("no figure auc among [accuracy]");
  }
}
