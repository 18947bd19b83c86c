package evenhand.tables;

import evenhand.data.DataException;
import evenhand.data.Guess;
import evenhand.data.Table;
import java.util.List;
import java.util.Optional;

/**
 * Public data sets by name, with what their raw files need to be read right.
 *
 * @param folders where the files are looked for
 */
public record Catalogue(DataFolders folders) {

  private static final List<DatasetSource> SOURCES =
      List.of(
          Adult.source(),
          Bank.source(),
          CreditDefault.source(),
          German.source(),
          Compas.source(),
          Communities.source(),
          Student.mathematics(),
          Student.portuguese(),
          Titanic.source(),
          Lending.source());

  /** Every data set, in the order of a listing. */
  public List<CatalogueEntry> entries() {
    return SOURCES.stream().map(DatasetSource::entry).toList();
  }

  /** The name of every data set, in the order of a listing. */
  public static List<String> names() {
    return SOURCES.stream().map(source -> source.entry().name()).toList();
  }

  /** Whether the reference, such as {@code adult} or {@code adult:test}, names a data set. */
  public static boolean names(String reference) {
    return source(reference).isPresent();
  }

  /**
   * What is known of the data set a reference names.
   *
   * @throws DataException with the names there are
   */
  public CatalogueEntry entry(String reference) {
    return required(reference).entry();
  }

  /**
   * Reads a data set.
   *
   * @param reference a name, for its first part, or {@code name:part}
   * @throws DataException for a name or part there is not, for files that are not on this machine
   *     or are not what the catalogue knows
   */
  public Table read(String reference) {
    DatasetSource source = required(reference);
    CatalogueEntry entry = source.entry();
    int colon = reference.indexOf(':');
    String part = colon < 0 ? entry.parts().get(0).name() : reference.substring(colon + 1);
    List<String> parts = entry.parts().stream().map(CatalogueEntry.Part::name).toList();
    if (!parts.contains(part)) {
      throw new DataException(
          "the data set %s has no part %s; it has %s%s"
              .formatted(entry.name(), part, String.join(", ", parts), Guess.hint(part, parts)));
    }
    Table table = source.read(part, folders);
    return new Table(reference, table.columns(), table.rows());
  }

  private static DatasetSource required(String reference) {
    return source(reference)
        .orElseThrow(
            () ->
                new DataException(
                    "the catalogue has no data set %s; it has %s%s"
                        .formatted(
                            reference,
                            String.join(", ", names()),
                            Guess.hint(name(reference), names()))));
  }

  private static Optional<DatasetSource> source(String reference) {
    String name = name(reference);
    return SOURCES.stream().filter(source -> source.entry().name().equals(name)).findFirst();
  }

  private static String name(String reference) {
    int colon = reference.indexOf(':');
    return colon < 0 ? reference : reference.substring(0, colon);
  }
}
