package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenhand.parity.Requirement;
import evenhand.train.PartEvidence;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PlotsTest {

  private static final PartEvidence TEST_ROWS = AdultEvidence.training().parts().get(2);

  private static final Requirement BY_SEX =
      Requirement.parse("demographic_parity:to_overall<=0.02@sex");

  /** Two of its groups have too few positives for a true positive rate. */
  private static final Requirement BY_RACE = Requirement.parse("equal_opportunity<=0.1@race");

  /** Java draws no text where the machine has no fonts. */
  @BeforeAll
  static void needsFonts() {
    boolean fonts = new File("/usr/share/fonts").isDirectory() || File.separatorChar == '\\';
    boolean elsewhere = System.getProperty("os.name", "").startsWith("Mac");
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(fonts || elsewhere, "needs fonts on the machine");
    }
  }

  private static Set<Integer> colours(Plot plot) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(plot.png()));
    Set<Integer> colours = new TreeSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y) & 0xffffff);
      }
    }
    return colours;
  }

  @Test
  void ratesShowModelPlainModelAndTheAllowedStretch() throws Exception {
    assertThat(colours(Plots.groupRates(TEST_ROWS, BY_SEX)))
        .contains(0x0b5cad, 0x7a6a53, 0xd9ecdf, 0xffffff);
  }

  @Test
  void aPictureGrowsWithItsGroupsAndIsSharp() throws Exception {
    BufferedImage two =
        ImageIO.read(new ByteArrayInputStream(Plots.groupRates(TEST_ROWS, BY_SEX).png()));
    BufferedImage five =
        ImageIO.read(new ByteArrayInputStream(Plots.groupRates(TEST_ROWS, BY_RACE).png()));
    assertThat(two.getWidth()).isEqualTo(1520);
    assertThat(five.getHeight() - two.getHeight()).isEqualTo(2 * 3 * 56);
  }

  @Test
  void accuracyAgainstGapShowsBothModels() throws Exception {
    assertThat(colours(Plots.accuracyAgainstGap(TEST_ROWS, BY_SEX)))
        .contains(0x0b5cad, 0x7a6a53, 0xd9ecdf);
  }

  @Test
  void withoutEvidenceThereIsNoDot() throws Exception {
    assertThat(colours(Plots.accuracyAgainstGap(TEST_ROWS, BY_RACE))).doesNotContain(0x0b5cad);
  }

  @Test
  void sameEvidenceSameBytes() {
    Plot first = Plots.groupRates(TEST_ROWS, BY_RACE);
    Plot again = Plots.groupRates(AdultEvidence.training().parts().get(2), BY_RACE);
    assertThat(again.png()).isEqualTo(first.png());
    assertThat(again.svg()).isEqualTo(first.svg());
  }

  @Test
  void svgStandsAloneAndScales() {
    assertThat(Plots.groupRates(TEST_ROWS, BY_SEX).svg())
        .startsWith("<svg ")
        .contains("viewBox=\"0 0 760 222\"", "xmlns=\"http://www.w3.org/2000/svg\"")
        .doesNotContain("<!DOCTYPE")
        .doesNotContain("href");
  }
}
