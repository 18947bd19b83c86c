package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupColumnTest {

  private static final Table PEOPLE =
      new Table(
          "people.csv",
          List.of(
              new Column.Categorical("sex", List.of("F", "M"), new int[] {1, 0, -1, 1}),
              new Column.Numeric("age", new double[] {24.9, 25, 60, Double.NaN}),
              new Column.Numeric("code", new double[] {10, 9, 9, 10}),
              new Column.Categorical("empty", List.of(), new int[] {-1, -1, -1, -1})),
          4);

  @Test
  void namesGroupsByValueAndKeepsMissingOnesApart() {
    Groups groups = GroupColumn.parse("sex").of(PEOPLE);
    assertThat(groups.names()).containsExactly("(missing)", "F", "M");
    assertThat(groups.codes()).containsExactly(2, 1, 0, 2);
  }

  @Test
  void cutsNumbersIntoIntervals() {
    Groups groups = GroupColumn.parse("age:25,60").of(PEOPLE);
    assertThat(groups.names()).containsExactly("<25", ">=25,<60", ">=60", "(missing)");
    assertThat(groups.codes()).containsExactly(0, 1, 2, 3);
    assertThat(GroupColumn.parse("age:25,60")).hasToString("age:25,60");
  }

  @Test
  void numbersBetweenCommasAreCutsThoughTheColumnHasThemAsValues() {
    assertThat(GroupColumn.named("age:25,60", PEOPLE).cuts()).containsExactly(25.0, 60.0);
    assertThat(GroupColumn.named("age:60", PEOPLE).cuts()).containsExactly(60.0);
    assertThat(GroupColumn.named("code:9|*", PEOPLE).of(PEOPLE).names())
        .containsExactly("9", "others");
    Table texts =
        new Table(
            "t.csv",
            List.of(new Column.Categorical("age", List.of("30", "50", "abc"), new int[] {0, 1, 2})),
            3);
    assertThatThrownBy(() -> GroupColumn.named("age:30,50", texts).of(texts))
        .isInstanceOf(DataException.class)
        .hasMessage("t.csv, row 3, column age: abc is not a number");
  }

  @Test
  void ordersNumbersAsNumbers() {
    assertThat(GroupColumn.parse("code").of(PEOPLE).names()).containsExactly("9", "10");
  }

  @Test
  void keepsTheCodesOfKnownGroupsAndAddsNewOnes() {
    Groups groups = GroupColumn.parse("sex").of(PEOPLE).after(List.of("M", "X"));
    assertThat(groups.names()).containsExactly("M", "X", "(missing)", "F");
    assertThat(groups.codes()).containsExactly(0, 3, 2, 0);
  }

  @Test
  void refusesWhatNamesNoGroups() {
    assertThatThrownBy(() -> GroupColumn.parse("empty").of(PEOPLE))
        .isInstanceOf(DataException.class)
        .hasMessage("people.csv: every value of the group column empty is missing");
    assertThatThrownBy(() -> GroupColumn.parse("age:25,x"))
        .hasMessage(
            "x in the group age:25,x is not a number; write cuts like age:25,60, or merged values like race:White|*");
    assertThatThrownBy(() -> GroupColumn.parse("age:60,25"))
        .hasMessage("the cuts of age must increase, were [60.0, 25.0]");
    assertThatThrownBy(() -> GroupColumn.parse("race").of(PEOPLE))
        .hasMessage("people.csv has no column race; it has sex, age, code, empty");
    double[] ages = new double[50];
    java.util.Arrays.setAll(ages, i -> i);
    Table many = new Table("t.csv", List.of(new Column.Numeric("age", ages)), 50);
    assertThatThrownBy(() -> GroupColumn.parse("age").of(many))
        .hasMessage(
            "t.csv: column age holds 50 different numbers, too many for groups; give cuts, like age:25,60");
  }

  private static final Table RACES =
      new Table(
          "races.csv",
          List.of(
              new Column.Categorical(
                  "race:own",
                  List.of("Asian", "Black", "Pacific, other", "White"),
                  new int[] {0, 1, 2, 3, -1}),
              new Column.Numeric("children", new double[] {0, 1, 2, 3, 0}),
              new Column.Categorical("race", List.of("A", "B"), new int[] {0, 1, 0, 1, 1})),
          5);

  @Test
  void mergesValuesAndTheRest() {
    Groups two = GroupColumn.named("race:own:White|*", RACES).of(RACES);
    assertThat(two.names()).containsExactly("White", "others", "(missing)");
    assertThat(two.codes()).containsExactly(1, 1, 1, 0, 2);
    Groups three =
        GroupColumn.named("race:own:Asian,Black|Pacific, other|*,(missing)", RACES).of(RACES);
    assertThat(three.names()).containsExactly("Asian,Black", "Pacific, other", "others,(missing)");
    assertThat(three.codes()).containsExactly(0, 0, 1, 2, 2);
    Groups some = GroupColumn.named("race:own:Asian,Black", RACES).of(RACES);
    assertThat(some.names()).containsExactly("Asian,Black", "(missing)", "Pacific, other", "White");
    Groups numbers = GroupColumn.named("children:0|*", RACES).of(RACES);
    assertThat(numbers.names()).containsExactly("0", "others");
  }

  @Test
  void whatIsWrittenIsReadBackWithoutTheTable() {
    for (String text :
        List.of(
            "race:own",
            "race:own:White|*",
            "race:own:Asian,Black|Pacific, other|*,(missing)",
            "children:0,1|2",
            "children:0,2.5",
            "race:A|*")) {
      GroupColumn group = GroupColumn.named(text, RACES);
      assertThat(GroupColumn.parse(group.toString())).isEqualTo(group);
      assertThat(GroupColumn.named(group.toString(), RACES)).isEqualTo(group);
    }
  }

  @Test
  void refusesMergersThatNameNothing() {
    assertThatThrownBy(() -> GroupColumn.named("race:C|*", RACES))
        .hasMessage(
            "races.csv: column race has no value C, which the group race:C|* names; it has A, B");
    assertThatThrownBy(() -> GroupColumn.named("race:A|A", RACES))
        .hasMessage("the group race:A|A names A twice");
    assertThatThrownBy(() -> GroupColumn.named("race:A|", RACES))
        .hasMessageContaining("names a value that is empty");
    assertThatThrownBy(() -> GroupColumn.named("race:A", RACES))
        .hasMessageContaining("merges nothing");
    assertThatThrownBy(() -> GroupColumn.named("sex:A|*", RACES))
        .hasMessage("races.csv has no column sex; it has race:own, children, race");
    assertThatThrownBy(() -> GroupColumn.named(List.of("race", "race:A|*"), RACES))
        .hasMessage("the column race is given twice with --group; a column gives one partition");
  }
}
