package evenhand.columns;

import java.util.regex.Pattern;

/** Column names that promise a name or number of the row. */
final class RowNames {

  private static final Pattern WORD =
      Pattern.compile(
          "(?i)(?:^|.*[^a-z])(?:id|ids|uuid|guid|nr|no|number|key|ssn|idx|rowid|row|index|account|customer|client|applicant|reference|ref|serial)(?:[^a-z].*|$)");
  private static final Pattern CAPITALS = Pattern.compile(".*(?:[a-z]I[Dd]|[a-z]N[ro]|ID)$");

  private RowNames() {}

  static boolean isOne(String name) {
    return WORD.matcher(name).matches() || CAPITALS.matcher(name).matches();
  }
}
