package evenhand.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
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

  private static final String MANIFEST = "manifest.json";
  private static final String SEAL = "manifest.sha256";

  /** Of the first date a zip can have, Java keeps the time zone too. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

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
    Map<String, byte[]> found = StoredZip.read(path);
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
      manifest = BoundedJson.read(head, "its manifest");
    } catch (DataException e) {
      throw new DataException("%s is not a readable model: %s".formatted(path, e.getMessage()), e);
    }
    return new ModelZip(manifest, verified(path, manifest, found));
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
