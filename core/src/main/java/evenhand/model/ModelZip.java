package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The container of a model file: named parts behind a manifest that holds the size and SHA-256 of
 * each, and a last entry that holds the manifest's own SHA-256. Parts are stored, not compressed,
 * at a fixed date: the same parts give the same bytes.
 *
 * @param manifest with every part's name, size and hash
 * @param parts by name, each verified
 */
record ModelZip(JsonNode manifest, Map<String, byte[]> parts) {

  private static final int MOST_PARTS = 10_000;
  private static final long MOST_BYTES = 1L << 29;
  private static final int END_BYTES = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int FIRST_SIGNATURE = 0x04034b50;
  private static final String DAMAGED = "it is damaged, some of its bytes have changed";
  private static final String UNREADABLE = "it can't be read";
  private static final String MANIFEST = "manifest.json";
  private static final String SEAL = "manifest.sha256";
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final ObjectMapper JSON = new ObjectMapper();

  byte[] part(String name) {
    byte[] part = parts.get(name);
    if (part == null) {
      throw new DataException("it has no part " + name);
    }
    return part;
  }

  static void write(OutputStream out, ObjectNode manifest, Map<String, byte[]> parts)
      throws IOException {
    ArrayNode list = manifest.putArray("parts");
    parts.forEach(
        (name, bytes) -> {
          ObjectNode entry = list.addObject();
          entry.put("name", name);
          entry.put("bytes", bytes.length);
          entry.put("sha256", sha256(bytes));
        });
    byte[] head = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    OutputStream unclosed =
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() throws IOException {
            flush();
          }
        };
    try (ZipOutputStream zip = new ZipOutputStream(unclosed, StandardCharsets.UTF_8)) {
      put(zip, MANIFEST, head);
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
      put(zip, SEAL, sha256(head).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(DATE);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  static ModelZip read(Path path) {
    Map<String, byte[]> found;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      String fault = fault(path);
      if (!fault.isEmpty()) {
        throw new DataException("%s is not a readable model: %s".formatted(path, fault));
      }
      found = entries(path, in);
    } catch (NoSuchFileException e) {
      throw new DataException("there is no file " + path, e);
    } catch (IOException | IllegalArgumentException e) {
      boolean isDamaged =
          e instanceof ZipException
              || e instanceof EOFException
              || e instanceof IllegalArgumentException;
      throw new DataException(
          "%s is not a readable model: %s".formatted(path, isDamaged ? DAMAGED : UNREADABLE), e);
    }
    byte[] head = found.remove(MANIFEST);
    byte[] seal = found.remove(SEAL);
    if (head == null || seal == null) {
      throw new DataException(
          "%s is not a readable model: it was not written by evenhand, or it is damaged"
              .formatted(path));
    }
    if (!sha256(head).equals(new String(seal, StandardCharsets.US_ASCII))) {
      throw new DataException(
          "%s was changed after it was written: its manifest does not match".formatted(path));
    }
    JsonNode manifest;
    try {
      manifest = JSON.readTree(head);
    } catch (IOException e) {
      throw new DataException(
          "%s is not a readable model: its manifest is not JSON".formatted(path), e);
    }
    return new ModelZip(manifest, verified(path, manifest, found));
  }

  /**
   * Why a file can't be a whole zip; empty where it can be. A zip without comment ends in a record
   * of its own, which goes with whatever is cut off.
   */
  private static String fault(Path path) throws IOException {
    try (SeekableByteChannel file = Files.newByteChannel(path)) {
      if (signature(file, 0) != FIRST_SIGNATURE) {
        return "it is no zip file";
      }
      return signature(file, file.size() - END_BYTES) == END_SIGNATURE ? "" : "it is truncated";
    }
  }

  private static int signature(SeekableByteChannel file, long at) throws IOException {
    ByteBuffer four = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    file.position(Math.max(0, at));
    while (four.hasRemaining() && file.read(four) >= 0) {}
    return four.hasRemaining() ? 0 : four.getInt(0);
  }

  private static Map<String, byte[]> entries(Path path, InputStream in) throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    long left = MOST_BYTES;
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      byte[] bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
      left -= bytes.length;
      if (left < 0 || found.size() >= MOST_PARTS) {
        throw new DataException(
            "%s is larger than a model may be: %d parts, %d MiB"
                .formatted(path, MOST_PARTS, MOST_BYTES >> 20));
      }
      if (found.put(entry.getName(), bytes) != null) {
        throw new DataException(
            "%s is not a readable model: it has %s twice".formatted(path, entry.getName()));
      }
    }
    return found;
  }

  private static Map<String, byte[]> verified(
      Path path, JsonNode manifest, Map<String, byte[]> found) {
    Map<String, byte[]> parts = new HashMap<>();
    for (JsonNode entry : manifest.path("parts")) {
      String name = entry.path("name").asText();
      byte[] bytes = found.remove(name);
      if (bytes == null) {
        throw new DataException(
            "%s is not a readable model: its part %s is missing".formatted(path, name));
      }
      if (!sha256(bytes).equals(entry.path("sha256").asText())) {
        throw new DataException(
            "%s was changed after it was written: its part %s does not match"
                .formatted(path, name));
      }
      parts.put(name, bytes);
    }
    if (!found.isEmpty()) {
      throw new DataException(
          "%s was changed after it was written: %s is not in its manifest"
              .formatted(path, found.keySet().iterator().next()));
    }
    return parts;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
