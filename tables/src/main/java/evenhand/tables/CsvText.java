package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The cells of a CSV file, read once more: nothing of them is kept meanwhile.
 *
 * @param places of the table's columns among the fields, from 0
 */
record CsvText(Path file, CsvLayout layout, List<Integer> places) implements InputText {

  CsvText {
    places = List.copyOf(places);
  }

  @Override
  public Cursor open() throws IOException {
    InputStream in = Bytes.openText(file);
    CsvRecords records = layout.rows(in, file);
    int width = layout.names().size();
    return new Cursor() {
      private int at = -1;

      @Override
      public void to(int row) throws IOException {
        while (at < row) {
          if (!records.next()) {
            throw new DataException(
                "%s has other rows than when it was read before; it was changed meanwhile"
                    .formatted(file));
          }
          if (width > 1 && records.isBlank()) {
            records.passOver();
          } else {
            at++;
          }
        }
        CsvSource.requireWidth(records, width);
      }

      @Override
      public String text(int column) {
        return records.text(places.get(column));
      }

      @Override
      public boolean isQuoted(int column) {
        return records.isQuoted(places.get(column));
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }
}
