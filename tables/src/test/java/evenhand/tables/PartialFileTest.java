package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartialFileTest {

  private static final URI URL = URI.create("http://127.0.0.1/a");

  @TempDir Path folder;

  @Test
  void anotherRunFindsTheBytesAndTheirVersion() {
    try (PartialFile part = PartialFile.open(folder.resolve("a.part"))) {
      part.restart(URL, Optional.of("\"v1\""));
      part.append(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})));
    }
    try (PartialFile part = PartialFile.open(folder.resolve("a.part"))) {
      assertThat(part.size()).isEqualTo(3);
      assertThat(part.versionFrom(URL)).contains("\"v1\"");
      assertThat(part.versionFrom(URI.create("http://127.0.0.1/b"))).isEmpty();
      part.append(List.of(ByteBuffer.wrap(new byte[] {4})));
      part.finish();
    }
    assertThat(folder.resolve("a.part")).hasBinaryContent(new byte[] {1, 2, 3, 4});
    assertThat(folder.toFile().list()).containsExactly("a.part");
  }

  @Test
  void anEmptyOneLeavesNothing() {
    try (PartialFile part = PartialFile.open(folder.resolve("a.part"))) {
      part.append(List.of(ByteBuffer.wrap(new byte[] {1})));
      part.restart(URL, Optional.empty());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDiscardedOneLeavesNothing() {
    try (PartialFile part = PartialFile.open(folder.resolve("a.part"))) {
      part.restart(URL, Optional.of("\"v1\""));
      part.append(List.of(ByteBuffer.wrap(new byte[] {1})));
      part.discard();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderThatIsNotThereIsASentence() {
    assertThatThrownBy(() -> PartialFile.open(folder.resolve("none").resolve("a.part")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a.part can't be written: ");
  }
}
