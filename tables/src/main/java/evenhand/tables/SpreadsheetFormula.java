package evenhand.tables;

import evenhand.data.CanonicalText;
import evenhand.data.NumberForm;

/** Whether a spreadsheet might run a cell. */
final class SpreadsheetFormula {

  private static final String STARTS = "=+-@\uff1d\uff0b\uff0d\uff20";

  private SpreadsheetFormula() {}

  static boolean mayBe(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (first == '\t' || first == '\r' || first == '\n') {
      return true;
    }
    String seen = CanonicalText.trimmed(text);
    if (seen.isEmpty() || STARTS.indexOf(seen.charAt(0)) < 0) {
      return false;
    }
    NumberForm form = NumberForm.of(seen);
    return form != NumberForm.NUMBER && form != NumberForm.DECIMAL_COMMA;
  }
}
