package evenhand.cli;

import evenhand.data.DataException;
import evenhand.data.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder to write into, made with the folders it lies in. Closed, it takes away those of them
 * that it made and that are empty still, so that a command that failed leaves none behind.
 */
final class NewFolder implements AutoCloseable {

  private final Path place;

  /** The innermost first. */
  private final List<Path> made;

  private NewFolder(Path place, List<Path> made) {
    this.place = place;
    this.made = made;
  }

  /**
   * @throws DataException where it can't be made, or a file is there
   */
  static NewFolder at(Path place) {
    List<Path> made = new ArrayList<>();
    for (Path at = place.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
      made.add(at);
    }
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw new DataException("can't make the folder %s: %s".formatted(place, e.getMessage()), e);
    }
    WholeFile.clean(place);
    return new NewFolder(place, made);
  }

  Path path() {
    return place;
  }

  @Override
  public void close() {
    try {
      for (Path folder : made) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // It holds something, or is not ours to delete: then it stays.
    }
  }
}
