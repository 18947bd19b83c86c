package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UstarTest {

  @TempDir private Path folder;

  private Path write(String name, byte[] contents) {
    try {
      return Files.write(folder.resolve(name), contents);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> read(Path archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Ustar.read(archive, name -> !name.startsWith("skip"), files::put);
    return files;
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }

  @Test
  void handsOutTheWantedFilesInTheirOrder() throws IOException {
    byte[] tar =
        new Tars()
            .entry("a/", '5', bytes(0))
            .file("a/one", bytes(512))
            .file("skip", bytes(3))
            .file("a/two", bytes(513))
            .file("a/none", bytes(0))
            .whole();
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(tar);
    }

    for (Path archive : new Path[] {write("x.tar", tar), write("x.tar.gz", zipped.toByteArray())}) {
      Map<String, byte[]> files = read(archive);
      assertThat(files.keySet()).containsExactly("a/one", "a/two", "a/none");
      assertThat(files.get("a/two")).isEqualTo(bytes(513));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/x", "a/../../x", "a/..", "a\\x"})
  void aNameThatLeadsOutIsRefused(String name) {
    Path archive = write("x.tar", new Tars().file(name, bytes(1)).whole());

    assertThatThrownBy(() -> read(archive))
        .isInstanceOf(DataException.class)
        .hasMessage("%s: the name %s leads out of the archive's own folder", archive, name);
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', 'x', 'g', 'L'})
  void linksAndTheLikeAreRefused(char type) {
    Path archive = write("x.tar", new Tars().entry("link", type, bytes(0)).whole());

    assertThatThrownBy(() -> read(archive))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("link is neither a plain file nor a folder");
  }

  @Test
  void everyTruncationIsSeen() {
    byte[] open = new Tars().file("a", bytes(600)).open();
    for (int length = 0; length <= open.length; length += 64) {
      Path archive = write("x.tar", Arrays.copyOf(open, length));
      assertThatThrownBy(() -> read(archive))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("is truncated");
    }
  }

  @Test
  void otherFilesAndDamagedOnesAreRefused() {
    byte[] other = bytes(2048);
    assertThatThrownBy(() -> read(write("o.tar", other)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is no tar archive, or damaged");
    byte[] damaged = new Tars().file("a", bytes(1)).whole();
    damaged[3] = 'b';
    assertThatThrownBy(() -> read(write("d.tar", damaged)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("entry 1 has another checksum than it says");
    assertThatThrownBy(() -> read(write("z.tar.gz", bytes(100))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("can't read");
    Path large = write("l.tar", new Tars().file("a", bytes((1 << 20) + 1)).whole());
    assertThatThrownBy(() -> read(large))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith("a has 1048577 bytes, at most 1048576 are read");
  }
}
