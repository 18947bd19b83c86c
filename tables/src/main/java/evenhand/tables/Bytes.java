package evenhand.tables;

import evenhand.data.DataException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;

/** A file's bytes, uncompressed where its name ends in {@code .gz}. */
final class Bytes {

  private static final int BUFFER = 1 << 16;

  private Bytes() {}

  /**
   * @throws DataException when there is no such file, it can't be read, or holds nothing
   */
  static void requireReadable(Path file) {
    if (!Files.exists(file)) {
      throw new DataException("%s: there is no such file".formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      throw new DataException("%s is a folder or device; a file is needed".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new DataException("%s can't be read; its permissions do not allow it".formatted(file));
    }
    try {
      if (Files.size(file) == 0) {
        throw new DataException(
            "%s is empty; a table with at least one row is needed".formatted(file));
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static boolean isGzip(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return isGzip(file)
          ? new BufferedInputStream(new GzipMembers(raw), BUFFER)
          : new BufferedInputStream(raw, BUFFER);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The same without the mark that some programs put before UTF-8. */
  static InputStream openText(Path file) throws IOException {
    PushbackInputStream in = new PushbackInputStream(open(file), 3);
    byte[] start = in.readNBytes(3);
    boolean marked =
        start.length == 3
            && start[0] == (byte) 0xEF
            && start[1] == (byte) 0xBB
            && start[2] == (byte) 0xBF;
    if (!marked) {
      in.unread(start);
    }
    return in;
  }

  /** Reads a .gz to its end, for DuckDB takes a truncated or damaged one for a shorter one. */
  static void requireWhole(Path file) {
    if (!isGzip(file)) {
      return;
    }
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = open(file)) {
      int read = 0;
      while (read >= 0) {
        read = in.read(buffer);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static DataException unreadable(Path file, IOException e) {
    if (e instanceof EOFException && isGzip(file)) {
      return new DataException("%s is truncated: its gzip data ends early".formatted(file), e);
    }
    if (e instanceof ZipException) {
      return new DataException(
          "%s is not a sound gzip file: %s".formatted(file, e.getMessage()), e);
    }
    return new DataException("%s can't be read: %s".formatted(file, e.getMessage()), e);
  }
}
