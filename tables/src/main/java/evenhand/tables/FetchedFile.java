package evenhand.tables;

import java.nio.file.Path;

/**
 * A data file that is on this machine, checked.
 *
 * @param path where
 * @param how it got there
 */
public record FetchedFile(Path path, How how) {

  /** Whether there was anything to do. */
  public enum How {
    /** It was there already, with the right contents. */
    FOUND,
    /** It was downloaded. */
    DOWNLOADED
  }
}
