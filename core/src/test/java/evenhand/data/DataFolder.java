package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of real data sets that tests may use: {@code EVENHAND_DATA}, else {@code shared/data}
 * beside the repository. A test that needs it is skipped without it, or fails where {@code
 * CI=true}.
 */
public final class DataFolder {

  private DataFolder() {}

  public static Path needed() {
    Optional<Path> folder = find();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(folder).as("CI=true needs the real data sets, in EVENHAND_DATA").isPresent();
    }
    assumeTrue(folder.isPresent(), "needs the real data sets: set EVENHAND_DATA");
    return folder.orElseThrow();
  }

  /** Whether {@link #needed} has an answer. */
  public static boolean isThere() {
    return find().isPresent();
  }

  private static Optional<Path> find() {
    String named = System.getenv().getOrDefault("EVENHAND_DATA", "");
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
