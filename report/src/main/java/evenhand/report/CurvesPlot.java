package evenhand.report;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The picture of several methods, each a curve of means with their errors. */
public final class CurvesPlot {

  /** Told apart with any colour sight: Okabe and Ito, "Color universal design", 2008. */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x000000),
          new Color(0x0072b2),
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xcc79a7),
          new Color(0xe69f00),
          new Color(0x56b4e9));

  private static final List<Marker> MARKERS =
      List.of(
          SeriesMarkers.CIRCLE,
          SeriesMarkers.SQUARE,
          SeriesMarkers.DIAMOND,
          SeriesMarkers.TRIANGLE_UP,
          SeriesMarkers.TRIANGLE_DOWN,
          SeriesMarkers.CROSS,
          SeriesMarkers.CIRCLE);

  private CurvesPlot() {}

  /**
   * One method.
   *
   * @param name in the legend
   * @param x of its points, from left to right, at least one
   * @param y of as many
   * @param errors of y, ≥ 0, of as many
   */
  public record Curve(String name, List<Double> x, List<Double> y, List<Double> errors) {

    public Curve {
      x = List.copyOf(x);
      y = List.copyOf(y);
      errors = List.copyOf(errors);
    }
  }

  /**
   * @param across title of the x axis
   * @param upward title of the y axis
   * @param lowest y that is shown
   * @param curves at most seven
   */
  public static Plot of(String across, String upward, double lowest, List<Curve> curves) {
    XYChart chart = Drawing.chart(520);
    chart.setXAxisTitle(across);
    chart.setYAxisTitle(upward);
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setYAxisMin(lowest);
    chart.getStyler().setXAxisDecimalPattern("0");
    chart.getStyler().setYAxisDecimalPattern("0.0");
    chart.getStyler().setMarkerSize(8);
    chart.getStyler().setLegendPosition(LegendPosition.InsideSE);
    chart.getStyler().setLegendLayout(LegendLayout.Vertical);
    for (int c = 0; c < curves.size(); c++) {
      Curve curve = curves.get(c);
      XYSeries series = chart.addSeries(curve.name(), curve.x(), curve.y(), curve.errors());
      series.setLineColor(COLOURS.get(c));
      series.setLineStyle(SeriesLines.SOLID);
      series.setLineWidth(1.6f);
      series.setMarker(MARKERS.get(c));
      series.setMarkerColor(COLOURS.get(c));
    }
    double[] top = curves.stream().flatMap(each -> each.y().stream()).mapToDouble(y -> y).toArray();
    chart.getStyler().setYAxisMax(Arrays.stream(top).max().orElse(lowest + 1) + 0.5);
    return new Plot(chart);
  }
}
