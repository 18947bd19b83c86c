package evenhand.tables;

import evenhand.data.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A data set that is read from files.
 *
 * @param options how its files are read
 * @param tidy removes the files' quirks and derives groups
 */
record FileDataset(CatalogueEntry entry, ReadOptions options, UnaryOperator<Table> tidy)
    implements DatasetSource {

  /** The part that is the others, one after the other. */
  static final CatalogueEntry.Part ALL = new CatalogueEntry.Part("all", List.of());

  @Override
  public Table read(String part, DataFolders folders) {
    List<CatalogueEntry.Part> parts = entry.parts();
    CatalogueEntry.Part wanted =
        parts.stream().filter(other -> other.name().equals(part)).findFirst().orElseThrow();
    if (wanted.equals(ALL)) {
      return TableEdits.concatenate(
          parts.stream()
              .filter(other -> !other.equals(ALL))
              .map(other -> read(other.name(), folders))
              .toList());
    }
    Path file = folders.require(entry.name(), wanted.files());
    return tidy.apply(TableReader.read(file, options));
  }
}
