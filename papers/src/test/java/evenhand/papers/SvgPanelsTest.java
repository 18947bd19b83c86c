package evenhand.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class SvgPanelsTest {

  @Test
  void isWellFormedAndLeavesOutWhatNobodySees() throws Exception {
    double[][] line = new double[1001][];
    for (int i = 0; i <= 1000; i++) {
      line[i] = new double[] {i / 1000.0, i / 1000.0};
    }
    SvgPanels.Panel panel =
        new SvgPanels.Panel(
            "a < b & c",
            List.of(new SvgPanels.Line(line, "stroke=\"#000\"")),
            List.of(new SvgPanels.Dot(new double[] {0, 10}, 3, "fill=\"#000\"")));
    String svg = new SvgPanels("x", "y", 0, 10, List.of(panel, panel, panel, panel)).svg();

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("g").getLength()).isEqualTo(8);
    assertThat(svg).contains("a &lt; b &amp; c").contains("<circle cx=\"0\" cy=\"0\" r=\"3\"");
    assertThat(svg.length()).isLessThan(6000);
  }
}
