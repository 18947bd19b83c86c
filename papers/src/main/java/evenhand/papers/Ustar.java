package evenhand.papers;

import evenhand.data.DataException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Reads the files in a tar archive one after the other, without unpacking it. Only plain files and
 * folders in POSIX's ustar layout are read, under names that stay below the archive's own folder.
 */
final class Ustar {

  private static final int BLOCK = 512;
  private static final int MOST = 200_000;
  private static final int LARGEST = 1 << 20;
  private static final int CHECKSUM = 148;

  private final Path archive;
  private final InputStream in;

  /** Gets the files of an archive. */
  @FunctionalInterface
  interface Visitor {

    /**
     * @param name such as {@code train/cat/0001.jpg}
     */
    void file(String name, byte[] contents);
  }

  private Ustar(Path archive, InputStream in) {
    this.archive = archive;
    this.in = in;
  }

  /**
   * @param archive gzipped where its name ends in {@code .gz}
   * @param wanted by name; others are passed over
   * @throws DataException where the archive is truncated, damaged or holds anything else
   */
  static void read(Path archive, Predicate<String> wanted, Visitor visitor) {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        InputStream in =
            archive.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file) {
      new Ustar(archive, in).readAll(wanted, visitor);
    } catch (EOFException e) {
      throw new DataException(archive + " is truncated", e);
    } catch (IOException e) {
      throw new DataException("can't read %s: %s".formatted(archive, e.getMessage()), e);
    }
  }

  private void readAll(Predicate<String> wanted, Visitor visitor) throws IOException {
    byte[] header = block();
    for (int count = 1; header[0] != 0; count++) {
      if (count > MOST) {
        throw new DataException(
            "%s has more than %d entries, more than are read".formatted(archive, MOST));
      }
      requireChecksum(header, count);
      String name = name(header);
      long size = octal(header, 124, 12, name);
      if (size > LARGEST) {
        throw new DataException(
            "%s: %s has %d bytes, at most %d are read".formatted(archive, name, size, LARGEST));
      }
      byte[] contents = padded((int) size, name);
      char type = (char) header[156];
      if (type != '0' && type != 0 && type != '5') {
        throw new DataException(
            "%s: %s is neither a plain file nor a folder".formatted(archive, name));
      }
      if (type != '5' && wanted.test(name)) {
        visitor.file(name, contents);
      }
      header = block();
    }
  }

  private byte[] block() throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new EOFException();
    }
    return block;
  }

  private byte[] padded(int size, String name) throws IOException {
    byte[] contents = in.readNBytes(size);
    int rest = (BLOCK - size % BLOCK) % BLOCK;
    if (contents.length < size || in.readNBytes(rest).length < rest) {
      throw new DataException("%s is truncated within %s".formatted(archive, name));
    }
    return contents;
  }

  private void requireChecksum(byte[] header, int entry) {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : header[i] & 0xff;
    }
    if (sum != octal(header, CHECKSUM, 8, "the checksum of entry " + entry)) {
      throw new DataException(
          "%s is no tar archive, or damaged: entry %d has another checksum than it says"
              .formatted(archive, entry));
    }
  }

  private long octal(byte[] header, int from, int length, String what) {
    String digits = text(header, from, length).strip();
    if (!digits.matches("[0-7]{1,11}")) {
      throw new DataException(
          "%s is no tar archive, or damaged: %s is no octal number".formatted(archive, what));
    }
    return Long.parseLong(digits, 8);
  }

  private String name(byte[] header) {
    String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
    String name = prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
    if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
      throw new DataException(
          "%s: the name %s leads out of the archive's own folder".formatted(archive, name));
    }
    return name;
  }

  private static String text(byte[] header, int from, int length) {
    int to = from;
    while (to < from + length && header[to] != 0) {
      to++;
    }
    return new String(header, from, to - from, StandardCharsets.ISO_8859_1);
  }
}
