package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.ColumnType;
import evenhand.data.DataException;
import evenhand.tables.ReadOptions.Limits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadOptionsTest {

  @Test
  void typesAreNamedByColumn() {
    assertThat(ReadOptions.parseTypes(List.of("age=number", "a=b=category")))
        .isEqualTo(Map.of("age", ColumnType.NUMBER, "a=b", ColumnType.CATEGORY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"age", "age=", "age=integer", "=number", "number"})
  void otherTypesAreRefused(String text) {
    assertThatThrownBy(() -> ReadOptions.parseTypes(List.of(text)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the type " + text + " must ");
  }

  @Test
  void aColumnIsTypedOnce() {
    assertThatThrownBy(() -> ReadOptions.parseTypes(List.of("a=number", "a=number")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("each column once");
  }

  @Test
  void limitsMustLeaveRoom() {
    assertThatThrownBy(() -> new Limits(0, 1, 1, 64, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("limits must be at least 1 row");
  }

  @Test
  void delimitersAreOnePlainCharacter() {
    assertThatThrownBy(() -> CsvFormat.defaults().withDelimiter('"'))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("was U+0022");
    assertThatThrownBy(() -> CsvFormat.defaults().withDelimiter('é'))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> CsvFormat.defaults().withComment(""))
        .isInstanceOf(DataException.class);
  }
}
