package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What a file holds, told by its name and first bytes. */
enum FileKind {
  CSV,
  PARQUET,
  JSON,
  DATABASE;

  private static final String READ = "CSV, Parquet, JSON lines and DuckDB files can be read";
  private static final String GZIP = "\u001f\u008b";

  /** First bytes of kinds that can't be read, in ISO 8859-1, and what is said of them. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("PK\u0003\u0004", "is a zip or Excel file"),
          Map.entry("\u00d0\u00cf\u0011\u00e0", "is an old Excel or Office file"),
          Map.entry(GZIP, "is packed by gzip, for which its name must end in .gz"),
          Map.entry("BZh9", "is packed by bzip2; unpack it"),
          Map.entry("\u00fd7zXZ", "is packed by xz; unpack it"),
          Map.entry("\u0028\u00b5\u002f\u00fd", "is packed by zstd; unpack it"),
          Map.entry("ARROW1\u0000", "is an Arrow or Feather file"),
          Map.entry("Obj\u0001", "is an Avro file"),
          Map.entry("SQLite format", "is an SQLite database"),
          Map.entry("\u0089HDF", "is an HDF5 file"),
          Map.entry("$FL2", "is an SPSS file"),
          Map.entry("%PDF-", "is a PDF"),
          Map.entry("<!DOCTYPE", "is a page of the web"),
          Map.entry("<html", "is a page of the web"),
          Map.entry("<?xml", "is XML"));

  /**
   * @throws DataException for files of kinds that can't be read, such as Excel's
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
    if (startsWith(start, 0, "PAR1")) {
      return PARQUET;
    }
    requireText(file, name, start);
    return CSV;
  }

  /** Refuses what begins like a known kind of file that is no table of text. */
  private static void requireText(Path file, String name, byte[] start) {
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (startsWith(start, 0, other.getKey())) {
        boolean packed = name.endsWith(".gz") && other.getKey().equals(GZIP);
        if (!packed) {
          throw new DataException("%s %s; %s".formatted(file, other.getValue(), READ));
        }
        return;
      }
    }
    boolean wide = startsWith(start, 0, "\u00ff\u00fe") || startsWith(start, 0, "\u00fe\u00ff");
    if (wide) {
      throw new DataException(
          "%s is encoded in UTF-16; write it in UTF-8, which a file must be encoded in"
              .formatted(file));
    }
    if (new String(start, StandardCharsets.ISO_8859_1).matches("\\s*(\\[\\s*)?\\{\\s*\".*")) {
      throw new DataException(
          "%s holds JSON; give it a name that ends in .jsonl, or .json".formatted(file));
    }
  }

  private static byte[] start(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(16);
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
