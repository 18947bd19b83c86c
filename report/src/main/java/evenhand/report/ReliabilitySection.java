package evenhand.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.small;
import static j2html.TagCreator.span;
import static j2html.TagCreator.td;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.Measurement;
import evenhand.audit.ParityMeasurement;
import evenhand.calibrate.AttributeReliability;
import evenhand.calibrate.CalibrationEvidence;
import evenhand.calibrate.GroupReliability;
import evenhand.calibrate.Reliability;
import evenhand.metric.CalibrationBins;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import j2html.tags.DomContent;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reliability diagrams and calibration figures of every group, before and after. */
final class ReliabilitySection {

  private static final int MOST_DIAGRAMS = 24;

  private ReliabilitySection() {}

  static DomContent of(CalibrationEvidence evidence) {
    Reliability before = evidence.before();
    Reliability after = evidence.after();
    return section(
            HtmlTable.heading("reliability", "Reliability"),
            Legend.of(new Legend.Key("model", "calibrated"), new Legend.Key("plain", "score")),
            diagrams(List.of(before.overall()), List.of(after.overall())),
            table("All rows", List.of(before.overall()), List.of(after.overall())),
            each(
                after.attributes(),
                attribute ->
                    attribute(
                        before.attributes().get(after.attributes().indexOf(attribute)), attribute)))
        .withClass("block");
  }

  private static DomContent attribute(AttributeReliability before, AttributeReliability after) {
    return div(
        h3(after.name()),
        diagrams(before.groups(), after.groups()),
        table("Calibration by " + after.name(), before.groups(), after.groups()));
  }

  /** Of the groups with enough rows, the first few. */
  private static DomContent diagrams(List<GroupReliability> before, List<GroupReliability> after) {
    List<DomContent> drawn = new ArrayList<>();
    for (int g = 0; g < after.size() && drawn.size() < MOST_DIAGRAMS; g++) {
      if (after.get(g).ece().value().isPresent()) {
        drawn.add(diagram(before.get(g), after.get(g)));
      }
    }
    return div(each(drawn, diagram -> diagram)).withClass("panels");
  }

  private static DomContent diagram(GroupReliability before, GroupReliability after) {
    ObjectNode chart = Json.object();
    chart.put("kind", "reliability");
    chart.set("model", bins(after));
    chart.set("plain", bins(before));
    String words =
        "Reliability of %s: expected calibration error %s, before %s"
            .formatted(
                after.name(), Numbers.gap(after.ece().value()), Numbers.gap(before.ece().value()));
    return Chart.of(
        "%s, %s rows".formatted(after.name(), Numbers.count(after.rows())), words, chart);
  }

  private static ArrayNode bins(GroupReliability group) {
    ArrayNode bins = Json.array();
    for (CalibrationBins.Bin bin : group.bins()) {
      ObjectNode entry = bins.addObject();
      entry.put("weight", bin.weight());
      entry.put("score", bin.meanScore());
      entry.put("label", bin.meanLabel());
    }
    return bins;
  }

  private static DomContent table(
      String caption, List<GroupReliability> before, List<GroupReliability> after) {
    List<TrTag> rows = new ArrayList<>();
    for (int g = 0; g < after.size(); g++) {
      GroupReliability group = after.get(g);
      rows.add(
          tr(
              HtmlTable.row(group.name(), Numbers.count(group.rows()) + " rows"),
              cell(before.get(g).ece()),
              cell(group.ece()),
              cell(before.get(g).eceEqualMass()),
              cell(group.eceEqualMass()),
              cell(group.slope()),
              cell(group.intercept())));
    }
    return HtmlTable.of(
        caption,
        List.of(
            HtmlTable.column("Group"),
            HtmlTable.column("ECE", "before"),
            HtmlTable.column("ECE", "calibrated"),
            HtmlTable.column("ECE, equal mass", "before"),
            HtmlTable.column("ECE, equal mass", "calibrated"),
            HtmlTable.column("Slope", "calibrated"),
            HtmlTable.column("Intercept", "calibrated")),
        rows);
  }

  private static TdTag cell(Measurement measurement) {
    return measurement.value().isEmpty()
        ? td(span(measurement.reason().orElse("")).withClass("missing")).withClass("number")
        : td(
                span(Numbers.gap(measurement.value())).withClass("value"),
                small(Numbers.gapInterval(measurement.low(), measurement.high())))
            .withClass("number");
  }

  /** Calibration disparity and every parity of decisions from one half on, before and after. */
  static DomContent gaps(CalibrationEvidence evidence) {
    return section(
            HtmlTable.heading("gaps", "Gaps before and after"),
            p(
                "Decisions accept from a probability of 0.5 on. Calibration moves who is accepted,"
                    + " and so the gaps."),
            each(
                evidence.after().attributes(),
                attribute -> gaps(evidence, evidence.after().attributes().indexOf(attribute))))
        .withClass("block");
  }

  private static DomContent gaps(CalibrationEvidence evidence, int number) {
    AttributeReliability before = evidence.before().attributes().get(number);
    AttributeReliability after = evidence.after().attributes().get(number);
    List<TrTag> rows = new ArrayList<>();
    rows.add(
        tr(
            HtmlTable.row("Calibration disparity", "largest minus smallest ECE of a group"),
            HtmlTable.gap(Optional.of(before.calibrationDisparity())),
            HtmlTable.gap(Optional.of(after.calibrationDisparity()))));
    evidence
        .withoutGroups()
        .ifPresent(other -> rows.add(other("had the groups been unknown", other, before, number)));
    evidence
        .withGroups()
        .ifPresent(other -> rows.add(other("had the groups been known", other, before, number)));
    List<ParityMeasurement> afterwards =
        evidence.after().audit().attributes().get(number).parities();
    for (int k = 0; k < afterwards.size(); k++) {
      ParityMeasurement gap = afterwards.get(k);
      ParityMeasurement was = evidence.before().audit().attributes().get(number).parities().get(k);
      if (gap.comparison() == Comparison.BETWEEN_GROUPS && gap.kind() == Kind.DIFFERENCE) {
        rows.add(
            tr(
                HtmlTable.row(
                    Words.capital(gap.parity().id().replace('_', ' ')), gap.parity().definition()),
                HtmlTable.gap(was),
                HtmlTable.gap(gap)));
      }
    }
    return HtmlTable.of(
        "Gaps between groups of " + after.name(),
        List.of(
            HtmlTable.column("Gap"), HtmlTable.column("Before"), HtmlTable.column("Calibrated")),
        rows);
  }

  private static TrTag other(
      String title, Reliability other, AttributeReliability before, int number) {
    return tr(
        HtmlTable.row("Calibration disparity", title),
        HtmlTable.gap(Optional.of(before.calibrationDisparity())),
        HtmlTable.gap(Optional.of(other.attributes().get(number).calibrationDisparity())));
  }
}
