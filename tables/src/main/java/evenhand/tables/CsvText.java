package evenhand.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The cells of a CSV file, read once more: nothing of them is kept meanwhile.
 *
 * @param stamp of the file when the table was read
 * @param places of the table's columns among the fields, from 0
 * @param rows of the table
 */
record CsvText(FileStamp stamp, CsvLayout layout, List<Integer> places, int rows)
    implements InputText {

  CsvText {
    places = List.copyOf(places);
  }

  @Override
  public Cursor open() throws IOException {
    Path file = stamp.file();
    stamp.requireSame();
    InputStream in = Bytes.openText(file);
    CsvRecords records = layout.rows(in, file);
    int width = layout.names().size();
    return new Cursor() {
      private int at = -1;

      @Override
      public void to(int row) throws IOException {
        while (at < row) {
          if (!next()) {
            throw stamp.changed();
          }
        }
        CsvSource.requireWidth(records, width);
      }

      private boolean next() throws IOException {
        while (records.next()) {
          if (width == 1 || !records.isBlank()) {
            at++;
            return true;
          }
          records.passOver();
        }
        return false;
      }

      @Override
      public void end() throws IOException {
        boolean more = at + 1 < rows;
        while (more) {
          more = next() && at + 1 < rows;
        }
        if (at + 1 < rows || next()) {
          throw stamp.changed();
        }
        stamp.requireSame();
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
