package evenhand.columns;

/**
 * A column, and what becomes of it.
 *
 * @param use what is done with it, or why it is left out, in a few words
 */
public record ReadColumn(ColumnProfile profile, ColumnRole role, String use) {

  /** Whether it is left out for what it is, and nobody said so. */
  boolean isLeftOutByItself() {
    return role == ColumnRole.LEFT_OUT && use.equals(reason(profile.kind()));
  }

  static String reason(ColumnKind kind) {
    return switch (kind) {
      case ID -> "an id: a value of its own for nearly every row";
      case TEXT -> "free text";
      case CONSTANT -> "one value only";
      case EMPTY -> "no value at all";
      case NUMBER, CATEGORY, DATE -> "";
    };
  }
}
