package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenhand.tables.DataFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of real data sets that tests may use: EVENHAND_DATA, else shared/data beside the
 * repository. Without it a test that needs it is skipped, or fails where CI=true.
 */
final class RealData {

  private RealData() {}

  static DataFolders folders() {
    Optional<Path> folder = find(System.getenv());
    if ("true".equals(System.getenv("CI"))) {
      assertThat(folder).as("CI=true needs the real data sets, in EVENHAND_DATA").isPresent();
    }
    assumeTrue(folder.isPresent(), "needs the real data sets: set EVENHAND_DATA");
    return new DataFolders(List.of(folder.orElseThrow()), Path.of("no-cache"));
  }

  private static Optional<Path> find(Map<String, String> environment) {
    String named = environment.getOrDefault(DataFolders.VARIABLE, "");
    if (!named.isBlank()) {
      return Optional.of(Path.of(named)).filter(Files::isDirectory);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path beside = at.resolve("shared").resolve("data");
      if (Files.isDirectory(beside)) {
        return Optional.of(beside);
      }
    }
    return Optional.empty();
  }
}
