package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.metric.Statistic;
import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.train.PartEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;

/** The pictures of a report outside of its page. */
public final class Plots {

  private static final double SHIFT = 0.13;

  private Plots() {}

  /**
   * One rate of every group, with its interval: the model beside the plain model, and shaded the
   * stretch in which every group lies when the requirement is met.
   *
   * @param requirement of one named attribute; its first rate is drawn
   */
  public static Plot groupRates(PartEvidence part, Requirement requirement) {
    String attribute = requirement.attribute().orElseThrow();
    Statistic statistic = requirement.parity().statistics().get(0);
    RatePanel panel =
        new RatePanel(
            "",
            statistic.id(),
            part.decisions().attribute(attribute),
            Optional.of(part.plain().attribute(attribute)),
            Optional.of(requirement),
            OptionalDouble.empty());
    List<String> names = panel.model().groups().stream().map(GroupAudit::name).toList();
    XYChart chart = Drawing.chart(110 + 56 * names.size());
    chart.setXAxisTitle(
        "%s on %s rows (shaded: %s)"
            .formatted(statistic.id().replace('_', ' '), part.part().id(), requirement));
    chart.getStyler().setPlotGridHorizontalLinesVisible(false);
    nameRows(chart, names);
    panel
        .allowed()
        .ifPresent(span -> Drawing.shade(chart, span, new Span(-0.5, names.size() - 0.5)));
    rates(chart, panel, Drawing.Look.PLAIN);
    rates(chart, panel, Drawing.Look.MODEL);
    return new Plot(chart);
  }

  /**
   * Accuracy against the required gap, with their intervals: the model beside the plain model, and
   * shaded where the requirement is met. A model without enough evidence has no dot.
   *
   * @param requirement of one named attribute
   */
  public static Plot accuracyAgainstGap(PartEvidence part, Requirement requirement) {
    Optional<TradePoint> plain = TradePoint.of(part.plain(), requirement);
    Optional<TradePoint> model = TradePoint.of(part.decisions(), requirement);
    List<TradePoint> points = Stream.of(plain, model).flatMap(Optional::stream).toList();
    Span accuracies = Span.around(points.stream().map(TradePoint::accuracy).toList());
    double margin = (accuracies.high() - accuracies.low()) / 10;
    Span upward = new Span(accuracies.low() - margin, accuracies.high() + margin);
    XYChart chart = Drawing.chart(420);
    chart.setXAxisTitle(
        "%s on %s rows (shaded: %s)"
            .formatted(
                requirement.kind() == Kind.RATIO ? "ratio" : "gap", part.part().id(), requirement));
    chart.setYAxisTitle(TradePoint.ACCURACY);
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setYAxisMin(upward.low());
    chart.getStyler().setYAxisMax(upward.high());
    chart.getStyler().setYAxisDecimalPattern("0.000");
    Span met =
        requirement.kind() == Kind.RATIO
            ? new Span(requirement.bound(), 1)
            : new Span(0, requirement.bound());
    Drawing.shade(chart, met, upward);
    plain.ifPresent(point -> trade(chart, point, Drawing.Look.PLAIN));
    model.ifPresent(point -> trade(chart, point, Drawing.Look.MODEL));
    return new Plot(chart);
  }

  private static void trade(XYChart chart, TradePoint point, Drawing.Look look) {
    double gap = point.gap().value().orElseThrow();
    double accuracy = point.accuracy().value().orElseThrow();
    Span.between(point.gap().low(), point.gap().high())
        .ifPresent(ends -> Drawing.line(chart, ends, new Span(accuracy, accuracy), look));
    Span.between(point.accuracy().low(), point.accuracy().high())
        .ifPresent(ends -> Drawing.line(chart, new Span(gap, gap), ends, look));
    Drawing.dots(chart, List.of(gap), List.of(accuracy), look);
  }

  /** Rows from the top, each with its name where a number would stand. */
  private static void nameRows(XYChart chart, List<String> names) {
    chart.getStyler().setYAxisMin(-0.5);
    chart.getStyler().setYAxisMax(names.size() - 0.5);
    chart.getStyler().setYAxisTickMarkSpacingHint(24);
    chart.setCustomYAxisTickLabelsFormatter(height -> label(names, height));
  }

  /** Labels must differ, else XChart takes them for rounded numbers and spreads the ticks. */
  private static String label(List<String> names, double height) {
    int fromBelow = (int) Math.rint(height);
    boolean row = Math.abs(height - fromBelow) < 1e-6 && 0 <= fromBelow && fromBelow < names.size();
    return row
        ? GroupTable.shorten(names.get(names.size() - 1 - fromBelow))
        : "\u200b".repeat((int) Math.rint(20 * (height + 1)));
  }

  private static void rates(XYChart chart, RatePanel panel, Drawing.Look look) {
    boolean model = look == Drawing.Look.MODEL;
    AttributeAudit audit = model ? panel.model() : panel.plain().orElseThrow();
    double shift = model ? SHIFT : -SHIFT;
    Span axis = Span.around(panel.measurements());
    List<Double> rates = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    List<GroupAudit> groups = panel.model().groups();
    for (int g = 0; g < groups.size(); g++) {
      double height = groups.size() - 1 - g + shift;
      Optional<Measurement> known = panel.known(audit, groups.get(g).name());
      if (known.isPresent()) {
        rates.add(known.get().value().orElseThrow());
        heights.add(height);
        Span.between(known.get().low(), known.get().high())
            .ifPresent(ends -> Drawing.line(chart, ends, new Span(height, height), look));
      } else if (model) {
        double middle = (axis.low() + axis.high()) / 2;
        chart.addAnnotation(
            new AnnotationText("insufficient evidence", middle, height - shift, false));
      }
    }
    Drawing.dots(chart, rates, heights, look);
  }
}
