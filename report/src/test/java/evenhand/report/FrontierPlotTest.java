package evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class FrontierPlotTest {

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
  void showsFrontierTestRowsOthersChosenAndTolerance() throws Exception {
    assertThat(colours(FrontierPlot.of(Frontiers.chosen())))
        .contains(0x0b5cad, 0x7a6a53, 0xa9b1bb, 0x17703a, 0xd9ecdf);
  }

  @Test
  void withoutAToleranceNothingIsShadedOrChosen() throws Exception {
    assertThat(colours(FrontierPlot.of(Frontiers.withoutTolerance())))
        .contains(0x0b5cad)
        .doesNotContain(0x17703a, 0xd9ecdf);
  }

  @Test
  void sameEvidenceSameBytes() {
    Plot plot = FrontierPlot.of(Frontiers.chosen());
    Plot again = FrontierPlot.of(Frontiers.chosen());
    assertThat(again.png()).isEqualTo(plot.png());
    assertThat(again.svg()).isEqualTo(plot.svg());
    assertThat(plot.svg()).startsWith("<svg ").doesNotContain("href");
  }
}
