package evenhand.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.tr;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.GroupAudit;
import evenhand.metric.Statistic;
import evenhand.parity.Requirement;
import evenhand.train.CellEvidence;
import evenhand.train.PartEvidence;
import evenhand.train.TrainingEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** The rates that a parity compares, group by group, drawn and in a table. */
final class RateSection {

  private static final List<Statistic> SHOWN =
      List.of(
          Statistic.SELECTION_RATE, Statistic.TRUE_POSITIVE_RATE, Statistic.FALSE_POSITIVE_RATE);

  private static final int MOST_PANELS = 6;

  private RateSection() {}

  /** The constrained rates of the model beside the plain model's, a panel per part. */
  static DomContent of(TrainingEvidence evidence, Requirement requirement) {
    String attribute = requirement.attribute().orElse(evidence.attributes().get(0));
    List<PartEvidence> parts = HtmlReport.partsWith(evidence, attribute);
    int number = Evidence.requirements(evidence).indexOf(requirement);
    boolean randomised = parts.stream().anyMatch(Evidence::isRandomised);
    return section(
            HtmlTable.heading("rates-" + number, "Group rates: " + attribute),
            Legend.of(
                new Legend.Key("model", randomised ? "model, as drawn" : "model"),
                new Legend.Key("plain", "plain model"),
                new Legend.Key(
                    "allowed", "where every group lies when %s is met".formatted(requirement)),
                new Legend.Key("overall", "all rows")),
            each(
                requirement.parity().statistics(),
                statistic -> statistic(statistic, requirement.of(attribute), parts)))
        .withClass("block");
  }

  /** The accuracy of every cell whose worst a method aims at, a panel per part. */
  static DomContent of(List<CellEvidence> cells) {
    List<RatePanel> panels =
        cells.stream()
            .map(
                part ->
                    new RatePanel(
                        Words.title(part.part()),
                        CellEvidence.ACCURACY,
                        part.model(),
                        Optional.of(part.plain()),
                        Optional.empty(),
                        OptionalDouble.empty()))
            .toList();
    String name = cells.get(0).model().name();
    return section(
            HtmlTable.heading("cells", "Worst cell: " + name),
            each(cells, part -> p(Words.worst(part))),
            Legend.of(
                new Legend.Key("model", "model"),
                new Legend.Key("plain", "plain model"),
                new Legend.Key("overall", "all rows")),
            drawn(panels),
            table("Accuracy by " + name + ": model and plain model", panels))
        .withClass("block");
  }

  private static DomContent statistic(
      Statistic statistic, Requirement requirement, List<PartEvidence> parts) {
    String attribute = requirement.attribute().orElseThrow();
    List<RatePanel> panels =
        parts.stream()
            .map(
                part ->
                    new RatePanel(
                        Words.title(part.part()),
                        statistic.id(),
                        part.decisions().attribute(attribute),
                        Optional.of(part.plain().attribute(attribute)),
                        Optional.of(requirement),
                        OptionalDouble.empty()))
            .toList();
    String title = Words.capital(statistic.id().replace('_', ' '));
    return div(
        h3(title + ", " + statistic.formula()),
        drawn(panels),
        table(title + " by " + attribute + ": model and plain model", panels));
  }

  /** The best-known rates of one attribute of an audit; where it has none, its first metrics. */
  static DomContent of(Audit audit, AttributeAudit attribute) {
    Set<String> measured = attribute.overall().metrics().keySet();
    List<String> rates = SHOWN.stream().map(Statistic::id).filter(measured::contains).toList();
    List<RatePanel> panels =
        (rates.isEmpty() ? measured.stream().limit(MOST_PANELS).toList() : rates)
            .stream()
                .map(
                    metric ->
                        new RatePanel(
                            Words.capital(Metric.of(metric).title()),
                            metric,
                            attribute,
                            Optional.empty(),
                            Optional.empty(),
                            metric.equals(Statistic.SELECTION_RATE.id())
                                ? ImpactSection.fourFifths(attribute)
                                : OptionalDouble.empty()))
                .toList();
    int number = audit.attributes().indexOf(attribute);
    return section(
            HtmlTable.heading("rates-" + number, "By group: " + attribute.name()),
            ImpactSection.legend(attribute),
            rates.isEmpty() ? drawnApart(panels) : drawn(panels),
            ImpactSection.table(attribute),
            iff(
                !panels.isEmpty() && !attribute.isOfDecisionsAlone(),
                table("Measured by " + attribute.name(), panels)))
        .withClass("block");
  }

  /** On one axis, so that the eye may compare. */
  private static DomContent drawn(List<RatePanel> panels) {
    Span axis =
        Span.around(panels.stream().flatMap(panel -> panel.measurements().stream()).toList());
    return div(each(panels, panel -> panel.draw(axis))).withClass("panels");
  }

  /** Each on its own axis: the metrics may have other units. */
  private static DomContent drawnApart(List<RatePanel> panels) {
    return div(each(panels, panel -> panel.draw(Span.around(panel.measurements()))))
        .withClass("panels");
  }

  private static DomContent table(String caption, List<RatePanel> panels) {
    List<ThTag> header = new ArrayList<>();
    header.add(HtmlTable.column("Group"));
    for (RatePanel panel : panels) {
      boolean compared = panel.plain().isPresent();
      header.add(HtmlTable.column(panel.title(), compared ? "model" : ""));
      if (compared) {
        header.add(HtmlTable.column(panel.title(), "plain model"));
      }
    }
    List<TrTag> rows = new ArrayList<>();
    for (GroupAudit group : panels.get(0).model().groups()) {
      String name = group.name();
      rows.add(row(name, panels, audit -> Evidence.group(audit, name)));
    }
    rows.add(row("overall", panels, audit -> Optional.of(audit.overall())));
    return HtmlTable.of(caption, header, rows);
  }

  private static TrTag row(
      String name, List<RatePanel> panels, Function<AttributeAudit, Optional<GroupAudit>> group) {
    TrTag row = tr(HtmlTable.row(name));
    for (RatePanel panel : panels) {
      row.with(HtmlTable.metric(group.apply(panel.model()), panel.metric()));
      panel
          .plain()
          .ifPresent(plain -> row.with(HtmlTable.metric(group.apply(plain), panel.metric())));
    }
    return row;
  }
}
