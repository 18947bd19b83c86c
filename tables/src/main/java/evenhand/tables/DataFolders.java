package evenhand.tables;

import evenhand.data.DataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where data sets lie on this machine.
 *
 * @param given folders to look in first, one folder a data set; never written to
 * @param cache where fetched files are put, looked in last
 */
public record DataFolders(List<Path> given, Path cache) {

  /** Names the folder that holds data sets. */
  public static final String VARIABLE = "EVENHAND_DATA";

  public DataFolders {
    given = List.copyOf(given);
  }

  /**
   * The folder in {@value #VARIABLE}, if set, and {@code evenhand/datasets} under {@code
   * XDG_CACHE_HOME} or the home folder's {@code .cache}.
   *
   * @param environment such as {@link System#getenv()}
   */
  public static DataFolders of(Map<String, String> environment) {
    List<Path> given = new ArrayList<>();
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      given.add(Path.of(named));
    }
    String cacheHome = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path cache =
        Path.of(cacheHome).isAbsolute()
            ? Path.of(cacheHome)
            : Path.of(System.getProperty("user.home"), ".cache");
    return new DataFolders(given, cache.resolve("evenhand").resolve("datasets"));
  }

  /** As the environment of this process says. */
  public static DataFolders usual() {
    return of(System.getenv());
  }

  /** The file where it lies, plain or as .gz; empty where it is in none of the folders. */
  Optional<Path> find(DatasetFile file) {
    List<Path> folders = new ArrayList<>(given);
    folders.add(cache);
    for (Path folder : folders) {
      for (String name : List.of(file.name(), file.name() + ".gz")) {
        Path path = folder.resolve(file.folder()).resolve(name);
        if (Files.isRegularFile(path)) {
          return Optional.of(path);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The first of the files that is there, checked against its hash.
   *
   * @throws DataException saying how to get it where none is there, or that its contents are others
   */
  Path require(String dataset, List<DatasetFile> files) {
    for (DatasetFile file : files) {
      Optional<Path> found = find(file);
      if (found.isPresent()) {
        Sha256.requireContents(found.get(), file);
        return found.get();
      }
    }
    List<String> looked = new ArrayList<>();
    given.forEach(folder -> looked.add(folder.toString()));
    looked.add(cache.toString());
    throw new DataException(
        "the data set %s is not on this machine (looked for %s in %s); evenhand datasets fetch %s gets it"
            .formatted(
                dataset,
                files.get(0).folder() + "/" + files.get(0).name(),
                String.join(" and ", looked),
                dataset));
  }
}
