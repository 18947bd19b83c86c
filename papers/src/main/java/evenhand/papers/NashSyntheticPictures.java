package evenhand.papers;

import evenhand.papers.SvgPanels.Dot;
import evenhand.papers.SvgPanels.Line;
import evenhand.papers.SvgPanels.Panel;
import evenhand.report.Reproduced.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The paths of seed 0 in the plane of the two losses. */
final class NashSyntheticPictures {

  private static final double LOW = -22;
  private static final double HIGH = 12;

  private static final List<String> COLOURS =
      List.of("#0b5cad", "#b35c00", "#6a3d9a", "#0f7d74", "#8a6d00");

  private NashSyntheticPictures() {}

  static List<Picture> of(double[][] front, Map<String, List<Cell>> cells) {
    Map<String, String> aggregators = new LinkedHashMap<>();
    aggregators.put(NashSynthetic.id("nash", 0.05), "Nash bargaining");
    aggregators.put(NashSynthetic.id("mean", 0.05), "mean (p = 1)");
    aggregators.put(NashSynthetic.id("harmonic-mean", 0.05), "harmonic mean (p = −1)");
    aggregators.put(NashSynthetic.id("pcgrad", 0.05), "PCGrad");
    aggregators.put(NashSynthetic.id("cagrad", 0.05), "CAGrad, c = 0.4");
    aggregators.put(NashSynthetic.id("mgda", 0.05), "MGDA");
    aggregators.put(NashSynthetic.id("imtl-g", 0.05), "IMTL-G");
    aggregators.put(NashSynthetic.id("aligned-mtl", 0.05), "Aligned-MTL");
    aggregators.put(NashSynthetic.id("min-max", 0.05), "min-max");
    Map<String, String> stages = new LinkedHashMap<>();
    stages.put(NashSynthetic.id("gap", 0.1), "the goal |L₁ − L₂| alone");
    stages.put(NashSynthetic.id("nash", 0.1), "bargaining always");
    stages.put(NashSynthetic.id("nash-then-gap", 0.1), "bargaining first, then the goal");
    return List.of(
        new Picture(
            "bargaining-aggregators.svg",
            "Paths of 1000 Adam steps (rate 0.05) from five starts (rings) in the plane of the two"
                + " losses; green is the Pareto front, red rings are ends that miss it.",
            svg(front, cells, aggregators)),
        new Picture(
            "bargaining-stages.svg",
            "The goal x = y (dashed) alone, bargaining alone, and bargaining for the first 100 steps (rate 0.1).",
            svg(front, cells, stages)));
  }

  private static String svg(
      double[][] front, Map<String, List<Cell>> cells, Map<String, String> titles) {
    List<Panel> panels = new ArrayList<>();
    titles.forEach(
        (key, title) -> panels.add(panel(title, front, cells.getOrDefault(key, List.of()).get(0))));
    return new SvgPanels("loss of player 1", "loss of player 2", LOW, HIGH, panels).svg();
  }

  private static Panel panel(String title, double[][] front, Cell cell) {
    List<Line> lines = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    lines.add(
        new Line(
            new double[][] {{LOW, LOW}, {HIGH, HIGH}},
            "stroke=\"#5a6675\" stroke-dasharray=\"4 4\""));
    lines.add(new Line(front, "stroke=\"#17703a\" stroke-width=\"5\" stroke-opacity=\"0.45\""));
    int colour = 0;
    for (double[] flat : cell.series().values()) {
      double[][] path = new double[flat.length / 2][];
      for (int i = 0; i < path.length; i++) {
        path[i] = new double[] {flat[2 * i], flat[2 * i + 1]};
      }
      String ink = COLOURS.get(colour++ % COLOURS.size());
      lines.add(new Line(path, "stroke=\"" + ink + "\" stroke-width=\"1.5\""));
      dots.add(new Dot(path[0], 3.5, "fill=\"#ffffff\" stroke=\"" + ink + "\""));
      double[] end = path[path.length - 1];
      dots.add(new Dot(end, 3, "fill=\"" + ink + "\""));
      if (missed(front, end)) {
        dots.add(new Dot(end, 8, "fill=\"none\" stroke=\"#b3261e\" stroke-width=\"2\""));
      }
    }
    return new Panel(title, lines, dots);
  }

  private static boolean missed(double[][] front, double[] end) {
    for (double[] point : front) {
      if (Math.hypot(end[0] - point[0], end[1] - point[1]) <= NashSynthetic.NEAR) {
        return false;
      }
    }
    return true;
  }
}
