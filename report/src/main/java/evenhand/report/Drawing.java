package evenhand.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The marks that plots are made of. */
final class Drawing {

  private static final Color INK = new Color(0x1b2430);
  private static final Color FAINT = new Color(0x5a6675);
  private static final Color GRID = new Color(0xdde2e8);
  private static final Color ALLOWED = new Color(0xd9ecdf);

  private static final int WIDTH = 760;

  private Drawing() {}

  /** Whose numbers a mark shows. */
  enum Look {
    MODEL("model", new Color(0x0b5cad)),
    PLAIN("plain model", new Color(0x7a6a53)),
    FAINT("another model", new Color(0xa9b1bb)),
    CHOSEN("chosen model", new Color(0x17703a));

    private final String title;
    private final Color colour;

    Look(String title, Color colour) {
      this.title = title;
      this.colour = colour;
    }
  }

  static XYChart chart(int height) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(height).build();
    XYStyler style = chart.getStyler();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    style.setBaseFont(font);
    style.setAxisTitleFont(font);
    style.setAxisTickLabelsFont(font);
    style.setLegendFont(font);
    style.setAnnotationTextFont(font);
    style.setAnnotationTextFontColor(FAINT);
    style.setChartBackgroundColor(Color.WHITE);
    style.setChartFontColor(INK);
    style.setChartPadding(14);
    style.setPlotBorderVisible(false);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1f));
    style.setAxisTicksLineVisible(false);
    style.setAxisTicksMarksVisible(false);
    style.setXAxisTickLabelsColor(FAINT);
    style.setXAxisDecimalPattern("0.00");
    style.setYAxisTickLabelsColor(INK);
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setLegendLayout(LegendLayout.Horizontal);
    style.setLegendBorderColor(Color.WHITE);
    style.setMarkerSize(11);
    return chart;
  }

  static void shade(XYChart chart, Span across, Span upward) {
    double[] x = {across.low(), across.high(), across.high(), across.low()};
    double[] y = {upward.low(), upward.low(), upward.high(), upward.high()};
    XYSeries series = chart.addSeries("shaded", x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setFillColor(ALLOWED);
    series.setLineColor(ALLOWED);
    series.setMarker(SeriesMarkers.NONE);
    series.setShowInLegend(false);
  }

  /** A line from corner to corner of two stretches, level or upright where one has no length. */
  static void line(XYChart chart, Span across, Span upward, Look look) {
    XYSeries line =
        chart.addSeries(
            "line " + chart.getSeriesMap().size(),
            new double[] {across.low(), across.high()},
            new double[] {upward.low(), upward.high()});
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(look.colour);
    line.setLineWidth(2f);
    line.setShowInLegend(false);
  }

  /** A solid line from place to place. */
  static void line(XYChart chart, Dots places, Look look) {
    if (places.x().size() > 1) {
      XYSeries line =
          chart.addSeries("line " + chart.getSeriesMap().size(), places.x(), places.y());
      line.setMarker(SeriesMarkers.NONE);
      line.setLineColor(look.colour);
      line.setLineStyle(SeriesLines.SOLID);
      line.setLineWidth(2f);
      line.setShowInLegend(false);
    }
  }

  static void dots(XYChart chart, List<Double> x, List<Double> y, Look look) {
    dots(chart, look.title, new Dots(x, y), look);
  }

  /** Places of dots, as many of both. */
  record Dots(List<Double> x, List<Double> y) {}

  /** Under a name of their own in the legend. */
  static void dots(XYChart chart, String title, Dots places, Look look) {
    if (places.x().isEmpty()) {
      return;
    }
    XYSeries dots = chart.addSeries(title, places.x(), places.y());
    dots.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    dots.setMarker(
        switch (look) {
          case MODEL, FAINT -> SeriesMarkers.CIRCLE;
          case PLAIN -> new Ring();
          case CHOSEN -> SeriesMarkers.DIAMOND;
        });
    dots.setMarkerColor(look.colour);
  }

  /** A hollow dot. */
  private static final class Ring extends Marker {

    @Override
    public void paint(Graphics2D graphics, double x, double y, int size) {
      Ellipse2D circle = new Ellipse2D.Double(x - size / 2.0, y - size / 2.0, size, size);
      graphics.setColor(Color.WHITE);
      graphics.fill(circle);
      graphics.setColor(Look.PLAIN.colour);
      graphics.setStroke(new BasicStroke(2f));
      graphics.draw(circle);
    }
  }
}
