package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The values' natural texts, with the texts of columns whose own were cleaned.
 *
 * @param raw by column name
 */
record TableText(Table table, Map<String, Dictionary> raw) implements InputText {

  TableText {
    raw = Map.copyOf(raw);
  }

  @Override
  public Cursor open() {
    List<Cells> cells = new ArrayList<>();
    for (Column column : table.columns()) {
      Dictionary texts = raw.get(column.name());
      cells.add(
          texts == null
              ? row -> {
                String text = column.text(row);
                return text == null ? "" : text;
              }
              : row -> texts.codes()[row] < 0 ? "" : texts.raws().get(texts.codes()[row]));
    }
    return new Cursor() {
      private int row;

      @Override
      public void to(int wanted) {
        row = wanted;
      }

      @Override
      public String text(int column) {
        return cells.get(column).text(row);
      }

      @Override
      public boolean isQuoted(int column) {
        return false;
      }

      @Override
      public void end() {}

      @Override
      public void close() {}
    };
  }

  /** Texts of one column. */
  @FunctionalInterface
  private interface Cells {
    String text(int row);
  }
}
