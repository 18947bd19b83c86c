package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file holds, told by its name and first bytes. */
enum FileKind {
  CSV,
  PARQUET,
  JSON,
  DATABASE;

  /**
   * @throws DataException for a zip, which Excel files are too
   */
  static FileKind of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (plain.matches(".*\\.(json|jsonl|ndjson)")) {
      return JSON;
    }
    if (name.matches(".*\\.(parquet|pq)")) {
      return PARQUET;
    }
    byte[] start = start(file);
    if (startsWith(start, 8, "DUCK")) {
      return DATABASE;
    }
    if (startsWith(start, 0, "PK\u0003\u0004")) {
      throw new DataException(
          "%s is a zip or Excel file; CSV, Parquet, JSON lines and DuckDB files can be read"
              .formatted(file));
    }
    return startsWith(start, 0, "PAR1") ? PARQUET : CSV;
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(12);
    } catch (IOException e) {
      throw Bytes.unreadable(file, e);
    }
  }

  private static boolean startsWith(byte[] bytes, int at, String mark) {
    byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + wanted.length
        && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
