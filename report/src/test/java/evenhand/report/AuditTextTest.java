package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.audit.Audit;
import evenhand.report.Terminal.Colour;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AuditTextTest {

  private static final Audit ADULT = AdultEvidence.audit(1, 0, "Female", "Male");

  private static String text(Audit audit, int width, Colour colour) throws IOException {
    StringBuilder out = new StringBuilder();
    AuditText.write(
        Audits.report(audit, "adult.csv"), AuditText.Detail.FULL, new Terminal(width, colour), out);
    return out.toString();
  }

  @Test
  void showsValuesIntervalsDefinitionsAndVerdicts() throws IOException {
    assertThat(text(ADULT, 100, Colour.OFF))
        .startsWith("Audit of adult.csv\n  rows      16,281, none left out\n")
        .contains("outcome   income; positive is >50K, as given; the other value is <=50K")
        .containsPattern("Female +5,421 +0\\.175 +0\\.109 +0\\.724")
        .contains("0.165–0.185")
        .containsPattern(
            "demographic parity +between groups +0\\.0200 +0\\.0\\d+–0\\.0\\d+ +0\\.898"
                + " +P\\(ŷ=1\\)")
        .containsPattern("four-fifths +met +sex: ratio 0\\.897")
        .containsPattern("of 2 comparisons of two groups differ");
  }

  @Test
  void usuallyShowsWhatMattersAndIsShort() throws IOException {
    StringBuilder out = new StringBuilder();
    AuditText.write(
        Audits.report(ADULT, "adult.csv"), AuditText.Detail.USUAL, Terminal.plain(), out);
    assertThat(out)
        .contains("four-fifths", "demographic parity", "Impact ratio", "true positive")
        .doesNotContain("to overall");
    assertThat(out.toString().lines().count())
        .isLessThan(text(ADULT, 100, Colour.OFF).lines().count() * 2 / 3);
  }

  @Test
  void keepsWithinTheWidth() throws IOException {
    for (int width : new int[] {80, 100, 120, 200}) {
      assertThat(text(ADULT, width, Colour.OFF).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void colourIsOnlyPaint() throws IOException {
    String plain = text(ADULT, 100, Colour.OFF);
    String coloured = text(ADULT, 100, Colour.ON);
    assertThat(plain).doesNotContain("\u001b");
    assertThat(coloured).contains("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "").replaceAll(" +\n", "\n"))
        .isEqualTo(plain);
  }

  @Test
  void insufficientEvidenceIsWrittenOutWithItsCounts() throws IOException {
    Audit thin =
        Audits.of(
            Audits.attribute(
                "sex",
                List.of(
                    new Cells("a", 3, 1, 0, 0),
                    new Cells("b", 50, 10, 10, 30),
                    new Cells("c", 60, 10, 10, 30))));
    assertThat(text(thin, 160, Colour.OFF))
        .containsPattern("a +4 +—")
        .contains("1 of 4")
        .contains("a: insufficient evidence")
        .contains("insufficient evidence for a; 0.0364 among the others")
        .containsPattern("equal opportunity .*as above; 0.0\\d+ among the others")
        .containsPattern("four-fifths +no verdict +sex: insufficient evidence for a");
  }

  @Test
  void namesFromDataCanNotMoveTheCursor() throws IOException {
    String text = text(AdultEvidence.audit(1, 0, "\u001b[2Jgone\n", "\u202eelaM"), 100, Colour.OFF);
    assertThat(text)
        .doesNotContain("\u001b")
        .doesNotContain("\u202e")
        .contains("\\u001b[2Jgone\\n");
  }
}
