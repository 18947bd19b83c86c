package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.ColumnReading.Dates;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DatedEncodingTest {

  private static final Dates DAYS =
      new Dates(DateOrder.DAY_FIRST, List.of(DatePart.WEEKDAY, DatePart.MONTH));
  private static final Table TRAINED =
      table("31.12.2023", "01.01.2024", "15.02.2025", null, "soon", "16.02.2025");
  private static final Encoding ENCODING =
      Encoding.fit(TRAINED, new int[] {0, 1, 2, 3, 5}, List.of("opened"), Map.of("opened", DAYS));

  @org.jspecify.annotations.NullUnmarked
  private static Table table(String... texts) {
    return new Table(
        "t.csv",
        List.of(Column.Categorical.of("opened", java.util.Arrays.asList(texts))),
        texts.length);
  }

  private static float at(Matrix matrix, int row, int column) {
    float[] values = new float[matrix.columns()];
    matrix.copyRow(row, values);
    return values[column];
  }

  @Test
  void aDateIsItsDayItsYearAndItsParts() {
    assertThat(ENCODING.names())
        .startsWith("opened day", "opened year", "opened=Mon")
        .contains("opened=Dec")
        .endsWith("opened is missing")
        .hasSize(2 + 7 + 12 + 1);
    Encoded encoded = ENCODING.encode(TRAINED);
    Matrix dense = encoded.matrix();
    int sunday = ENCODING.names().indexOf("opened=Sun");
    int december = ENCODING.names().indexOf("opened=Dec");
    int missing = ENCODING.names().indexOf("opened is missing");
    assertThat(at(dense, 0, sunday)).isEqualTo(1);
    assertThat(at(dense, 0, december)).isEqualTo(1);
    assertThat(at(dense, 1, december)).isZero();
    assertThat(at(dense, 3, missing)).isEqualTo(1);
    assertThat(at(dense, 4, missing)).as("no date is none").isEqualTo(1);
    double sum = at(dense, 0, 0) + at(dense, 1, 0) + at(dense, 2, 0) + at(dense, 5, 0);
    assertThat(sum).as("standardised on training rows").isBetween(-1e-5, 1e-5);
    assertThat(encoded.unseen())
        .containsExactly(
            new Encoded.Unseen("opened", 1, 0, List.of("soon"), Encoded.Unseen.Sort.UNREADABLE));
    assertThat(encoded.unseen().get(0).sentence("t.csv"))
        .isEqualTo(
            "t.csv: 1 row of column opened holds what can't be read there, such as soon; it counts as missing");
  }

  @Test
  void theSameDateWrittenOtherwiseIsTheSame() {
    Encoded own = ENCODING.encode(table("15.02.2025", "31.12.2023"));
    assertThat(ENCODING.encode(table("2025-02-15", "2023-12-31 00:00:00")).matrix())
        .isEqualTo(own.matrix());
  }

  @Test
  void itIsKeptAsJson() {
    assertThat(Encoding.fromJson(ENCODING.toJson())).isEqualTo(ENCODING);
    assertThat(ENCODING.types()).containsEntry("opened", ColumnType.CATEGORY);
  }

  @Test
  void numbersWithOddCellsCountThoseAsMissing() {
    Table table =
        new Table(
            "t.csv", List.of(Column.Categorical.of("income", List.of("1", "3", "None", "5"))), 4);
    Encoding encoding =
        Encoding.fit(
            table,
            new int[] {0, 1, 2, 3},
            List.of("income"),
            Map.of("income", new ColumnReading.Numbers(DecimalSign.POINT)));
    assertThat(encoding.names()).containsExactly("income", "income is missing");
    assertThat(at(encoding.encode(table).matrix(), 2, 1)).isEqualTo(1);
    assertThat(Encoding.fromJson(encoding.toJson())).isEqualTo(encoding);
    assertThat(encoding.encode(table).unseen())
        .extracting(Encoded.Unseen::sort)
        .containsExactly(Encoded.Unseen.Sort.UNREADABLE);
    Table numbers =
        new Table("t.parquet", List.of(new Column.Numeric("income", new double[] {1, 3, 2, 5})), 4);
    assertThat(at(encoding.encode(numbers).matrix(), 3, 0))
        .isEqualTo(at(encoding.encode(table).matrix(), 3, 0));
  }

  @Test
  void theDecimalSignOfTrainingIsKept() {
    Table comma =
        new Table(
            "t.csv",
            List.of(Column.Categorical.of("income", List.of("1,5", "3", "1.234", "4,5"))),
            4);
    Encoding encoding =
        Encoding.fit(
            comma,
            new int[] {0, 1, 3},
            List.of("income"),
            Map.of("income", new ColumnReading.Numbers(DecimalSign.COMMA)));
    Encoding read = Encoding.fromJson(encoding.toJson());
    assertThat(read).isEqualTo(encoding);
    Encoded encoded = read.encode(comma);
    assertThat(at(encoded.matrix(), 1, 0)).isZero();
    assertThat(at(encoded.matrix(), 0, 0)).isEqualTo(-at(encoded.matrix(), 3, 0)).isNegative();
    assertThat(encoded.unseen())
        .containsExactly(
            new Encoded.Unseen("income", 1, 0, List.of("1.234"), Encoded.Unseen.Sort.UNREADABLE));
  }
}
