package evenhand.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NameListTest {

  private static final Set<String> COLUMNS =
      Set.of("age, years", "sex", "a", "a,b", "b", "", "\"q");

  @Test
  void aNameMayHoldTheSeparator() {
    assertThat(split("age, years")).containsExactly("age, years");
    assertThat(split("sex,age, years,b")).containsExactly("sex", "age, years", "b");
    assertThat(split("\"age, years\",sex")).containsExactly("age, years", "sex");
  }

  @Test
  void theLongestNameThatIsThereWins() {
    assertThat(split("a,b")).containsExactly("a,b");
    assertThat(split("a,sex")).containsExactly("a", "sex");
    assertThat(NameList.split("a,c", ',', COLUMNS::contains)).isEmpty();
  }

  @Test
  void differentListsAreDifferentTexts() {
    assertThat(NameList.join(List.of("A&B", "C"), '&')).isEqualTo("\"A&B\"&C");
    assertThat(NameList.join(List.of("A", "B&C"), '&')).isEqualTo("A&\"B&C\"");
    assertThat(NameList.join(List.of("A", "B", "C"), '&')).isEqualTo("A&B&C");
    assertThat(NameList.join(List.of("A&B"), '&')).isEqualTo("A&B");
    assertThat(NameList.join(List.of("\"q", "a"), ',')).isEqualTo("\"\"\"q\",a");
    assertThat(split("\"\"\"q\",a")).containsExactly("\"q", "a");
  }

  private static List<String> split(String text) {
    return NameList.split(text, ',', COLUMNS::contains).orElseThrow();
  }
}
