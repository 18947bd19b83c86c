package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.NumberForm;
import evenhand.data.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The distinct raw texts of a column, and which of them each row holds.
 *
 * @param raws as they came, distinct
 * @param cleaned the same cleaned; empty: missing
 * @param codes shape [rows]; −1 where the row has no text at all
 */
record Dictionary(List<String> raws, List<Optional<String>> cleaned, int[] codes) {

  static Dictionary of(List<String> raws, int[] codes, Text text) {
    List<Optional<String>> cleaned = new ArrayList<>(raws.size());
    raws.forEach(raw -> cleaned.add(text.clean(raw)));
    return new Dictionary(raws, cleaned, codes);
  }

  /** Whether the texts present are numbers and lose nothing when read as such. */
  boolean isNumeric(Text text) {
    boolean finite = false;
    for (Optional<String> given : cleaned) {
      if (given.isPresent()) {
        if (!text.isNumber(given.get()) || NumberText.isCode(given.get())) {
          return false;
        }
        finite |= Double.isFinite(text.number(given.get()));
      }
    }
    return finite;
  }

  /**
   * @throws DataException with the first row that is not a finite number
   */
  Column.Numeric numeric(String name, String origin, Text text) {
    double[] numbers = new double[cleaned.size()];
    boolean[] wrong = new boolean[cleaned.size()];
    for (int code = 0; code < numbers.length; code++) {
      Optional<String> given = cleaned.get(code);
      boolean number = given.isPresent() && text.isNumber(given.get());
      numbers[code] = number ? text.number(given.orElseThrow()) : Double.NaN;
      wrong[code] = given.isPresent() && !Double.isFinite(numbers[code]);
    }
    double[] values = new double[codes.length];
    for (int row = 0; row < values.length; row++) {
      int code = codes[row];
      if (code >= 0 && wrong[code]) {
        throw notANumber(origin, row + 1L, name, cleaned.get(code).orElseThrow(), text);
      }
      values[row] = code < 0 ? Double.NaN : numbers[code];
    }
    return new Column.Numeric(name, values);
  }

  static DataException notANumber(String origin, long row, String column, String given, Text text) {
    String shown = given.length() <= 60 ? given : given.substring(0, 57) + "...";
    if (text.isNumber(given)) {
      return new DataException(
          "%s, row %d, column %s: %s is not a finite number; name it as a missing value if it means that"
              .formatted(origin, row, column, shown));
    }
    NumberForm form = NumberForm.of(given, text.decimal());
    String advice =
        form == NumberForm.DECIMAL_POINT
            ? "; " + form.advice()
            : form.advice().isEmpty() ? "" : "; it " + form.fault() + ": " + form.advice();
    return new DataException(
        "%s, row %d, column %s: %s is not a number, which the column is declared to hold%s"
            .formatted(origin, row, column, shown, advice));
  }

  Column.Categorical categorical(String name) {
    TreeSet<String> distinct = new TreeSet<>();
    cleaned.forEach(given -> given.ifPresent(distinct::add));
    List<String> levels = List.copyOf(distinct);
    Map<String, Integer> codeOf = new HashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      codeOf.put(levels.get(i), i);
    }
    int[] moved = cleaned.stream().mapToInt(given -> given.map(codeOf::get).orElse(-1)).toArray();
    int[] moving = new int[codes.length];
    Arrays.setAll(moving, row -> codes[row] < 0 ? -1 : moved[codes[row]]);
    return new Column.Categorical(name, levels, moving);
  }

  /** Rows of each raw text, shape [raws.size()]; and last, of those without a text. */
  int[] counts() {
    int[] counts = new int[raws.size() + 1];
    for (int code : codes) {
      counts[code < 0 ? raws.size() : code]++;
    }
    return counts;
  }
}
