package evenhand.model;

import evenhand.data.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Reads a zip of stored entries that every reader sees alike: the entries lie one behind the other
 * from the first byte, the directory tells the same of each, and nothing is before, between or
 * after them. What is read takes no more memory than the file is long.
 */
final class StoredZip {

  private static final int MOST_PARTS = 10_000;
  private static final long MOST_BYTES = 1L << 29;
  private static final int END = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY = 46;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int LOCAL = 30;
  private static final int LOCAL_SIGNATURE = 0x04034b50;

  /** Of what both headers say: version needed, flags, method, time, date, CRC and both sizes. */
  private static final int ALIKE = 22;

  private static final int LEAST_FLAGS = 0x800; // names in UTF-8
  private static final String DAMAGED = "it is damaged, some of its bytes have changed";
  private static final String DIFFERENT = "its zip directory tells of other entries than it holds";

  private final Path path;
  private final FileChannel file;

  private StoredZip(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /**
   * @return contents by name
   * @throws DataException when there is no such file, or it is no zip as described
   */
  static Map<String, byte[]> read(Path path) {
    if (Files.isDirectory(path)) {
      throw new DataException("%s is not a readable model: it is a folder".formatted(path));
    }
    try (FileChannel file = FileChannel.open(path)) {
      return new StoredZip(path, file).read();
    } catch (NoSuchFileException e) {
      throw new DataException("there is no file " + path, e);
    } catch (IOException e) {
      throw new DataException("%s is not a readable model: it can't be read".formatted(path), e);
    }
  }

  private Map<String, byte[]> read() throws IOException {
    long size = file.size();
    if (size < LOCAL || bytes(0, LOCAL).getInt(0) != LOCAL_SIGNATURE) {
      throw refusal("it is no zip file");
    }
    if (size > MOST_BYTES) {
      throw tooLarge();
    }
    if (size < END || bytes(size - END, END).getInt(0) != END_SIGNATURE) {
      throw refusal("it is truncated");
    }
    ByteBuffer end = bytes(size - END, END);
    int count = Short.toUnsignedInt(end.getShort(10));
    long length = Integer.toUnsignedLong(end.getInt(12));
    long start = Integer.toUnsignedLong(end.getInt(16));
    if (count > MOST_PARTS) {
      throw tooLarge();
    }
    boolean whole =
        end.getInt(4) == 0
            && end.getShort(8) == end.getShort(10)
            && end.getShort(20) == 0
            && start + length + END == size;
    if (!whole) {
      throw refusal(DIFFERENT);
    }
    return entries(bytes(start, (int) length), count, start);
  }

  private Map<String, byte[]> entries(ByteBuffer directory, int count, long start)
      throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    long next = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (directory.limit() - at < ENTRY || directory.getInt(at) != ENTRY_SIGNATURE) {
        throw refusal(DIFFERENT);
      }
      int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
      int extra = Short.toUnsignedInt(directory.getShort(at + 30));
      int comment = Short.toUnsignedInt(directory.getShort(at + 32));
      long place = Integer.toUnsignedLong(directory.getInt(at + 42));
      if (directory.limit() - at - ENTRY < nameLength + extra + comment
          || comment != 0
          || place != next) {
        throw refusal(DIFFERENT);
      }
      Entry entry =
          new Entry(
              directory.slice(at + 6, ALIKE).order(ByteOrder.LITTLE_ENDIAN),
              text(directory, at + ENTRY, nameLength));
      next = read(entry, next, start, found);
      at += ENTRY + nameLength + extra;
    }
    if (at != directory.limit() || next != start) {
      throw refusal(DIFFERENT);
    }
    return found;
  }

  /**
   * @param told what both headers say
   */
  private record Entry(ByteBuffer told, String name) {

    boolean isStored() {
      return told.getShort(4) == 0
          && (told.getShort(2) & ~LEAST_FLAGS) == 0
          && told.getInt(14) == told.getInt(18);
    }

    int crc() {
      return told.getInt(10);
    }

    long size() {
      return Integer.toUnsignedLong(told.getInt(14));
    }
  }

  /** Reads the entry at a place, and says where the next one is. */
  private long read(Entry entry, long at, long end, Map<String, byte[]> found) throws IOException {
    if (!entry.isStored()) {
      throw refusal("its part %s is compressed or encrypted".formatted(entry.name()));
    }
    ByteBuffer local = bytes(at, (int) Math.min(LOCAL, end - at));
    if (local.limit() < LOCAL
        || local.getInt(0) != LOCAL_SIGNATURE
        || !local.slice(4, ALIKE).equals(entry.told())) {
      throw refusal(DIFFERENT);
    }
    int nameLength = Short.toUnsignedInt(local.getShort(26));
    int extra = Short.toUnsignedInt(local.getShort(28));
    long from = at + LOCAL + nameLength + extra;
    if (from + entry.size() > end) {
      throw refusal("it is truncated");
    }
    if (!text(bytes(at + LOCAL, nameLength), 0, nameLength).equals(entry.name())) {
      throw refusal(DIFFERENT);
    }
    byte[] contents = bytes(from, (int) entry.size()).array();
    CRC32 crc = new CRC32();
    crc.update(contents);
    if ((int) crc.getValue() != entry.crc()) {
      throw refusal(DAMAGED);
    }
    if (found.put(entry.name(), contents) != null) {
      throw refusal("it has %s twice".formatted(entry.name()));
    }
    return from + entry.size();
  }

  private static String text(ByteBuffer buffer, int at, int length) {
    byte[] bytes = new byte[length];
    buffer.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private ByteBuffer bytes(long at, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        throw refusal("it is truncated");
      }
    }
    return bytes.flip();
  }

  private DataException refusal(String why) {
    return new DataException("%s is not a readable model: %s".formatted(path, why));
  }

  private DataException tooLarge() {
    return new DataException(
        "%s is larger than a model may be: %d parts, %d MiB"
            .formatted(path, MOST_PARTS, MOST_BYTES >> 20));
  }
}
