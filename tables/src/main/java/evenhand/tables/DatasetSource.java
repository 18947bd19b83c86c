package evenhand.tables;

import evenhand.data.Table;

/** Reads one data set of the catalogue. */
interface DatasetSource {

  CatalogueEntry entry();

  /**
   * @param part one of the entry's parts
   */
  Table read(String part, DataFolders folders);
}
