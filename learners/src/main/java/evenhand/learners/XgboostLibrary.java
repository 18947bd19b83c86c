package evenhand.learners;

import evenhand.data.DataException;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import ml.dmlc.xgboost4j.java.XGBoost;

/**
 * XGBoost's native library, which it unpacks into the temporary folder at its first use. Where that
 * fails its loader writes pages and leaves a class that can't be used, so it is asked for before.
 */
final class XgboostLibrary {

  private static final long USUAL_BYTES = 16L << 20;

  private XgboostLibrary() {}

  /**
   * @throws DataException when the temporary folder has no room for it
   */
  static void require() {
    require(Path.of(System.getProperty("java.io.tmpdir", "")));
  }

  static void require(Path folder) {
    long needed = bytes();
    String name = "name another with EVENHAND_JAVA_OPTS=-Djava.io.tmpdir=FOLDER";
    try {
      if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
        throw new DataException(
            "xgboost unpacks its library into the temporary folder %s, which can't be written; %s"
                .formatted(folder, name));
      }
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < needed) {
        throw new DataException(
            "xgboost unpacks its library of %d MiB into the temporary folder %s, which has %d MiB free; %s"
                .formatted((needed >> 20) + 1, folder, free >> 20, name));
      }
    } catch (IOException e) {
      throw new DataException(
          "xgboost needs the temporary folder %s, which can't be read; %s".formatted(folder, name),
          e);
    }
  }

  private static long bytes() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String platform =
        system.contains("win") ? "windows" : system.contains("mac") ? "macos" : "linux";
    String processor = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "x86_64";
    String file =
        switch (platform) {
          case "windows" -> "xgboost4j.dll";
          case "macos" -> "libxgboost4j.dylib";
          default -> "libxgboost4j.so";
        };
    URL library = XGBoost.class.getResource("/lib/%s/%s/%s".formatted(platform, processor, file));
    try {
      long length = library == null ? -1 : library.openConnection().getContentLengthLong();
      return length > 0 ? length : USUAL_BYTES;
    } catch (IOException e) {
      return USUAL_BYTES;
    }
  }
}
