package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Sha256Test {

  /** FIPS 180-4's example: the message abc. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void isOfTheUncompressedContents() throws IOException {
    Path plain = Files.writeString(folder.resolve("a"), "abc");
    Path packed = folder.resolve("a.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("abc".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(Sha256.of(plain, 3)).isEqualTo(ABC);
    assertThat(Sha256.of(packed, 3)).isEqualTo(ABC);
  }

  @Test
  void aFileThatIsTooLongCannotMatch() throws IOException {
    Path longer = Files.writeString(folder.resolve("a"), "abcd");
    DatasetFile file = new DatasetFile("toy", "a", ABC, 3, List.of());

    assertThatThrownBy(() -> Sha256.requireContents(longer, file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("expected ba7816bf8f01");
    Path right = Files.writeString(folder.resolve("b"), "abc");
    assertThatCode(() -> Sha256.requireContents(right, file)).doesNotThrowAnyException();
  }

  @Test
  void filesHavePlainNames() {
    assertThatThrownBy(() -> new DatasetFile("toy", "../a", ABC, 3, List.of()))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> new DatasetFile("a/b", "a", ABC, 3, List.of()))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> new DatasetFile("toy", "a", "xyz", 3, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
