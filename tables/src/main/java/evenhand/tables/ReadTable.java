package evenhand.tables;

import evenhand.data.DecimalSign;
import evenhand.data.Table;
import java.util.Map;

/**
 * A table with what reading made of its texts.
 *
 * @param spellings of the columns in which something was read as missing or as another text
 * @param text as it stood in the input
 * @param decimal the sign before the decimals of numbers in texts
 */
public record ReadTable(
    Table table, Map<String, Spellings> spellings, InputText text, DecimalSign decimal) {

  public ReadTable {
    spellings = Map.copyOf(spellings);
  }

  /** A table that was made, not read. */
  static ReadTable made(Table table) {
    return new ReadTable(table, Map.of(), new TableText(table, Map.of()), DecimalSign.POINT);
  }
}
