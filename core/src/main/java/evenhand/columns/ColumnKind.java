package evenhand.columns;

import java.util.Locale;

/** What a column holds, as far as its values tell. */
public enum ColumnKind {
  NUMBER,
  CATEGORY,
  DATE,
  /** A value of its own for nearly every row, such as a customer's number. */
  ID,
  /** Words, hardly twice the same. */
  TEXT,
  /** One value, in every row. */
  CONSTANT,
  /** No value at all. */
  EMPTY;

  /** Such as {@code category}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing is learned from such a column unless it is asked for. */
  public boolean isLeftOut() {
    return this == ID || this == TEXT || this == CONSTANT || this == EMPTY;
  }
}
