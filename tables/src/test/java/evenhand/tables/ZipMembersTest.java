package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZipMembersTest {

  @TempDir Path folder;

  @Test
  void takesTheMemberOfThatExactName() throws IOException {
    Path zip = zip("A.csv", "upper", "x/a.csv", "deeper", "a.csv", "the one", "a.csv.bak", "other");

    assertThat(ZipMembers.read(zip, List.of("a.csv"), 100)).asString().isEqualTo("the one");
    assertThatThrownBy(() -> ZipMembers.read(zip, List.of("b.csv"), 100))
        .isInstanceOf(ZipException.class)
        .hasMessage("there is no file b.csv in it");
    assertThatThrownBy(() -> ZipMembers.read(zip, List.of("a.csv", "b.csv"), 100))
        .isInstanceOf(ZipException.class);
  }

  @Test
  void unfoldsNoFurtherThanAllowed() throws IOException {
    Path zip = zip("a.csv", "12345");

    assertThat(ZipMembers.read(zip, List.of("a.csv"), 5)).hasSize(5);
    assertThatThrownBy(() -> ZipMembers.read(zip, List.of("a.csv"), 4))
        .isInstanceOf(ZipException.class)
        .hasMessage("a.csv unfolds to more than 4 bytes");
  }

  private Path zip(String... namesAndTexts) throws IOException {
    Path zip = folder.resolve("z.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return zip;
  }
}
