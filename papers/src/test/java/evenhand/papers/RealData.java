package evenhand.papers;

import evenhand.data.DataFolder;
import evenhand.tables.DataFolders;
import java.nio.file.Path;
import java.util.List;

/** The real data sets that tests may use, as {@link DataFolder} finds them. */
final class RealData {

  private RealData() {}

  static DataFolders folders() {
    return new DataFolders(List.of(DataFolder.needed()), Path.of("no-cache"));
  }
}
