package evenhand.tables;

import evenhand.data.DataException;
import evenhand.data.Guess;
import evenhand.data.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens what a person names as data: a file, a catalogue set such as {@code adult} or {@code
 * adult:test}, or {@code sql:SELECT ...} over the given database.
 *
 * @param options how files are read; catalogue sets know their own
 * @param database what an {@code sql:} query reads
 */
public record DataSource(ReadOptions options, Optional<Path> database) {

  private static final String SQL = "sql:";

  /**
   * @throws DataException when the data can't be read, with the row and column where it has one
   */
  public Opened open(String data) {
    if (data.startsWith(SQL)) {
      Path file =
          database.orElseThrow(
              () -> new DataException("an sql: query needs --database, the file it reads"));
      return new Opened(
          TableReader.ask(data.substring(SQL.length()), file, options), Optional.empty());
    }
    Path file = Path.of(data);
    if (!Files.isRegularFile(file) && Catalogue.names(data)) {
      Catalogue catalogue = new Catalogue(DataFolders.usual());
      return new Opened(catalogue.read(data), Optional.of(catalogue.entry(data)));
    }
    if (!Files.exists(file) && data.matches("[A-Za-z0-9:-]+")) {
      throw new DataException(
          "%s is neither a file nor a data set of the catalogue, which has %s%s"
              .formatted(
                  data,
                  String.join(", ", Catalogue.names()),
                  Guess.hint(data.replaceFirst(":.*", ""), Catalogue.names())));
    }
    return new Opened(TableReader.open(file, options), Optional.empty());
  }

  /** The rows a catalogue set keeps apart for testing; empty for anything else. */
  public Optional<Table> testOf(String data, Opened opened) {
    boolean first = opened.entry().isPresent() && data.equals(opened.entry().get().name());
    return first
            && opened.entry().get().parts().stream().anyMatch(part -> part.name().equals("test"))
        ? Optional.of(open(data + ":test").table())
        : Optional.empty();
  }
}
