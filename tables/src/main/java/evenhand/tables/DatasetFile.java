package evenhand.tables;

import evenhand.data.DataException;
import java.net.URI;
import java.util.List;

/**
 * One file of a data set, told by its contents.
 *
 * @param folder it lies in, under a data folder
 * @param name of the file; on disk it may also be compressed, with {@code .gz} behind its name
 * @param sha256 of the uncompressed contents, 64 hexadecimal digits
 * @param bytes of the uncompressed contents
 * @param downloads where the same contents are offered, tried in this order
 */
public record DatasetFile(
    String folder, String name, String sha256, long bytes, List<Download> downloads) {

  public DatasetFile {
    downloads = List.copyOf(downloads);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + sha256);
    }
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")
        || !folder.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      throw new DataException(
          "a data file must have a plain name and folder, were %s and %s".formatted(name, folder));
    }
  }

  /**
   * @param url of the file, or of a zip that holds it
   * @param members of the zip, by exact name; more than one for zips within zips; empty: no zip
   */
  public record Download(URI url, List<String> members) {

    public Download {
      members = List.copyOf(members);
    }

    public static Download of(String url, String... members) {
      return new Download(URI.create(url), List.of(members));
    }
  }
}
