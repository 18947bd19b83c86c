package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a file holds, told by its name and first bytes. */
enum FileKind {
  CSV,
  PARQUET,
  JSON,
  DATABASE;

  private static final String READ = "CSV, Parquet, JSON lines and DuckDB files can be read";
  private static final Pattern JSON_START = Pattern.compile("\\s*(\\[\\s*)?[{]\\s*\"");
  private static final String GZIP = "1f8b";

  /** First bytes of kinds that can't be read, hexadecimal, and what is said of them. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("504b0304", "is a zip or Excel file"),
          Map.entry("d0cf11e0", "is an old Excel or Office file"),
          Map.entry(GZIP, "is packed by gzip, for which its name must end in .gz"),
          Map.entry(hex("BZh9"), "is packed by bzip2; unpack it"),
          Map.entry("fd377a585a", "is packed by xz; unpack it"),
          Map.entry("28b52ffd", "is packed by zstd; unpack it"),
          Map.entry(hex("ARROW1") + "00", "is an Arrow or Feather file"),
          Map.entry(hex("Obj") + "01", "is an Avro file"),
          Map.entry(hex("SQLite format"), "is an SQLite database"),
          Map.entry("89" + hex("HDF"), "is an HDF5 file"),
          Map.entry(hex("$FL2"), "is an SPSS file"),
          Map.entry(hex("%PDF-"), "is a PDF"),
          Map.entry(hex("<!DOCTYPE"), "is a page of the web"),
          Map.entry(hex("<html"), "is a page of the web"),
          Map.entry(hex("<?xml"), "is XML"));

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
    String bytes = HexFormat.of().formatHex(start);
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      boolean packed = name.endsWith(".gz") && other.getKey().equals(GZIP);
      if (bytes.startsWith(other.getKey()) && !packed) {
        throw new DataException("%s %s; %s".formatted(file, other.getValue(), READ));
      }
    }
    if (bytes.startsWith("fffe") || bytes.startsWith("feff")) {
      throw new DataException(
          "%s is encoded in UTF-16; write it in UTF-8, which a file must be encoded in"
              .formatted(file));
    }
    if (JSON_START.matcher(new String(start, StandardCharsets.ISO_8859_1)).lookingAt()) {
      throw new DataException(
          "%s holds JSON; give it a name that ends in .jsonl, or .json".formatted(file));
    }
  }

  private static String hex(String ascii) {
    return HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
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
