package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is known to be the same when it is read again.
 *
 * @param size in bytes
 * @param key of the file system, where it has one
 */
record FileStamp(Path file, long size, FileTime modified, @Nullable Object key) {

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(file, found.size(), found.lastModifiedTime(), found.fileKey());
    } catch (IOException e) {
      throw Bytes.unreadable(file, e);
    }
  }

  /**
   * @throws DataException when the file is another by now
   */
  void requireSame() {
    if (!of(file).equals(this)) {
      throw changed();
    }
  }

  DataException changed() {
    return new DataException("%s changed while it was read".formatted(file));
  }
}
