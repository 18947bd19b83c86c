package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compares folders file by file. */
public final class Folders {

  private Folders() {}

  public static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** Both have the same files with the same bytes. */
  public static void assertSame(Path one, Path other) throws IOException {
    assertThat(files(one)).isNotEmpty().isEqualTo(files(other));
    for (String file : files(one)) {
      assertThat(one.resolve(file)).hasSameBinaryContentAs(other.resolve(file));
    }
  }
}
