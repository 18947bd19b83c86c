package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PrintedTest {

  private static final Printed TABLE =
      Printed.of(
          "\nwarning: few rows\n\n  training  met  0.0199   \n  test  not met  0.0210\n  end\n");

  @Test
  void everyLineCountsUnlessCut() {
    List<String> whole =
        List.of(
            "warning: few rows", "", "  training  met  0.0199", "  test  not met  0.0210", "  end");
    assertThat(TABLE.isShownBy(whole, false)).isTrue();
    assertThat(TABLE.isShownBy(whole.subList(0, 4), false)).isFalse();
    assertThat(TABLE.isShownBy(List.of("...", "  test  not met  0.0210", "..."), false)).isTrue();
    assertThat(TABLE.isShownBy(List.of("...", "  test  not met  0.0210"), false)).isFalse();
    assertThat(TABLE.isShownBy(List.of("  test  not met  0.0210", "..."), false)).isFalse();
    assertThat(TABLE.isShownBy(List.of("...", "  test  met  0.0210", "..."), false)).isFalse();
  }

  @Test
  void onlyNumbersMayDrift() {
    assertThat(TABLE.isShownBy(List.of("...", "  test  not met   12.5", "..."), true)).isTrue();
    assertThat(TABLE.isShownBy(List.of("...", "  test  met  0.0210", "..."), true)).isFalse();
  }

  @Test
  void whatIsCutStaysCutInWhatIsWritten() {
    assertThat(TABLE.shownAs(List.of("old"))).isEqualTo(TABLE.lines());
    assertThat(
            TABLE.shownAs(
                List.of("...", "  training  not met  0.05", "  test  not met  0.1", "...")))
        .containsExactly("...", "  training  met  0.0199", "  test  not met  0.0210", "...");
    assertThat(TABLE.shownAs(List.of("warning: 3 rows", "...", "  end")))
        .containsExactly("warning: few rows", "...", "  end");
    assertThatThrownBy(() -> TABLE.shownAs(List.of("...", "accuracy", "...")))
        .hasMessage("nothing that is printed is like: accuracy");
  }
}
