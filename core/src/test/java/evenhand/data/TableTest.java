package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class TableTest {

  private static final Column AGE = new Column.Numeric("age", new double[] {30, Double.NaN, 41.5});
  private static final Column CITY =
      new Column.Categorical("city", List.of("Bonn", "Ulm"), new int[] {1, 0, -1});
  private static final Table TABLE = new Table("people.csv", List.of(AGE, CITY), 3);

  private static void assertRefused(ThrowingCallable attempt, String sentence) {
    assertThatExceptionOfType(DataException.class).isThrownBy(attempt).withMessage(sentence);
  }

  private static Table of(String name, double... values) {
    return new Table("people.csv", List.of(new Column.Numeric(name, values), CITY), values.length);
  }

  @Test
  void findsColumnsByName() {
    assertThat(TABLE.names()).containsExactly("age", "city");
    assertThat(TABLE.has("age")).isTrue();
    assertThat(TABLE.has("Age")).isFalse();
    assertThat(TABLE.column("city")).isSameAs(CITY);
    assertThat(TABLE.numeric("age")).isSameAs(AGE);
    assertRefused(() -> TABLE.column("zip"), "people.csv has no column zip; it has age, city");
  }

  @Test
  void valuesAreWrittenAsTheyWere() {
    assertThat(AGE.text(0)).isEqualTo("30");
    assertThat(AGE.text(1)).isNull();
    assertThat(AGE.text(2)).isEqualTo("41.5");
    assertThat(AGE.isMissing(1)).isTrue();
    assertThat(CITY.text(0)).isEqualTo("Ulm");
    assertThat(CITY.text(2)).isNull();
    assertThat(CITY.isMissing(2)).isTrue();
    assertThat(CITY.size()).isEqualTo(3);
    assertThat(new Column.Numeric("big", new double[] {1e15, -2}).text(0)).isEqualTo("1.0E15");
  }

  @Test
  void selectTakesRowsOfEveryColumn() {
    Table picked = TABLE.select(new int[] {2, 0});
    assertThat(picked.rows()).isEqualTo(2);
    assertThat(picked.numeric("age").values()).containsExactly(41.5, 30);
    assertThat(picked.column("city").text(0)).isNull();
    assertThat(picked.column("city").text(1)).isEqualTo("Ulm");
  }

  @Test
  void textWhereNumbersAreNeededNamesItsRow() {
    assertRefused(
        () -> TABLE.numeric("city"), "people.csv, row 1, column city: Ulm is not a number");
    Table empty =
        new Table(
            "people.csv", List.of(new Column.Categorical("city", List.of(), new int[] {-1})), 1);
    assertRefused(
        () -> empty.numeric("city"), "people.csv: column city has no values, numbers are needed");
  }

  @Test
  void oneBadCellAmongNumbersNamesItsRowAndHowManyThereAre() {
    Column column = Column.Categorical.of("s", List.of("0.1", "7", "None", "1e3", "-.5", "?"));
    Table table = new Table("scored.csv", List.of(column), 6);
    assertRefused(
        () -> table.probabilities("s"),
        "scored.csv, row 3, column s: None is not a number, one of 2 such cells");
    Table codes =
        new Table("scored.csv", List.of(Column.Categorical.of("s", List.of("007", "010"))), 2);
    assertRefused(
        () -> codes.numeric("s"),
        "scored.csv: column s is read as texts, numbers are needed; --type 's=number' reads it as numbers");
  }

  @Test
  void columnsNeedTheirOwnNameAndTheSameLength() {
    assertRefused(
        () -> new Table("people.csv", List.of(AGE, AGE), 3),
        "people.csv: column age occurs twice; every column needs its own name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("people.csv", List.of(AGE), 4))
        .withMessage("people.csv: column age has 3 values, the table 4 rows");
  }

  @Test
  void weightsAreFiniteAndNotNegativeAndNotAllZero() {
    assertThat(of("w", 0, 1, 2.5).weights("w")).containsExactly(0, 1, 2.5);
    assertRefused(
        () -> of("w", 1, -2, 1).weights("w"),
        "people.csv, row 2, column w: a weight must be a number of at least 0, was -2.0");
    assertRefused(
        () -> of("w", 1, 1, Double.NaN).weights("w"),
        "people.csv, row 3, column w: a weight must be a number of at least 0, was missing");
    assertRefused(
        () -> of("w", 0, 0, 0).weights("w"),
        "people.csv: every weight in column w is 0, at least one row must count");
  }

  @Test
  void probabilitiesAreFromZeroToOne() {
    assertThat(of("p", 0, 0.5, 1).probabilities("p")).containsExactly(0, 0.5, 1);
    assertRefused(
        () -> of("p", 0, 0.5, 1.5).probabilities("p"),
        "people.csv, row 3, column p: a probability from 0 to 1 is needed, was 1.5");
    assertRefused(
        () -> of("p", Double.NaN, 0.5, 1).probabilities("p"),
        "people.csv, row 1, column p: a probability from 0 to 1 is needed, was missing");
  }
}
