package evenhand.tables;

import evenhand.data.DataFolder;
import evenhand.data.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The real data sets that tests may use, as {@link DataFolder} finds them. */
final class RealData {

  private static final Map<String, Table> READ = new ConcurrentHashMap<>();

  private RealData() {}

  /** A data set of the catalogue, read once for all tests. */
  static Table table(String reference) {
    Catalogue catalogue = new Catalogue(folders());
    return READ.computeIfAbsent(reference, catalogue::read);
  }

  static DataFolders folders() {
    return new DataFolders(List.of(DataFolder.needed()), Path.of("no-cache"));
  }
}
