package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PageTest {

  private static Page page(String text) {
    return Page.of("page.md", text.lines().toList());
  }

  @Test
  void aBlockHoldsCommandsAndTheNextOneTheOutput() {
    Page page =
        page(
            """
            Text.

            ```sh
            mvn package
            ./evenhand train a.csv \\
                --out m.evenhand   # a note
            evenhand predict m.evenhand
            ```

            <!-- drifts: times -->

            ```
            accuracy 0.8
            ```

            ```
            evenhand audit a.csv
            ```
            """);

    assertThat(page.steps()).hasSize(2);
    Page.Step first = page.steps().get(0);
    assertThat(first.commands())
        .containsExactly(
            "./evenhand train a.csv --out m.evenhand   # a note", "evenhand predict m.evenhand");
    assertThat(first.shown()).contains(new Page.Shown(12, List.of("accuracy 0.8")));
    assertThat(first.mark(Mark.Kind.DRIFTS)).map(Mark::reason).contains("times");
    assertThat(page.steps().get(1).shown()).isEmpty();
  }

  @Test
  void textBetweenThemPartsABlockFromTheNext() {
    assertThat(
            page("```\nevenhand datasets\n```\nOr:\n```\nsomething\n```\n").steps().get(0).shown())
        .isEmpty();
  }

  @Test
  void aMarkHasAKindAndAReasonAndBelongsToABlock() {
    Page page = page("<!-- exit 3: the point of it -->\n```\nevenhand datasets\n```\n");
    assertThat(page.steps().get(0).marks())
        .containsExactly(new Mark(Mark.Kind.EXIT, 3, "the point of it"));

    for (String wrong :
        List.of("<!-- slow: very -->", "<!-- not run: -->", "<!-- not run: long -->\ntext")) {
      assertThatThrownBy(() -> page(wrong)).as(wrong).isInstanceOf(AssertionError.class);
    }
    assertThatThrownBy(() -> page("<!-- drifts: times -->\n```java\nint i;\n```\n"))
        .hasMessageContaining("line 2: a marked block holds neither");
  }

  @Test
  void aCommandCannotHideInABlockOfAnotherLanguage() {
    assertThatThrownBy(() -> page("```text\nevenhand datasets\n```\n"))
        .hasMessageContaining("page.md, line 1: a command in a block of text is not run");
    assertThatThrownBy(() -> page("```\ncat a.csv | evenhand audit -\n```\n"))
        .hasMessageContaining("line 1: a command is not at the beginning of its line");
    assertThat(page("```\nA=1 ./evenhand datasets\n```\n").steps().get(0).commands())
        .containsExactly("A=1 ./evenhand datasets");
  }

  @Test
  void writtenOutputsLeaveTheRestAsItWas() {
    String text =
        """
        ```
        evenhand a
        ```
        ```
        old
        lines
        ```
        Text.
        ```
        evenhand b
        ```
        ```
        kept
        ```\
        """;
    TreeMap<Integer, List<String>> outputs = new TreeMap<>();
    outputs.put(4, List.of("new"));

    assertThat(String.join("\n", page(text).with(outputs)))
        .isEqualTo(text.replace("old\nlines", "new"));
  }
}
