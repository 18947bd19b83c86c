package evenhand.columns;

import evenhand.data.Column;
import evenhand.data.ColumnReading;
import evenhand.data.DecimalSign;
import evenhand.data.NumberForm;
import evenhand.data.NumberForms;
import evenhand.data.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of texts is: categories, dates, numbers with a few odd cells, ids or free text. */
final class TextProfile {

  private static final double NEARLY_ALL = 0.95;
  private static final double MOST_MISSING = 0.5;
  private static final double OWN_VALUES = 0.9;
  private static final int FEWEST_NUMBERS = 10;
  private static final int MANY_NUMBERS = 20;
  private static final int MANY_LEVELS = 100;
  private static final int VERY_MANY_LEVELS = 1000;
  private static final int FEW_ROWS_EACH = 10;
  private static final double WORDS = 2.5;
  private static final int LONG = 40;

  /** What people and programs write where there is no value. */
  private static final Set<String> MARKS =
      Set.of(
          "none",
          "nan",
          "nil",
          "null",
          "na",
          "n/a",
          "#n/a",
          "n.a.",
          "n.a",
          "#na",
          "<na>",
          "nat",
          ".",
          "..",
          "-",
          "--",
          "---",
          "?",
          "unknown",
          "unk",
          "missing",
          "undefined",
          "not available",
          "not known",
          "not given",
          "tbd",
          "#value!",
          "#div/0!",
          "#ref!",
          "#name?",
          "#num!",
          "#null!",
          "inf",
          "-inf",
          "infinity",
          "-infinity",
          "x",
          "*");

  private final Column.Categorical column;
  private final DecimalSign decimal;
  private final int rows;
  private final int[] counts;
  private final int present;
  private final int distinct;

  private TextProfile(Column.Categorical column, DecimalSign decimal) {
    this.column = column;
    this.decimal = decimal;
    this.rows = column.size();
    this.counts = new int[column.levels().size()];
    int found = 0;
    for (int code : column.codes()) {
      if (code >= 0) {
        counts[code]++;
        found++;
      }
    }
    int used = 0;
    for (int count : counts) {
      used += count > 0 ? 1 : 0;
    }
    this.present = found;
    this.distinct = used;
  }

  /**
   * @param declared whether somebody said that it holds categories
   * @param decimal the sign before the decimals of numbers
   */
  static ColumnProfile of(Column.Categorical column, boolean declared, DecimalSign decimal) {
    TextProfile profile = new TextProfile(column, decimal);
    if (profile.present == 0) {
      return profile.as(ColumnKind.EMPTY);
    }
    if (profile.distinct == 1 && profile.present == profile.rows) {
      return profile.as(ColumnKind.CONSTANT);
    }
    return declared ? profile.category(ColumnKind.CATEGORY) : profile.found();
  }

  private ColumnProfile as(ColumnKind kind) {
    return ColumnProfile.of(column.name(), kind, rows, rows - present, distinct)
        .withLevels(column.levels().stream().limit(ColumnProfile.MOST_LEVELS).toList());
  }

  private ColumnProfile found() {
    Optional<Dates> dates = Dates.of(column, counts, present);
    if (dates.isPresent()) {
      return date(dates.get());
    }
    Optional<ColumnProfile> numbers = numbers();
    return numbers.orElseGet(() -> category(kindOfTexts()));
  }

  private ColumnProfile date(Dates dates) {
    ColumnProfile profile =
        as(ColumnKind.DATE)
            .withLevels(List.of())
            .between(Dates.shown(dates.low()), Dates.shown(dates.high()))
            .read(dates.reading(), dates.odd());
    return dates.isAmbiguous()
        ? profile.doubted(
            "no value tells whether the day or the month comes first; it is read with the %s first"
                .formatted(dates.reading().order().id().equals("day_first") ? "day" : "month"))
        : profile;
  }

