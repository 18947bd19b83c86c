package evenhand.tables;

import evenhand.data.Table;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A data set that is read from files.
 *
 * @param options how its files are read
 * @param tidy removes the files' quirks and derives groups
 */
record FileDataset(CatalogueEntry entry, ReadOptions options, UnaryOperator<Table> tidy)
    implements DatasetSource {

  /** The part that is all others, one after the other. */
  static final String ALL = "all";

  @Override
  public Table read(String part, DataFolders folders) {
    if (part.equals(ALL)) {
      return TableEdits.concatenate(
          entry.parts().stream()
              .filter(other -> !other.name().equals(ALL))
              .map(other -> read(other.name(), folders))
              .toList());
    }
    CatalogueEntry.Part wanted =
        entry.parts().stream().filter(other -> other.name().equals(part)).findFirst().orElseThrow();
    Path file = folders.require(entry.name(), wanted.files());
    return tidy.apply(TableReader.read(file, options));
  }
}
