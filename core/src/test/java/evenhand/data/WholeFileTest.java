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
  void aNameMayBeAsLongAsTheFileSystemAllows() throws IOException {
    Assumptions.assumeTrue(
        "UTF-8".equals(System.getProperty("sun.jnu.encoding")), "needs names of any letters");
    for (String name :
        List.of("\u8868".repeat(80), "x".repeat(250), "a" + "\ud83d\ude00".repeat(60))) {
      Path target = folder.resolve(name);
      try (WholeFile file = WholeFile.open(target)) {
        file.stream().write(1);
        file.commit();
      }
      assertThat(target).hasSize(1);
    }
    assertThat(names()).hasSize(3);
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
    Path link = Files.createSymbolicLink(folder.resolve("full"), full);
    try (WholeFile file = WholeFile.open(link)) {
      file.stream().write(1);
      assertThatThrownBy(file::commit)
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("can't write " + link + ": ");
    }
    assertThat(link).isSymbolicLink();
  }

  @Test
  void writesThroughLinksToTheirTarget() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path real = Files.writeString(inner.resolve("real.csv"), "old");
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("inner/real.csv"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), first);
    write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
    Path missing = Files.createSymbolicLink(folder.resolve("dangling"), inner.resolve("fresh"));
    write(missing, "made");
    assertThat(missing).isSymbolicLink();
    assertThat(inner.resolve("fresh")).isRegularFile().hasContent("made");
  }

  private static void write(Path place, String contents) throws IOException {
    try (WholeFile file = WholeFile.open(place)) {
      file.stream().write(contents.getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
  }

  @Test
  void refusesLinksWithoutAnEnd() throws IOException {
    Path a = folder.resolve("a");
    Files.createSymbolicLink(a, Files.createSymbolicLink(folder.resolve("b"), a));
    assertThatThrownBy(() -> WholeFile.open(a))
        .isInstanceOf(DataException.class)
        .hasMessage("can't write " + a + ": its symbolic links have no end");
  }

  @Test
  void aLongNameIsAName() throws IOException {
    Path place = folder.resolve("n".repeat(250));
    write(place, "x");
    assertThat(place).hasContent("x");
  }

  @Test
  void removesWhatKilledProcessesLeft() throws Exception {
    long gone = new ProcessBuilder("true").start().onExit().get().pid();
    Path old = Files.writeString(folder.resolve(".m.evenhand.%d-17.part".formatted(gone)), "half");
    Path ours =
        Files.writeString(
            folder.resolve(".m.evenhand.%d-17.part".formatted(ProcessHandle.current().pid())), "");
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    Path alive = Files.writeString(folder.resolve(".m.%d-17.part".formatted(parent)), "half");
    Path other = Files.writeString(folder.resolve(".notes.part"), "somebody's");
    write(folder.resolve("m.evenhand"), "whole");
    assertThat(old).doesNotExist();
    assertThat(ours).as("of a process with our number, before us").doesNotExist();
    assertThat(alive).exists();
    assertThat(other).exists();
  }

  @Test
  void filesThatBelongTogetherAppearTogether() throws IOException {
    Path first = Files.writeString(folder.resolve("first"), "old");
    Path second = folder.resolve("second");
    Path third = folder.resolve("third");
    try (WholeFile a = WholeFile.open(first);
        WholeFile b = WholeFile.open(second);
        WholeFile c = WholeFile.open(third)) {
      for (WholeFile each : List.of(a, b, c)) {
        each.stream().write("new".getBytes(StandardCharsets.UTF_8));
      }
      Files.createDirectories(third.resolve("in the way"));
      assertThatThrownBy(() -> WholeFiles.commit(List.of(a, b, c)))
          .isInstanceOf(DataException.class);
    }
    assertThat(first).hasContent("old");
    assertThat(names()).containsExactlyInAnyOrder("first", "third");
  }

  @Test
  void twoOutputsOfOnePlaceAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("m"));
    try (WholeFile a = WholeFile.open(folder.resolve("m"));
        WholeFile b = WholeFile.open(link)) {
      assertThatThrownBy(() -> WholeFiles.commit(List.of(a, b)))
          .hasMessage("can't write " + link + ": two outputs have this place");
    }
    assertThat(names()).containsExactly("link");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).toList();
    }
  }
}
