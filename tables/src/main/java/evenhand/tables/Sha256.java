package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of files' contents. */
final class Sha256 {

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of the uncompressed contents; stops after {@code most} bytes, which then can't match. */
  static String of(Path file, long most) {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Bytes.open(file)) {
      long left = most + 1;
      int read = in.read(buffer);
      while (read >= 0 && left > 0) {
        digest.update(buffer, 0, read);
        left -= read;
        read = in.read(buffer);
      }
    } catch (IOException e) {
      throw Bytes.unreadable(file, e);
    }
    return hex(digest);
  }

  static void requireContents(Path path, DatasetFile file) {
    String found = of(path, file.bytes());
    if (!found.equals(file.sha256())) {
      throw new DataException(
          "%s is not the %s the catalogue knows: its SHA-256 is %s..., expected %s...; move it away and fetch it again"
              .formatted(
                  path, file.name(), found.substring(0, 12), file.sha256().substring(0, 12)));
    }
  }
}