  private Optional<ColumnProfile> numbers() {
    int plain = 0;
    int different = 0;
    int marks = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    boolean[] odd = new boolean[counts.length];
    for (int code = 0; code < counts.length; code++) {
      String level = column.levels().get(code);
      boolean number = decimal.isNumber(level);
      if (number && NumberText.isCode(level)) {
        return Optional.empty();
      }
      double value = number ? decimal.number(level) : Double.NaN;
      if (Double.isFinite(value)) {
        plain += counts[code];
        different += counts[code] > 0 ? 1 : 0;
        low = Math.min(low, value);
        high = Math.max(high, value);
      } else {
        odd[code] = true;
        marks += MARKS.contains(level.toLowerCase(Locale.ROOT)) ? counts[code] : 0;
      }
    }
    int others = present - plain - marks;
    int oddCells = present - plain;
    if (plain == 0 || others > (1 - NEARLY_ALL) * present) {
      return writtenOtherwise();
    }
    if (oddCells == 0) {
      return different < MANY_NUMBERS
          ? Optional.empty()
          : Optional.of(
              number(low, high)
                  .read(new ColumnReading.Numbers(decimal), Optional.empty())
                  .doubted("the file keeps it as text, but every value is a number"));
    }
    OddCells cells = first(odd, oddCells);
    if (different >= FEWEST_NUMBERS && oddCells <= MOST_MISSING * present) {
      return Optional.of(
          number(low, high).read(new ColumnReading.Numbers(decimal), Optional.of(cells)));
    }
    return oddCells > (1 - NEARLY_ALL) * present
        ? Optional.empty()
        : Optional.of(
            category(ColumnKind.CATEGORY)
                .doubted(
                    "all but %s are numbers (%s in row %d), so it is read as %d categories; --missing '%s' makes numbers of it"
                        .formatted(
                            cells.cells() == 1 ? "one cell" : cells.cells() + " cells",
                            cells.text(),
                            cells.row(),
                            distinct,
                            cells.text())));
  }

  private ColumnProfile number(double low, double high) {
    Column.Numeric ends = new Column.Numeric("", new double[] {low, high});
    return as(ColumnKind.NUMBER)
        .withLevels(List.of())
        .between(String.valueOf(ends.text(0)), String.valueOf(ends.text(1)));
  }

  private OddCells first(boolean[] odd, int cells) {
    for (int row = 0; row < rows; row++) {
      int code = column.codes()[row];
      if (code >= 0 && odd[code]) {
        String text = column.levels().get(code);
        NumberForm form = NumberForm.of(text, decimal);
        String hint =
            form == NumberForm.TEXT || form == NumberForm.NUMBER
                ? ""
                : form.fault() + (form.advice().isEmpty() ? "" : ": " + form.advice());
        return new OddCells(cells, row + 1, text, hint);
      }
    }
    throw new IllegalStateException("no odd cell in " + column.name());
  }

  /** A column whose numbers nearly all have a sign that keeps them from being read. */
  private Optional<ColumnProfile> writtenOtherwise() {
    long looked =
        column.levels().stream()
            .limit(ColumnReview.FEWEST_ROWS)
            .filter(level -> NumberForm.of(level, decimal) != NumberForm.TEXT)
            .count();
    if (2 * looked < Math.min(ColumnReview.FEWEST_ROWS, column.levels().size())) {
      return Optional.empty();
    }
    NumberForms forms = NumberForms.of(column, decimal);
    Optional<NumberForm> culprit = forms.culprit();
    boolean written =
        culprit.isPresent()
            && culprit.get() != NumberForm.TEXT
            && forms.share() >= NEARLY_ALL
            && forms.count(culprit.get()) > 0;
    if (!written) {
      return Optional.empty();
    }
    NumberForm form = culprit.get();
    int row = forms.first().getOrDefault(form, 0);
    return Optional.of(
        category(kindOfTexts())
            .doubted(
                "it looks like numbers, but %s in row %d %s; %s"
                    .formatted(column.text(row), row + 1, form.fault(), form.advice())));
  }

  private ColumnKind kindOfTexts() {
    if (present < ColumnReview.FEWEST_ROWS || distinct < ColumnReview.FEWEST_ROWS) {
      return ColumnKind.CATEGORY;
    }
    double own = (double) distinct / present;
    double words = 0;
    double letters = 0;
    for (int code = 0; code < counts.length; code++) {
      String level = column.levels().get(code);
      words += (double) counts[code] * (1 + level.chars().filter(c -> c == ' ').count());
      letters += (double) counts[code] * level.length();
    }
    boolean wordy = words >= WORDS * present || letters >= LONG * present;
    if (own >= OWN_VALUES) {
      return wordy ? ColumnKind.TEXT : ColumnKind.ID;
    }
    boolean sentences = words >= (WORDS + 1) * present && distinct >= MANY_LEVELS;
    return sentences && own >= 0.3 ? ColumnKind.TEXT : ColumnKind.CATEGORY;
  }

  private ColumnProfile category(ColumnKind kind) {
    ColumnProfile profile = as(kind);
    boolean many =
        distinct >= VERY_MANY_LEVELS
            || (distinct >= MANY_LEVELS && present < (long) FEW_ROWS_EACH * distinct);
    return kind == ColumnKind.CATEGORY && many
        ? profile.doubted(
            String.format(
                Locale.ROOT,
                "%,d categories in %,d rows, each a feature of its own; --drop leaves it out",
                distinct,
                present))
        : profile;
  }
}
