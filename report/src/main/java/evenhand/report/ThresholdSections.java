package evenhand.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.AttributeAudit;
import evenhand.audit.ParityMeasurement;
import evenhand.data.Groups;
import evenhand.metric.Rate;
import evenhand.parity.Comparison;
import evenhand.parity.Kind;
import evenhand.threshold.GroupThresholds;
import evenhand.train.PartEvidence;
import evenhand.train.ThresholdEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;

/** Where thresholds lie on the ROC curves, and what they do to every parity. */
final class ThresholdSections {

  private static final int MOST_CURVES = 24;

  private ThresholdSections() {}

  /** Of the first combinations of groups whose rows have both labels. */
  static DomContent roc(GroupThresholds fitted) {
    List<GroupThresholds.CellRates> drawn =
        fitted.cells().stream().filter(cell -> !cell.roc().isEmpty()).limit(MOST_CURVES).toList();
    return section(
            HtmlTable.heading("roc", "ROC curves"),
            p("What single thresholds reach on the rows fitted on, and where the chosen ones lie."),
            Legend.of(
                new Legend.Key(
                    "model",
                    fitted.rule().isRandomised() ? "chosen, expected over chance" : "chosen"),
                new Legend.Key("plain", "one threshold for all, without requirement")),
            div(each(drawn, cell -> curve(cell))).withClass("panels"))
        .withClass("block");
  }

  private static DomContent curve(GroupThresholds.CellRates cell) {
    String name = Groups.crossed(cell.groups());
    ObjectNode chart = Json.object();
    chart.put("kind", "roc");
    ArrayNode curve = chart.putArray("curve");
    cell.roc()
        .forEach(point -> curve.addArray().add(point.falsePositive()).add(point.truePositive()));
    chart.set("model", point(cell.falsePositive(), cell.truePositive()));
    chart.set("plain", point(cell.plainFalsePositive(), cell.plainTruePositive()));
    String words =
        "ROC curve of %s: true positive rate %s at false positive rate %s, before %s at %s"
            .formatted(
                name,
                Numbers.rate(cell.truePositive().value()),
                Numbers.rate(cell.falsePositive().value()),
                Numbers.rate(cell.plainTruePositive().value()),
                Numbers.rate(cell.plainFalsePositive().value()));
    return Chart.of("%s, %s rows".formatted(name, Numbers.count(cell.rows())), words, chart);
  }

  private static ArrayNode point(Rate falsePositive, Rate truePositive) {
    return Json.array()
        .add(falsePositive.value().orElseThrow())
        .add(truePositive.value().orElseThrow());
  }

  /** Every parity between groups, under one threshold for all and under the chosen ones. */
  static DomContent parities(ThresholdEvidence evidence) {
    List<AttributeAudit> attributes = evidence.parts().get(0).expected().attributes();
    boolean randomised = evidence.fitted().rule().isRandomised();
    return section(
            HtmlTable.heading("parities", "Every parity, before and after"),
            p(
                "Before: one threshold for all, without requirement. Gaps are between groups."
                    + (randomised
                        ? " Those of the decisions drawn stand under All measurements."
                        : "")),
            each(
                attributes,
                attribute ->
                    parities(
                        evidence.parts(),
                        attribute.name(),
                        randomised ? "thresholds, expected" : "thresholds")))
        .withClass("block");
  }

  private static DomContent parities(List<PartEvidence> parts, String attribute, String after) {
    List<ThTag> header = new ArrayList<>(List.of(HtmlTable.column("Parity")));
    for (PartEvidence part : parts) {
      header.add(HtmlTable.column(Words.title(part.part()), "before"));
      header.add(HtmlTable.column(Words.title(part.part()), after));
    }
    List<TrTag> rows = new ArrayList<>();
    List<ParityMeasurement> first = parts.get(0).expected().attribute(attribute).parities();
    for (int k = 0; k < first.size(); k++) {
      ParityMeasurement parity = first.get(k);
      if (parity.comparison() == Comparison.BETWEEN_GROUPS && parity.kind() == Kind.DIFFERENCE) {
        TrTag row =
            tr(
                HtmlTable.row(
                    Words.capital(parity.parity().id().replace('_', ' ')),
                    parity.parity().definition()));
        for (PartEvidence part : parts) {
          row.with(HtmlTable.gap(part.plain().attribute(attribute).parities().get(k)));
          row.with(HtmlTable.gap(part.expected().attribute(attribute).parities().get(k)));
        }
        rows.add(row);
      }
    }
    return div(h3(attribute), HtmlTable.of("Gaps between groups of " + attribute, header, rows));
  }
}
