package evenhand.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the public data sets are, if they are here. */
public final class DataFolder {

  private DataFolder() {}

  /** {@code EVENHAND_DATA}, else {@code ../shared/data} beside the repository. */
  public static Optional<Path> find(String name) {
    @Nullable String named = System.getenv("EVENHAND_DATA");
    if (named != null) {
      return Optional.of(Path.of(named).resolve(name)).filter(Files::isDirectory);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path data = folder.resolveSibling("shared").resolve("data").resolve(name);
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }
}
