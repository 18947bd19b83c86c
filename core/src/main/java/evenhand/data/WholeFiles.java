package evenhand.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Files that belong together: all of them appear, or none. */
public final class WholeFiles {

  private WholeFiles() {}

  /**
   * Writes all to the end before the first is moved to its place. Where a later one can't be moved,
   * those before it are what they were.
   *
   * @throws DataException when one can't be written, or two have the same place
   */
  public static void commit(List<WholeFile> files) {
    Set<Path> places = new HashSet<>();
    for (WholeFile file : files) {
      if (!file.isCommitted() && !places.add(file.place())) {
        throw new DataException(
            "can't write %s: two outputs have this place".formatted(file.target()));
      }
    }
    files.forEach(WholeFile::finish);
    List<Moved> moved = new ArrayList<>();
    try {
      for (WholeFile file : files) {
        if (!file.isCommitted()) {
          moved.add(Moved.before(file.place()));
          file.commit();
        }
      }
    } catch (DataException e) {
      for (int i = moved.size() - 2; i >= 0; i--) {
        moved.get(i).undo();
      }
      throw e;
    } finally {
      moved.forEach(Moved::forget);
    }
  }

  /**
   * What was at a place before.
   *
   * @param existed whether anything was
   * @param before another name of it, where a file can have two
   */
  private record Moved(Path place, boolean existed, Path before) {

    static Moved before(Path place) {
      Path other = Leftovers.beside(place);
      boolean existed = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
      try {
        if (existed) {
          Files.createLink(other, place);
        }
      } catch (IOException | UnsupportedOperationException e) {
        // where a file can't have two names, a move that fails after this one can't be undone
      }
      return new Moved(place, existed, other);
    }

    void undo() {
      try {
        if (Files.exists(before, LinkOption.NOFOLLOW_LINKS)) {
          Files.move(before, place, StandardCopyOption.REPLACE_EXISTING);
        } else if (!existed) {
          Files.deleteIfExists(place);
        }
      } catch (IOException e) {
        // the failure that led here is the one to tell
      }
    }

    void forget() {
      try {
        Files.deleteIfExists(before);
      } catch (IOException e) {
        // a second name of a file takes no room
      }
      Leftovers.forget(before);
    }
  }
}
