package evenhand.tables;

import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.data.DecimalSign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a table is read.
 *
 * @param csv layout of CSV files; other kinds of file ignore it
 * @param missing texts that mean missing, compared after trimming, in text columns of every kind of
 *     file and in every column of a CSV; one that is a number also means that number in columns
 *     whose type is number, of Parquet, JSON and the results of queries
 * @param whitespace whether space around texts is kept
 * @param decimal the sign before the decimals of numbers in texts, a point or a comma
 * @param types of columns for which inference is overruled; a name that is not there is refused
 * @param limits of what is read
 */
public record ReadOptions(
    CsvFormat csv,
    Set<String> missing,
    Whitespace whitespace,
    char decimal,
    Map<String, ColumnType> types,
    Limits limits) {

  /**
   * Texts that mean missing unless others are named. {@code NaN} is not among them: in a column of
   * numbers it is refused with its row, unless it is named.
   */
  public static final Set<String> USUAL_MISSING = Set.of("", "?", "NA", "N/A", "null", "NULL");

  public ReadOptions {
    DecimalSign.of(decimal); // or refused
    missing = Set.copyOf(missing);
    types = Map.copyOf(types);
  }

  /** Space, tab and line ends around a text. */
  public enum Whitespace {
    TRIMMED,
    KEPT
  }

  /**
   * @param rows at most, more are refused
   * @param columns at most, more are refused
   * @param categories distinct texts of one column at most, more are refused
   * @param megabytes of memory the reader may take beside the table itself
   * @param seconds that a query may take
   */
  public record Limits(int rows, int columns, int categories, int megabytes, int seconds) {

    public Limits {
      if (rows < 1 || columns < 1 || categories < 1 || megabytes < 64 || seconds < 1) {
        throw new DataException(
            "limits must be at least 1 row, 1 column, 1 category, 64 megabytes and 1 second, were %d, %d, %d, %d and %d"
                .formatted(rows, columns, categories, megabytes, seconds));
      }
    }

    public Limits withSeconds(int value) {
      return new Limits(rows, columns, categories, megabytes, value);
    }

    public static Limits defaults() {
      return new Limits(200_000_000, 10_000, 20_000_000, 4096, 300);
    }
  }

  public static ReadOptions defaults() {
    return new ReadOptions(
        CsvFormat.defaults(), USUAL_MISSING, Whitespace.TRIMMED, '.', Map.of(), Limits.defaults());
  }

  public ReadOptions withCsv(CsvFormat value) {
    return new ReadOptions(value, missing, whitespace, decimal, types, limits);
  }

  public ReadOptions withMissing(Set<String> tokens) {
    return new ReadOptions(csv, tokens, whitespace, decimal, types, limits);
  }

  public ReadOptions withWhitespace(Whitespace value) {
    return new ReadOptions(csv, missing, value, decimal, types, limits);
  }

  public ReadOptions withDecimal(char value) {
    return new ReadOptions(csv, missing, whitespace, value, types, limits);
  }

  public ReadOptions withTypes(Map<String, ColumnType> value) {
    return new ReadOptions(csv, missing, whitespace, decimal, value, limits);
  }

  public ReadOptions withLimits(Limits value) {
    return new ReadOptions(csv, missing, whitespace, decimal, types, value);
  }

  /**
   * Reads {@code age=number} or {@code code=category}, as given on a command line.
   *
   * @throws DataException for another form, another type, or a column named twice
   */
  public static Map<String, ColumnType> parseTypes(List<String> texts) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (String text : texts) {
      int at = text.lastIndexOf('=');
      ColumnType type =
          switch (text.substring(at + 1)) {
            case "number" -> ColumnType.NUMBER;
            case "category" -> ColumnType.CATEGORY;
            default ->
                throw new DataException(
                    "the type %s must read COLUMN=number or COLUMN=category".formatted(text));
          };
      if (at < 1 || types.put(text.substring(0, at), type) != null) {
        throw new DataException(
            "the type %s must name one column, and each column once".formatted(text));
      }
    }
    return types;
  }
}
