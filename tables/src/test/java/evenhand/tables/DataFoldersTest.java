package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFoldersTest {

  private static final DatasetFile FILE =
      new DatasetFile("toy", "toy.csv", "0".repeat(64), 3, List.of());

  @TempDir Path folder;

  @Test
  void theEnvironmentSaysWhere() {
    Path home = Path.of(System.getProperty("user.home"));

    assertThat(DataFolders.of(Map.of()))
        .isEqualTo(new DataFolders(List.of(), home.resolve(".cache/evenhand/datasets")));
    assertThat(DataFolders.of(Map.of("XDG_CACHE_HOME", "not/absolute")).cache())
        .isEqualTo(home.resolve(".cache/evenhand/datasets"));
    assertThat(DataFolders.of(Map.of("EVENHAND_DATA", "data", "XDG_CACHE_HOME", folder.toString())))
        .isEqualTo(new DataFolders(List.of(Path.of("data")), folder.resolve("evenhand/datasets")));
  }

  @Test
  void theGivenFolderComesFirstAndPlainBeforeCompressed() throws IOException {
    DataFolders folders =
        new DataFolders(List.of(folder.resolve("given")), folder.resolve("cache"));
    assertThat(folders.find(FILE)).isEmpty();
    Path cached = make("cache/toy/toy.csv.gz");
    assertThat(folders.find(FILE)).contains(cached);
    Path packed = make("given/toy/toy.csv.gz");
    assertThat(folders.find(FILE)).contains(packed);
    Path plain = make("given/toy/toy.csv");
    assertThat(folders.find(FILE)).contains(plain);
  }

  private Path make(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "abc");
  }
}
