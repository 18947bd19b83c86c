package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void appearsWholeOnCommit() throws IOException {
    Path target = folder.resolve("m.evenhand");
    try (WholeFile file = WholeFile.open(target)) {
      file.stream().write("whole".getBytes(StandardCharsets.UTF_8));
      assertThat(target).doesNotExist();
      file.commit();
    }
    assertThat(target).hasContent("whole");
    assertThat(names()).containsExactly("m.evenhand");
  }

  @Test
  void leavesNothingWhenAbandoned() throws IOException {
    Path target = Files.writeString(folder.resolve("old"), "before");
    try (WholeFile file = WholeFile.open(target)) {
      file.stream().write(new byte[100_000]);
    }
    assertThat(target).hasContent("before");
    assertThat(names()).containsExactly("old");
  }

  @Test
  void refusesPlacesThatCanNotBeWritten() {
    assertThatThrownBy(() -> WholeFile.open(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("it is a folder, a file name is needed");
    assertThatThrownBy(() -> WholeFile.open(folder.resolve("none/m")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no folder");
  }

  @Test
  void saysWhenTheDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.isWritable(full), "needs a device that is always full");
    assertThatThrownBy(() -> WholeFile.open(full))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("not an ordinary file");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).toList();
    }
  }
}
