package evenhand.columns;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.Column;
import evenhand.data.ColumnReading;
import evenhand.data.DecimalSign;
import evenhand.data.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seed 7 throughout. */
final class ColumnReviewTest {

  private static final int ROWS = 400;
  private static final ColumnRoles NONE =
      new ColumnRoles(Map.of(), Set.of(), Optional.empty(), Map.of(), Set.of(), DecimalSign.POINT);

  private static final ColumnRoles COMMA =
      new ColumnRoles(Map.of(), Set.of(), Optional.empty(), Map.of(), Set.of(), DecimalSign.COMMA);

  private static Column texts(String name, IntFunction<String> value) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      texts.add(value.apply(i));
    }
    return Column.Categorical.of(name, texts);
  }

  private static Column numbers(String name, IntFunction<Number> value) {
    double[] values = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      values[i] = value.apply(i).doubleValue();
    }
    return new Column.Numeric(name, values);
  }

  private static ColumnReview review(ColumnRoles roles, Column... columns) {
    return ColumnReview.of(new Table("t.csv", List.of(columns), ROWS), roles, true);
  }

  private static ColumnKind kind(Column column) {
    return review(NONE, column).columns().get(0).profile().kind();
  }

  @Test
  void whatNamesRowsIsAnId() {
    SplittableRandom random = new SplittableRandom(7);
    assertThat(kind(texts("k", i -> "K-" + (1000 + 7 * i)))).isEqualTo(ColumnKind.ID);
    assertThat(kind(numbers("row", i -> i))).isEqualTo(ColumnKind.ID);
    assertThat(kind(numbers("n", i -> 100_000 + 7 * i))).isEqualTo(ColumnKind.ID);
    assertThat(kind(numbers("n", i -> 10_000_000 + (i * 7919L % 400) * 211_111)))
        .as("in no order, but all of eight digits")
        .isEqualTo(ColumnKind.ID);
    assertThat(kind(numbers("customer no", i -> (i * 7919L % 400) * 37))).isEqualTo(ColumnKind.ID);
    assertThat(kind(numbers("income", i -> random.nextDouble() * 5000)))
        .as("a measurement may differ in every row")
        .isEqualTo(ColumnKind.NUMBER);
    assertThat(kind(numbers("salary", i -> (int) (50_000 + 9_000 * random.nextGaussian()))))
        .isEqualTo(ColumnKind.NUMBER);
    assertThat(kind(numbers("age", i -> 20 + random.nextInt(60)))).isEqualTo(ColumnKind.NUMBER);
  }

  @Test
  void freeTextConstantsAndEmptyColumnsAreLeftOut() {
    SplittableRandom random = new SplittableRandom(7);
    String[] words = {"late", "steady", "new", "job", "rent", "house", "paid", "call", "again"};
    ColumnReview review =
        review(
            NONE,
            texts(
                "note",
                i -> {
                  StringBuilder text = new StringBuilder("said");
                  for (int w = 0; w < 5; w++) {
                    text.append(' ').append(words[random.nextInt(words.length)]);
                  }
                  return text.toString();
                }),
            texts("const", i -> "k"),
            numbers("zero", i -> 0),
            numbers("empty", i -> Double.NaN),
            texts("mostly", i -> i == 3 ? null : "k"),
            numbers("x", i -> random.nextDouble()));
    assertThat(review.columns())
        .extracting(column -> column.profile().kind())
        .containsExactly(
            ColumnKind.TEXT,
            ColumnKind.CONSTANT,
            ColumnKind.CONSTANT,
            ColumnKind.EMPTY,
            ColumnKind.CATEGORY,
            ColumnKind.NUMBER);
    assertThat(review.features()).containsExactly("mostly", "x");
    assertThat(review.remarks())
        .containsExactly(
            "note holds free text and is left out",
            "2 columns have one value in all rows and are left out: const, zero",
            "empty has no value at all and is left out",
            "what is left out can be asked for with --features, which names the columns to learn from");
  }

  @Test
  void featuresThatAreNamedAreLearnedFrom() {
    ColumnRoles asked =
        new ColumnRoles(
            Map.of("y", ColumnRole.LABEL),
            Set.of(),
            Optional.of(List.of("k", "day")),
            Map.of(),
            Set.of(),
            DecimalSign.POINT);
    ColumnReview review =
        review(
            asked,
            texts("day", i -> LocalDate.of(2023, 1, 1).plusDays(i).toString()),
            texts("k", i -> "K-" + i),
            numbers("x", i -> i % 7),
            texts("y", i -> i % 2 == 0 ? "yes" : "no"));
    assertThat(review.features()).containsExactly("k", "day");
    assertThat(review.readings()).containsOnlyKeys("day");
    assertThat(review.columns())
        .extracting(ReadColumn::role)
        .containsExactly(
            ColumnRole.FEATURE, ColumnRole.FEATURE, ColumnRole.LEFT_OUT, ColumnRole.LABEL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"None", ".", "unknown", "#N/A", "1,234", "12%", "-", "abc", "NaN", "$5", "90+"})
  void oneOddCellMakesNoCategories(String odd) {
    SplittableRandom random = new SplittableRandom(7);
    ColumnReview review =
        review(
            NONE,
            texts(
                "income",
                i -> i == 299 ? odd : "%d.%02d".formatted(1000 + i, random.nextInt(100))));
    ColumnProfile income = review.columns().get(0).profile();
    assertThat(income.kind()).isEqualTo(ColumnKind.NUMBER);
    assertThat(income.reading()).contains(new ColumnReading.Numbers(DecimalSign.POINT));
    assertThat(income.odd().orElseThrow()).extracting(OddCells::row).isEqualTo(300);
    assertThat(review.remarks())
        .singleElement()
        .asString()
        .startsWith(
            "income is read as numbers, and one cell of 400 that is none counts as missing: "
                + odd
                + " in row 300")
        .endsWith("; --type 'income=category' makes categories of all");
  }

  @Test
  void categoriesThatHoldDigitsStayCategories() {
    assertThat(kind(texts("dependents", i -> i % 10 == 0 ? "3+" : String.valueOf(i % 3))))
        .isEqualTo(ColumnKind.CATEGORY);
    assertThat(kind(texts("zip", i -> "0%04d".formatted(i % 90)))).isEqualTo(ColumnKind.CATEGORY);
    ColumnReview few = review(NONE, texts("few", i -> i == 8 ? "?x" : String.valueOf(i % 3)));
    assertThat(few.remarks())
        .singleElement()
        .asString()
        .contains("all but one cell are numbers (?x in row 9)");
  }

  @Test
  void manyLevelsAreSaid() {
    ColumnReview review = review(NONE, texts("postcode", i -> "P" + i % 150));
    assertThat(review.features()).containsExactly("postcode");
    assertThat(review.remarks())
        .containsExactly(
            "postcode: 150 categories in 400 rows, each a feature of its own; --drop leaves it out");
  }

  @Test
  void datesAreFoundInEveryOrder() {
    for (String pattern : List.of("%1$d-%2$02d-%3$02d", "%3$d.%2$d.%1$d", "%2$d/%3$d/%1$d")) {
      ColumnReview review =
          review(
              NONE,
              texts(
                  "opened",
                  i -> {
                    LocalDate date = LocalDate.of(2022, 1, 1).plusDays(i * 2L);
                    return i == 9
                        ? "soon"
                        : pattern.formatted(
                            date.getYear(), date.getMonthValue(), date.getDayOfMonth());
                  }));
      ColumnProfile opened = review.columns().get(0).profile();
      assertThat(opened.kind()).as(pattern).isEqualTo(ColumnKind.DATE);
      assertThat(opened.low()).contains("2022-01-01");
      assertThat(opened.high()).contains("2024-03-09");
      assertThat(review.remarks())
          .contains(
              "opened holds dates from 2022-01-01 to 2024-03-09 and is learned from as day, year, weekday, month");
      assertThat(opened.odd().orElseThrow()).extracting(OddCells::row).isEqualTo(10);
    }
    assertThat(kind(numbers("d", i -> 20_230_101 + i % 28))).isEqualTo(ColumnKind.DATE);
  }

  @Test
  void aTypeThatIsDeclaredIsKept() {
    ColumnRoles typed =
        new ColumnRoles(
            Map.of(), Set.of(), Optional.empty(), Map.of(), Set.of("day", "n"), DecimalSign.POINT);
    ColumnReview review =
        review(typed, texts("day", i -> "2024-01-" + (10 + i % 20)), numbers("n", i -> i));
    assertThat(review.features()).containsExactly("day", "n");
    assertThat(review.readings()).isEmpty();
  }

  @Test
  void aThousandColumnsAreAFewSentences() {
    Column[] columns = new Column[1000];
    for (int c = 0; c < columns.length; c++) {
      int which = c;
      columns[c] =
          c % 2 == 0
              ? texts("k" + c, i -> "K-" + i)
              : texts("n" + which, i -> i == 5 ? "None" : String.valueOf(i * 0.5));
    }
    ColumnReview review = review(NONE, columns);
    assertThat(review.remarks()).hasSizeLessThan(12);
    assertThat(review.remarks())
        .contains(
            "500 columns have a value of their own for nearly every row, as ids do, and are left out: k0, k2, k4, k6, k8 and 495 more (--columns shows all)");
  }

  @Test
  void aPointIsNoDecimalSignWhereTheCommaIsOne() {
    ColumnReview review = review(COMMA, texts("price", i -> "%d.%03d".formatted(1 + i, i)));
    ColumnProfile price = review.columns().get(0).profile();
    assertThat(price.kind()).isEqualTo(ColumnKind.ID);
    assertThat(price.reading()).isEmpty();
    assertThat(price.doubt())
        .contains(
            "it looks like numbers, but 1.000 in row 1 is written with a point; numbers are read"
                + " with a decimal comma here");
  }

  @Test
  void numbersWithADecimalCommaMayHaveOddCells() {
    Column odd = texts("income", i -> i == 8 ? "unbekannt" : i == 9 ? "1.234,5" : i + ",25");
    ColumnReview review = review(COMMA, odd);
    ColumnProfile income = review.columns().get(0).profile();
    assertThat(income.kind()).isEqualTo(ColumnKind.NUMBER);
    assertThat(income.high()).contains("1234.5");
    assertThat(review.readings())
        .containsEntry("income", new ColumnReading.Numbers(DecimalSign.COMMA));
    assertThat(review.remarks())
        .containsExactly(
            "income is read as numbers, and one cell of 400 that is none counts as missing:"
                + " unbekannt in row 9; --type 'income=category' makes categories of all");
    assertThat(review(NONE, odd).remarks()).anyMatch(remark -> remark.contains("--decimal ,"));
    assertThat(review(COMMA, texts("n", i -> i + " 000,5")).remarks())
        .noneMatch(remark -> remark.contains("--decimal"))
        .anyMatch(remark -> remark.contains("is written with signs between groups of digits"));
  }
}
