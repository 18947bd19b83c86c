package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;

/** The cells of a table as they stood in the input, to be written back. */
public interface InputText {

  Cursor open() throws IOException;

  /** Goes through the rows once. */
  interface Cursor extends AutoCloseable {

    /** Goes to that row, from 0, not before the last one asked for. */
    void to(int row) throws IOException;

    /** The cell's text; empty where there is none. */
    String text(int column);

    /** Whether the text stood between quotes. */
    boolean isQuoted(int column);

    /**
     * Says that no more rows are asked for.
     *
     * @throws DataException when the input is not the one that the table was read from
     */
    void end() throws IOException;

    @Override
    void close() throws IOException;
  }
}
