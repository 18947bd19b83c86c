package evenhand.tables;

import evenhand.data.DataException;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that was opened by its name on the command line, with what the catalogue knows of it.
 *
 * @param read the table, and what reading made of its texts
 * @param entry empty for a file or a query
 */
public record Opened(ReadTable read, Optional<CatalogueEntry> entry) {

  /** A table that was made, not read from a file. */
  public Opened(Table table, Optional<CatalogueEntry> entry) {
    this(ReadTable.made(table), entry);
  }

  public Table table() {
    return read.table();
  }

  /** The outcome column: the one given, else the catalogue's; empty where there is neither. */
  public Optional<String> label(Optional<String> given) {
    return given.or(() -> entry.map(known -> known.label().column()));
  }

  /** The same where there has to be one. */
  public String labelOr(Optional<String> given) {
    return label(given)
        .orElseThrow(
            () ->
                new DataException(
                    "say with --label which column of %s is the outcome"
                        .formatted(table().origin())));
  }

  /** The value that counts as 1 in a label column, where the catalogue knows it. */
  public Optional<String> positiveOf(String label) {
    return entry
        .filter(known -> known.label().column().equals(label))
        .map(known -> known.label().positive());
  }

  /** Columns that are no features unless asked for. */
  public List<String> leftOut() {
    return entry.map(known -> known.columns().leftOut()).orElse(List.of());
  }

  /** The columns that give the groups of that column away exactly, beside the column itself. */
  public List<String> sourcesOf(String groupColumn) {
    return entry.stream()
        .flatMap(known -> known.columns().sensitive().stream())
        .filter(sensitive -> sensitive.group().column().equals(groupColumn))
        .flatMap(sensitive -> sensitive.source().stream())
        .toList();
  }

  /**
   * What reading took for the same in some columns, in sentences.
   *
   * @param columns of people's groups and outcomes; others are passed over
   * @param missingNamed whether somebody named what means missing
   */
  public List<String> remarks(Iterable<String> columns, boolean missingNamed) {
    List<String> sentences = new ArrayList<>();
    for (String column : columns) {
      Spellings found = read.spellings().get(column);
      if (found != null) {
        sentences.addAll(
            found.sentences("%s, column %s".formatted(table().origin(), column), missingNamed));
      }
    }
    return sentences;
  }
}
