package evenhand.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Takes one file out of a zip, or out of a zip in a zip. Members are found by their exact names,
 * and no name in a zip ever becomes a path.
 */
final class ZipMembers {

  private static final int MAX_ENTRIES = 10_000;

  private ZipMembers() {}

  /**
   * The bytes of the last member.
   *
   * @param members names from the outside in
   * @param most bytes any member may unfold to
   * @throws ZipException for something that is no zip, lacks a member, or unfolds to more
   */
  static byte[] read(Path zip, List<String> members, int most) throws IOException {
    try (InputStream file = Files.newInputStream(zip)) {
      InputStream in = file;
      byte[] bytes = new byte[0];
      for (String name : members) {
        bytes = member(new ZipInputStream(in), name, most);
        in = new ByteArrayInputStream(bytes);
      }
      return bytes;
    }
  }

  private static byte[] member(ZipInputStream zip, String name, int most) throws IOException {
    int entries = 0;
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entries++ < MAX_ENTRIES) {
      if (entry.getName().equals(name) && !entry.isDirectory()) {
        byte[] bytes = zip.readNBytes(most);
        if (zip.read() >= 0) {
          throw new ZipException("%s unfolds to more than %d bytes".formatted(name, most));
        }
        return bytes;
      }
      entry = zip.getNextEntry();
    }
    throw new ZipException("there is no file %s in it".formatted(name));
  }
}
