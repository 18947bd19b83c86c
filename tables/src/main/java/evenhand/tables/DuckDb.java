package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB in memory that can see the given file and nothing else: no other file, no network, no
 * extension is loaded or installed, nothing is written, and its configuration is locked.
 */
final class DuckDb implements AutoCloseable {

  private static final int MOST_SAID = 500;

  private final DuckDBConnection connection;
  private volatile @Nullable Statement running;

  private DuckDb(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Can read the file at that path. */
  static DuckDb reading(Path file, ReadOptions.Limits limits) {
    DuckDb db = open(limits, file);
    db.lock("[" + literal(absolute(file)) + "]");
    return db;
  }

  /** Can read no file at all; one of the size of this one is to be put in. */
  static DuckDb alone(Path file, ReadOptions.Limits limits) {
    DuckDb db = open(limits, file);
    db.lock("[]");
    return db;
  }

  /** Has a database file attached, as {@code source}, that can only be read. */
  static DuckDb attached(Path database, ReadOptions.Limits limits) {
    DuckDb db = open(limits, database);
    try {
      db.execute("ATTACH " + literal(absolute(database)) + " AS source (READ_ONLY, TYPE duckdb)");
      db.execute("USE source");
    } catch (SQLException e) {
      db.close();
      throw new DataException(
          "%s can't be opened as a DuckDB database: %s".formatted(database, reason(e)), e);
    }
    db.lock("[]");
    return db;
  }

  private static DuckDb open(ReadOptions.Limits limits, Path file) {
    Properties properties = new Properties();
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("allow_community_extensions", "false");
    properties.setProperty("temp_directory", "");
    properties.setProperty("preserve_insertion_order", "true");
    properties.setProperty("memory_limit", limits.megabytes() + "MiB");
    properties.setProperty("threads", isLarge(file) ? "2" : "1");
    try {
      return new DuckDb(
          new DuckDBDriver().connect("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class));
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB can't be opened: " + reason(e), e);
    }
  }

  /** Below this a second thread only waits for the first. */
  private static boolean isLarge(Path file) {
    try {
      return Files.size(file) > 16 << 20 && Runtime.getRuntime().availableProcessors() > 1;
    } catch (IOException e) {
      throw Bytes.unreadable(file, e);
    }
  }

  private void lock(String allowedPaths) {
    try {
      execute("SET TimeZone='UTC'");
      execute("SET allowed_paths=" + allowedPaths);
      execute("SET enable_external_access=false");
      execute("SET lock_configuration=true");
    } catch (SQLException e) {
      close();
      throw new IllegalStateException("DuckDB can't be locked: " + reason(e), e);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      statement.execute(sql);
    } finally {
      running = null;
    }
  }

  /** Interrupts what runs when the time is over, unless it is closed before. */
  Alarm alarm(int seconds) {
    return new Alarm(seconds);
  }

  /** A limit of time for whatever is asked of the database meanwhile. */
  final class Alarm implements AutoCloseable {

    private final int seconds;
    private final Thread clock = new Thread(this::run, "query-timeout");

    private Alarm(int seconds) {
      this.seconds = seconds;
      clock.setDaemon(true);
    }

    void start() {
      clock.start();
    }

    private void run() {
      try {
        Thread.sleep(1000L * seconds);
        while (true) {
          Statement statement = running;
          if (statement != null) {
            statement.cancel();
          }
          Thread.sleep(20); // between two statements there is nothing to cancel
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (SQLException e) {
        throw new IllegalStateException("a query can't be stopped: " + reason(e), e);
      }
    }

    @Override
    public void close() {
      clock.interrupt();
      boolean interrupted = false;
      while (clock.isAlive()) {
        try {
          clock.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Adds a table's rows to one of DuckDB's that has its columns. */
  void append(String name, Table table) throws SQLException {
    List<Column> columns = table.columns();
    try (DuckDBAppender appender = connection.createAppender("memory", "main", name)) {
      for (int row = 0; row < table.rows(); row++) {
        appender.beginRow();
        for (Column column : columns) {
          if (column.isMissing(row)) {
            appender.appendNull();
          } else if (column instanceof Column.Numeric numeric) {
            appender.append(numeric.values()[row]);
          } else {
            appender.append(String.valueOf(column.text(row)));
          }
        }
        appender.endRow();
      }
    }
  }

  /** The first row as texts; a null value is the text {@code null}. */
  List<String> row(String sql) throws SQLException {
    return rows(sql).get(0);
  }

  /** Every row as texts; a null value is the text {@code null}. For results that are small. */
  List<List<String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = run(statement, sql)) {
      int columns = result.getMetaData().getColumnCount();
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>(columns);
        for (int c = 1; c <= columns; c++) {
          row.add(String.valueOf(result.getString(c)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  private ResultSet run(Statement statement, String sql) throws SQLException {
    running = statement;
    try {
      return statement.executeQuery(sql);
    } finally {
      running = null;
    }
  }

  /** Gives the chunks of a result to a reader, one after the other. */
  void chunks(String sql, ChunkReader reader) throws SQLException {
    try (DuckDBPreparedStatement statement = connection.prepare(sql);
        DuckDBChunkedResult result = statement.query()) {
      while (result.nextChunk()) {
        reader.read(result);
      }
    }
  }

  /** Reads the current chunk. */
  @FunctionalInterface
  interface ChunkReader {
    void read(DuckDBChunkedResult result) throws SQLException;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB can't be closed: " + reason(e), e);
    }
  }

  static String absolute(Path path) {
    return path.toAbsolutePath().toString();
  }

  /** A text as SQL. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name as SQL. */
  static String identifier(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The first line of what DuckDB says, without its own preambles. */
  static String reason(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int inner = message.lastIndexOf(" Error: ");
    String rest = inner < 0 ? message : message.substring(inner + " Error: ".length());
    String line =
        rest.lines().findFirst().orElse("").strip().replaceFirst("^(\\w*Exception: )+", "");
    if (line.length() > MOST_SAID) {
      line = line.substring(0, MOST_SAID) + "...";
    }
    return line.isEmpty() ? "no reason given" : line;
  }

  static boolean isInterrupted(SQLException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("interrupt");
  }

  static boolean isOutOfMemory(SQLException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("out of memory");
  }
}
