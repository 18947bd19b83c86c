package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.ColumnEncoding.Missing;
import evenhand.data.ColumnEncoding.OneHot;
import evenhand.data.ColumnEncoding.Standardised;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EncodingTest {

  @Test
  void oneHotHasEveryTrainingLevelSortedAndOneForMissing() {
    Table table = table(Column.Categorical.of("c", Arrays.asList("b", "a", null, "b")));
    Encoding encoding = Encoding.fit(table, List.of("c"));

    assertThat(encoding.names()).containsExactly("c=a", "c=b", "c is missing");
    assertThat(rows(encoding.encode(table)))
        .isDeepEqualTo(new float[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}, {0, 1, 0}});
  }

  @Test
  void numbersAreStandardisedAndMissingOnesAreTheMeanWithAnIndicator() {
    Table table = table(new Column.Numeric("n", new double[] {1, Double.NaN, 3, 8}));
    Encoding encoding = Encoding.fit(table, List.of("n"));

    // mean 4, population deviation sqrt((9 + 1 + 16) / 3)
    double deviation = Math.sqrt(26 / 3.0);
    assertThat(encoding.columns())
        .containsExactly(new Standardised("n", 4, deviation, Missing.SEEN));
    assertThat(encoding.names()).containsExactly("n", "n is missing");
    assertThat(rows(encoding.encode(table)))
        .isDeepEqualTo(
            new float[][] {
              {(float) (-3 / deviation), 0},
              {0, 1},
              {(float) (-1 / deviation), 0},
              {(float) (4 / deviation), 0}
            });
  }

  @Test
  void onlyTrainingRowsCount() {
    Table table =
        table(
            Column.Categorical.of("c", Arrays.asList("a", "z", null, "b")),
            new Column.Numeric("n", new double[] {1, 1000, Double.NaN, 3}));
    Encoding encoding = Encoding.fit(table, new int[] {0, 3}, List.of("n", "c"));

    assertThat(encoding.columns())
        .containsExactly(
            new Standardised("n", 2, 1, Missing.UNSEEN),
            new OneHot("c", List.of("a", "b"), Missing.UNSEEN));
    assertThat(rows(encoding.encode(table)))
        .isDeepEqualTo(new float[][] {{-1, 1, 0}, {998, 0, 0}, {0, 0, 0}, {1, 0, 1}});
  }

  @Test
  void whatIsNewIsZeroAndCounted() {
    Encoding encoding =
        Encoding.fit(
            table(
                Column.Categorical.of("c", Arrays.asList("a", "b")),
                Column.Categorical.of("d", Arrays.asList("a", null)),
                new Column.Numeric("n", new double[] {1, 3}),
                new Column.Numeric("m", new double[] {1, Double.NaN})),
            List.of("c", "d", "n", "m"));
    List<@Nullable String> letters = Arrays.asList("h", "a", "h", "g", "f", "e", "d", "c", null);
    double[] numbers = {Double.NaN, 1, 1, 1, 1, 1, 1, 1, Double.NaN};
    Encoded encoded =
        encoding.encode(
            table(
                Column.Categorical.of("c", letters),
                Column.Categorical.of("d", letters),
                new Column.Numeric("n", numbers),
                new Column.Numeric("m", numbers)));

    assertThat(encoded.unseen())
        .containsExactly(
            new Encoded.Unseen("c", 7, 1, List.of("h", "g", "f", "e", "d")),
            new Encoded.Unseen("d", 7, 0, List.of("h", "g", "f", "e", "d")),
            new Encoded.Unseen("n", 0, 2, List.of()));
    assertThat(rows(encoded)[0]).containsExactly(0, 0, 0, 0, 0, 0, 1);
    assertThat(rows(encoded)[8]).containsExactly(0, 0, 0, 1, 0, 0, 1);
  }

  @Test
  void constantColumnsAreZeroAndNamed() {
    Table table =
        table(
            new Column.Numeric("tenth", new double[] {0.1, 0.1, 0.1}),
            new Column.Numeric("empty", new double[] {Double.NaN, Double.NaN, Double.NaN}),
            Column.Categorical.of("same", List.of("x", "x", "x")),
            Column.Categorical.of("none", Arrays.asList(null, null, null)),
            Column.Categorical.of("two", Arrays.asList("x", "x", null)));
    Encoding encoding = Encoding.fit(table, table.names());
    Encoded other =
        encoding.encode(
            table(
                new Column.Numeric("tenth", new double[] {7}),
                new Column.Numeric("empty", new double[] {7}),
                Column.Categorical.of("same", List.of("x")),
                Column.Categorical.of("none", List.of("x")),
                Column.Categorical.of("two", List.of("x"))));

    assertThat(encoding.constants()).containsExactly("tenth", "empty", "same", "none");
    assertThat(encoding.names())
        .containsExactly(
            "tenth",
            "empty",
            "empty is missing",
            "same=x",
            "none is missing",
            "two=x",
            "two is missing");
    assertThat(rows(other)[0]).containsExactly(0, 0, 0, 1, 0, 1, 0);
  }

  @Test
  void aTableOfOneMissingValueCanBeEncoded() {
    Encoding encoding =
        Encoding.fit(table(new Column.Numeric("n", new double[] {1, Double.NaN})), List.of("n"));
    Encoded encoded =
        encoding.encode(table(new Column.Categorical("n", List.of(), new int[] {-1})));

    assertThat(rows(encoded)[0]).containsExactly(0, 1);
  }

  @Test
  void categoriesReadAsNumbersAreTheirTexts() {
    Encoding encoding =
        Encoding.fit(table(Column.Categorical.of("c", List.of("1", "2.5", "x"))), List.of("c"));
    Encoded encoded =
        encoding.encode(table(new Column.Numeric("c", new double[] {2.5, 1, Double.NaN, 3})));

    assertThat(rows(encoded))
        .isDeepEqualTo(new float[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}, {0, 0, 0}});
    assertThat(encoded.unseen()).containsExactly(new Encoded.Unseen("c", 1, 1, List.of("3")));
  }

  @Test
  void equalsASlowEncodingOfRandomTables() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 60; round++) {
      Table table = random(random, 1 + random.nextInt(40), 1 + random.nextInt(6));
      int[] training =
          IntStream.range(0, table.rows()).filter(i -> random.nextInt(3) > 0).toArray();
      if (training.length == 0) {
        training = new int[] {0};
      }
      Encoding encoding = Encoding.fit(table, training, table.names());
      Encoded encoded = encoding.encode(table);

      assertThat(encoded.matrix().columns()).isEqualTo(encoding.width());
      float[][] rows = rows(encoded);
      for (int row = 0; row < table.rows(); row++) {
        assertThat(rows[row]).containsExactly(slow(encoding, table, row));
      }
      if (encoded.matrix() instanceof CsrMatrix sparse) {
        assertIncreasing(sparse);
      }
    }
  }

  private static void assertIncreasing(CsrMatrix sparse) {
    for (int row = 0; row < sparse.rows(); row++) {
      for (int at = sparse.offsets()[row] + 1; at < sparse.offsets()[row + 1]; at++) {
        assertThat(sparse.indices()[at]).isGreaterThan(sparse.indices()[at - 1]);
      }
    }
    for (float value : sparse.values()) {
      assertThat(value).isNotZero();
    }
  }

  private static float[] slow(Encoding encoding, Table table, int row) {
    List<Float> features = new ArrayList<>();
    for (ColumnEncoding column : encoding.columns()) {
      Column values = table.column(column.column());
      boolean missing = values.isMissing(row);
      if (column instanceof Standardised standardised) {
        double value = missing ? 0 : ((Column.Numeric) values).values()[row] - standardised.mean();
        features.add(
            (float) (standardised.deviation() == 0 ? 0 : value / standardised.deviation()));
      } else {
        for (String level : ((OneHot) column).levels()) {
          features.add(level.equals(values.text(row)) ? 1f : 0f);
        }
      }
      if (column.missing() == Missing.SEEN) {
        features.add(missing ? 1f : 0f);
      }
    }
    float[] array = new float[features.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = features.get(i) + 0f; // no negative zero
    }
    return array;
  }

  private static Table random(SplittableRandom random, int rows, int columns) {
    List<Column> made = new ArrayList<>();
    for (int c = 0; c < columns; c++) {
      String name = "column " + c;
      if (random.nextBoolean()) {
        double[] values = new double[rows];
        Arrays.setAll(
            values, i -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(5) * 0.5 - 1);
        made.add(new Column.Numeric(name, values));
      } else {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
          values.add(random.nextInt(8) == 0 ? null : "level " + random.nextInt(12));
        }
        made.add(Column.Categorical.of(name, values));
      }
    }
    return new Table("random", made, rows);
  }

  @Test
  void largeNumbersKeepTheirDeviation() {
    double[] values = IntStream.range(0, 1000).mapToDouble(i -> 1e9 + i % 2).toArray();
    Encoding encoding = Encoding.fit(table(new Column.Numeric("n", values)), List.of("n"));

    assertThat(encoding.columns().get(0))
        .isInstanceOfSatisfying(
            Standardised.class,
            column -> {
              assertThat(column.mean()).isEqualTo(1e9 + 0.5, within(1e-6));
              assertThat(column.deviation()).isEqualTo(0.5, within(1e-6));
            });
  }

  @Test
  void typesAreWhatTablesMustBeReadWith() {
    Encoding encoding =
        Encoding.fit(
            table(
                new Column.Numeric("n", new double[] {1}),
                Column.Categorical.of("c", List.of("x"))),
            List.of("c", "n"));

    assertThat(encoding.types())
        .isEqualTo(Map.of("n", ColumnType.NUMBER, "c", ColumnType.CATEGORY));
  }

  @Test
  void wrongTablesAreRefusedInOneSentence() {
    Table training = table(new Column.Numeric("n", new double[] {1, 3}));
    Encoding encoding = Encoding.fit(training, List.of("n"));

    assertFails(
        () -> Encoding.fit(training, List.of("n", "n")),
        "column n is encoded twice; name each feature column once");
    assertFails(
        () -> Encoding.fit(training, List.of("x")),
        "t.csv has no column x; it has n alone; where another sign separates its fields, say which with --delimiter");
    assertFails(
        () -> Encoding.fit(training, new int[0], List.of("n")),
        "t.csv has no training rows; an encoding needs at least one");
    assertFails(
        () -> encoding.encode(table(Column.Categorical.of("n", Arrays.asList(null, "seven")))),
        "t.csv, row 2, column n: seven is not a number");
    assertFails(
        () -> encoding.encode(table(new Column.Numeric("n", new double[] {1, 1e300}))),
        "t.csv, row 2, column n: 1.0E300 is too far from the training mean 2.0 to be standardised");
    assertFails(
        () ->
            Encoding.fit(
                table(new Column.Numeric("n", new double[] {1e308, -1e308, 1})), List.of("n")),
        "t.csv, column n: numbers from -1.0E308 to 1.0E308 are too large to standardise; divide"
            + " them by a constant");
    List<String> names =
        IntStream.rangeClosed(0, Encoding.MAX_LEVELS).mapToObj(i -> "p" + i).toList();
    assertFails(
        () ->
            Encoding.fit(table(Column.Categorical.of("id", new ArrayList<>(names))), List.of("id")),
        "t.csv, column id: 10001 distinct categories among the training rows, a feature may have at"
            + " most 10000; leave the column out");
  }

  private static void assertFails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessage(message);
  }

  private static Table table(Column... columns) {
    return new Table("t.csv", List.of(columns), columns[0].size());
  }

  private static float[][] rows(Encoded encoded) {
    float[][] rows = new float[encoded.matrix().rows()][encoded.matrix().columns()];
    for (int row = 0; row < rows.length; row++) {
      encoded.matrix().copyRow(row, rows[row]);
    }
    return rows;
  }
}
