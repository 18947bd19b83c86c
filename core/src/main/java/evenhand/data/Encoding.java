package evenhand.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a table becomes a matrix of features, fitted on training rows and kept with the model:
 * numeric columns standardised, categorical columns one-hot. Plain data.
 *
 * @param columns in the order of their features
 */
public record Encoding(List<ColumnEncoding> columns) {

  /**
   * A categorical feature column of more levels than this is refused: it names rows, not
   * categories.
   */
  public static final int MAX_LEVELS = 10_000;

  /** The features of one encoding at most. */
  public static final int MAX_FEATURES = 1_000_000;

  public Encoding {
    columns = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    long width = 0;
    for (ColumnEncoding column : columns) {
      if (!names.add(column.column())) {
        throw new DataException(
            "column %s is encoded twice; name each feature column once".formatted(column.column()));
      }
      width += column.width();
    }
    if (width > MAX_FEATURES) {
      throw new DataException(
          "the columns give %d features, at most %d are allowed".formatted(width, MAX_FEATURES));
    }
  }

  /** Fits on every row of the table. */
  public static Encoding fit(Table table, List<String> featureColumns) {
    int[] rows = new int[table.rows()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    return fit(table, rows, featureColumns);
  }

  /**
   * Fits on some rows of the table; the others have no influence.
   *
   * @param trainingRows row numbers from 0
   * @param featureColumns names of columns, each once
   * @throws DataException for a column that is not there, has more than {@value #MAX_LEVELS} levels
   *     among the training rows, or has numbers too large to standardise
   */
  public static Encoding fit(Table table, int[] trainingRows, List<String> featureColumns) {
    return fit(table, trainingRows, featureColumns, Map.of());
  }

  /**
   * The same where some columns are to be read otherwise than their type says.
   *
   * @param readings by column; columns that are no features are ignored
   */
  public static Encoding fit(
      Table table,
      int[] trainingRows,
      List<String> featureColumns,
      Map<String, ColumnReading> readings) {
    if (trainingRows.length == 0) {
      throw new DataException(
          table.origin() + " has no training rows; an encoding needs at least one");
    }
    List<ColumnEncoding> fitted = new ArrayList<>();
    for (String name : featureColumns) {
      fitted.add(ColumnFit.fit(table, table.column(name), readings.get(name), trainingRows));
    }
    return new Encoding(fitted);
  }

  /**
   * The features of every row of a table that has the encoding's columns; others are ignored.
   *
   * @return the matrix in the smaller of the two layouts
   * @throws DataException where a column is not there, or a numeric one holds text or a number too
   *     far from those of training for a float
   */
  public Encoded encode(Table table) {
    List<ColumnPass> passes = new ArrayList<>();
    int width = 0;
    for (ColumnEncoding column : columns) {
      passes.add(ColumnPass.of(column, table, width));
      width += column.width();
    }
    CsrAssembly assembly = new CsrAssembly(table, width);
    for (ColumnPass pass : passes) {
      pass.emit(assembly::count);
    }
    assembly.allocate();
    List<Encoded.Unseen> unseen = new ArrayList<>();
    for (ColumnPass pass : passes) {
      pass.emit(assembly::put);
      unseen.addAll(pass.unseen());
    }
    return new Encoded(Matrix.compact(assembly.matrix()), unseen);
  }

  /**
   * Names of the features, such as {@code age} or {@code workclass=Private}; shape [matrix
   * columns].
   */
  public List<String> names() {
    return columns.stream().flatMap(column -> column.names().stream()).toList();
  }

  /** Number of features. */
  public int width() {
    return columns.stream().mapToInt(ColumnEncoding::width).sum();
  }

  /** The columns that tell nothing, for all training rows agree on them. */
  public List<String> constants() {
    return columns.stream().filter(ColumnEncoding::isConstant).map(ColumnEncoding::column).toList();
  }

  /** What each column has to be read as, so that a table can be encoded. */
  public Map<String, ColumnType> types() {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (ColumnEncoding column : columns) {
      boolean numeric =
          column instanceof ColumnEncoding.Standardised standardised
              && standardised.unreadable() == ColumnEncoding.Unreadable.REFUSED;
      types.put(column.column(), numeric ? ColumnType.NUMBER : ColumnType.CATEGORY);
    }
    return types;
  }

  /** As JSON, from which {@link #fromJson} makes an equal encoding. */
  public ObjectNode toJson() {
    return EncodingJson.write(this);
  }

  /**
   * @throws DataException saying what is wrong, for anything {@link #toJson} would not have written
   */
  public static Encoding fromJson(JsonNode json) {
    return EncodingJson.read(json);
  }
}
