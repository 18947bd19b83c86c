package evenhand.report;

import evenhand.audit.Measurement;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.frontier.PartFrontier;
import evenhand.parity.Kind;
import evenhand.train.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.knowm.xchart.XYChart;

/** The picture of a frontier outside of its page. */
public final class FrontierPlot {

  private final FrontierEvidence evidence;
  private final PartFrontier choice;
  private final FrontierFrame frame;

  private FrontierPlot(FrontierEvidence evidence) {
    this.evidence = evidence;
    this.choice = evidence.ofChoice();
    this.frame = FrontierFrame.of(evidence);
  }

  /**
   * The frontier on the rows that the choice uses, with the candidates it dominates; of its members
   * also what the test rows say, where there are any. Shaded is what the tolerance allows.
   */
  public static Plot of(FrontierEvidence evidence) {
    return new FrontierPlot(evidence).plot();
  }

  private Plot plot() {
    XYChart chart = Drawing.chart(480);
    String rows = choice.part().id();
    chart.setXAxisTitle(
        "%s (%s)%s"
            .formatted(
                evidence.axes().gapWord(),
                FrontierWords.title(evidence),
                FrontierFrame.bound(evidence).isPresent() ? ", shaded: within the tolerance" : ""));
    chart.setYAxisTitle(FrontierWords.merit(evidence));
    Span upward = frame.merits();
    boolean ratio = evidence.axes().kind() == Kind.RATIO;
    chart.getStyler().setXAxisMin(frame.gaps().low());
    chart.getStyler().setXAxisMax(frame.gaps().high());
    chart.getStyler().setYAxisMin(upward.low());
    chart.getStyler().setYAxisMax(upward.high());
    chart.getStyler().setYAxisDecimalPattern("0.000");
    FrontierFrame.bound(evidence)
        .ifPresent(
            bound -> Drawing.shade(chart, ratio ? new Span(bound, 1) : new Span(0, bound), upward));
    List<Integer> others = new ArrayList<>();
    for (int c = 0; c < evidence.candidates().size(); c++) {
      if (!choice.members().contains(c)) {
        others.add(c);
      }
    }
    dots(chart, "dominated", others, choice.part(), Drawing.Look.FAINT);
    staircase(chart);
    boolean tested = evidence.parts().stream().anyMatch(part -> part.part() == Part.TEST);
    if (tested) {
      dots(chart, "the same on test rows", choice.members(), Part.TEST, Drawing.Look.PLAIN);
    }
    dots(chart, "frontier, " + rows + " rows", choice.members(), choice.part(), Drawing.Look.MODEL);
    evidence
        .chosen()
        .ifPresent(one -> dots(chart, "chosen", List.of(one), choice.part(), Drawing.Look.CHOSEN));
    return new Plot(chart);
  }

  /** One line, so that it is drawn in one look. */
  private void staircase(XYChart chart) {
    List<Double> across = new ArrayList<>();
    List<Double> upward = new ArrayList<>();
    for (int member : choice.members()) {
      double[] at = at(member, choice.part());
      if (!upward.isEmpty()) {
        across.add(at[0]);
        upward.add(upward.get(upward.size() - 1));
      }
      across.add(at[0]);
      upward.add(at[1]);
    }
    Drawing.line(chart, new Drawing.Dots(across, upward), Drawing.Look.MODEL);
  }

  private void dots(
      XYChart chart, String title, List<Integer> candidates, Part part, Drawing.Look look) {
    List<Double> gaps = new ArrayList<>();
    List<Double> merits = new ArrayList<>();
    for (int candidate : candidates) {
      Optional<Measures> measures = evidence.candidates().get(candidate).on(part);
      if (measures.isPresent() && frame.holds(evidence, candidate, part)) {
        double[] at = at(candidate, part);
        gaps.add(at[0]);
        merits.add(at[1]);
      }
    }
    Drawing.dots(chart, title, new Drawing.Dots(gaps, merits), look);
  }

  private double[] at(int candidate, Part part) {
    Measures measures = evidence.candidates().get(candidate).on(part).orElseThrow();
    Function<Measurement, Double> value = measured -> measured.value().orElseThrow();
    return new double[] {value.apply(measures.gap()), value.apply(measures.merit())};
  }
}
