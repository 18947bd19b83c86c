package evenhand.papers;

import java.util.List;
import java.util.Locale;

/**
 * Small pictures of one plane side by side, as an SVG that needs nothing else.
 *
 * @param across title of the horizontal axis
 * @param upward title of the vertical axis
 * @param low of both axes
 * @param high of both axes
 * @param panels three in a row
 */
record SvgPanels(String across, String upward, double low, double high, List<Panel> panels) {

  private static final int SIZE = 230;
  private static final int GAP = 62;
  private static final int COLUMNS = 3;

  /**
   * @param title of one picture
   * @param lines from back to front
   * @param dots over the lines
   */
  record Panel(String title, List<Line> lines, List<Dot> dots) {}

  /**
   * @param points shape [n][2]
   * @param style SVG attributes of the stroke
   */
  record Line(double[][] points, String style) {}

  /**
   * @param style SVG attributes of the circle
   */
  record Dot(double[] point, double radius, String style) {}

  String svg() {
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    int columns = Math.min(COLUMNS, panels.size());
    int width = columns * (SIZE + GAP) + GAP / 2;
    int height = rows * (SIZE + GAP + 12) + 12;
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
        font-family="sans-serif" font-size="12" fill="#1b2430">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        <clipPath id="plane"><rect width="%d" height="%d"/></clipPath>
        """
            .formatted(width, height, width, height, SIZE, SIZE));
    for (int i = 0; i < panels.size(); i++) {
      int left = GAP + i % COLUMNS * (SIZE + GAP);
      int top = 30 + i / COLUMNS * (SIZE + GAP + 12);
      text.append("<g transform=\"translate(%d,%d)\">\n".formatted(left, top));
      panel(panels.get(i), text);
      text.append("</g>\n");
    }
    return text.append("</svg>\n").toString();
  }

  private void panel(Panel panel, StringBuilder text) {
    text.append(
        "<text x=\"0\" y=\"-10\" font-size=\"14\" font-weight=\"600\">%s</text>\n"
            .formatted(escape(panel.title())));
    text.append(
        "<rect width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#dde2e8\"/>\n"
            .formatted(SIZE, SIZE));
    for (double tick = Math.ceil(low / 10) * 10; tick <= high; tick += 10) {
      tick(tick, text);
    }
    text.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#5a6675\">%s</text>\n"
            .formatted(SIZE / 2, SIZE + 32, escape(across)));
    text.append(
        "<text transform=\"translate(-34,%d) rotate(-90)\" text-anchor=\"middle\" fill=\"#5a6675\">%s</text>\n"
            .formatted(SIZE / 2, escape(upward)));
    text.append("<g clip-path=\"url(#plane)\" fill=\"none\" stroke-linejoin=\"round\">\n");
    panel.lines().forEach(line -> line(line, text));
    text.append("</g>\n");
    for (Dot dot : panel.dots()) {
      double[] at = place(dot.point());
      text.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>\n"
              .formatted(number(at[0]), number(at[1]), number(dot.radius()), dot.style()));
    }
  }

  private void tick(double tick, StringBuilder text) {
    double[] at = place(new double[] {tick, tick});
    text.append(
        """
        <path d="M%s 0V%d M0 %sH%d" stroke="#eef1f4"/>
        <text x="%s" y="%d" text-anchor="middle" fill="#5a6675">%s</text>
        <text x="-6" y="%s" text-anchor="end" fill="#5a6675">%s</text>
        """
            .formatted(
                number(at[0]),
                SIZE,
                number(at[1]),
                SIZE,
                number(at[0]),
                SIZE + 15,
                number(tick).replace('-', '−'),
                number(at[1] + 4),
                number(tick).replace('-', '−')));
  }

  /** Points closer than a pixel or so to the last one drawn are left out. */
  private void line(Line line, StringBuilder text) {
    StringBuilder path = new StringBuilder();
    double[] last = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < line.points().length; i++) {
      double[] at = place(line.points()[i]);
      boolean far = Math.hypot(at[0] - last[0], at[1] - last[1]) >= 1.2;
      if (far || i == line.points().length - 1) {
        path.append(path.isEmpty() ? 'M' : 'L');
        path.append(number(at[0])).append(' ').append(number(at[1]));
        last = at;
      }
    }
    text.append("<path d=\"%s\" %s/>\n".formatted(path, line.style()));
  }

  private double[] place(double[] point) {
    double scale = SIZE / (high - low);
    return new double[] {(point[0] - low) * scale, SIZE - (point[1] - low) * scale};
  }

  /** With one digit, without zeros that say nothing. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return whole.equals("-0") ? "0" : whole;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
