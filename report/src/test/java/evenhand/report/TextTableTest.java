package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.report.Terminal.Colour;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTableTest {

  private static TextTable table() {
    TextTable table = new TextTable(Align.LEFT, Align.RIGHT, Align.FLOW);
    table.add(Cell.of("a"), Cell.of("1"), Cell.of("the quick brown fox jumps over the dog"));
    table.add(Cell.of("longer"), Cell.of("100"));
    return table;
  }

  @Test
  void alignsAndFolds() {
    assertThat(table().lines(new Terminal(40, Colour.OFF), "  "))
        .containsExactly(
            "  a         1  the quick brown fox jumps",
            "               over the dog",
            "  longer  100");
  }

  @Test
  void putsWhatFlowsBelowWhereThereIsNoRoomBeside() {
    TextTable wide = new TextTable(Align.LEFT, Align.FLOW);
    wide.add(Cell.of("a name of more than thirty letters"), Cell.of("the quick brown fox"));
    assertThat(wide.lines(new Terminal(40, Colour.OFF), ""))
        .containsExactly("a name of more than thirty letters", "      the quick brown fox");
  }

  @Test
  void colourDoesNotShiftColumns() {
    TextTable painted = new TextTable(Align.LEFT, Align.RIGHT);
    painted.add(Cell.strong("a"), Cell.of("1"));
    painted.add(Cell.of("bcd"), Cell.faint("22"));
    assertThat(painted.lines(new Terminal(40, Colour.ON), ""))
        .containsExactly("\u001b[1ma\u001b[0m     1", "bcd  \u001b[2m22\u001b[0m");
  }

  @Test
  void countsCharactersNotHalvesOfThem() {
    assertThat(Cell.of("😀").width()).isEqualTo(1);
  }

  @Test
  void replacesWhatMovesTheCursor() {
    assertThat(Cell.of("a\u001b[2J\n\u202eb").text()).isEqualTo("a\\u001b[2J\\n\\u202eb");
  }

  @Test
  void foldsAtBlanksAndKeepsLongWords() {
    assertThat(TextTable.fold("a bb incomprehensibilities c", 6))
        .isEqualTo(List.of("a bb", "incomprehensibilities", "c"));
    assertThat(TextTable.fold("", 6)).isEmpty();
  }

  @Test
  void refusesMoreCellsThanColumns() {
    assertThatThrownBy(() -> new TextTable(Align.LEFT).add(Cell.of("a"), Cell.of("b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("need at most 1 cells, got 2");
  }

  @Test
  void refusesATerminalTooNarrowToRead() {
    assertThatThrownBy(() -> new Terminal(39, Colour.OFF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("39");
  }
}
