package evenhand.data;

/** What the values of a column are taken for. */
public enum ColumnType {
  /** Numbers, read as {@link Column.Numeric}. */
  NUMBER,
  /** Names of categories, read as {@link Column.Categorical}. */
  CATEGORY
}
