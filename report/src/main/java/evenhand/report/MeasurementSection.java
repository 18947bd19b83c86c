package evenhand.report;

import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h4;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.td;
import static j2html.TagCreator.tr;

import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.audit.Disparity;
import evenhand.audit.GroupAudit;
import evenhand.audit.PairTest;
import evenhand.audit.ParityMeasurement;
import evenhand.train.PartEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every number of an audit in tables: metrics by group, parities, tests of pairs. */
final class MeasurementSection {

  private static final int MOST_COLUMNS = 6;

  private final AttributeAudit attribute;
  private final double confidence;
  private final String whose;

  private MeasurementSection(AttributeAudit attribute, double confidence, String whose) {
    this.attribute = attribute;
    this.confidence = confidence;
    this.whose = whose;
  }

  /** Folded, the model apart from the plain model. */
  static DomContent of(PartEvidence part) {
    return of(part, "model", "plain model");
  }

  /**
   * @param whose decisions the part's are
   * @param plainly whose the plain ones are
   */
  static DomContent of(PartEvidence part, String whose, String plainly) {
    String title = Words.title(part.part()) + " rows (" + Numbers.count(part.rows()) + ")";
    String drawn = Evidence.isRandomised(part) ? whose + ", as drawn" : whose;
    return div(
        details(
            summary(title + ": the " + drawn),
            tables(part.decisions(), ", " + drawn + ", " + part.part().id())),
        details(
            summary(title + ": the " + plainly),
            tables(part.plain(), ", " + plainly + ", " + part.part().id())));
  }

  static DomContent of(Audit audit) {
    return tables(audit, "");
  }

  private static DomContent tables(Audit audit, String whose) {
    return each(
        audit.attributes(),
        attribute -> new MeasurementSection(attribute, audit.confidence(), whose).tables());
  }

  private DomContent tables() {
    return div(
            h4(attribute.name()),
            metrics(),
            iff(!attribute.parities().isEmpty(), parities()),
            iff(!attribute.disparities().isEmpty(), gaps()),
            iff(attribute.fourFifths(), rule -> p(Words.capital(Words.fourFifths(rule)) + ".")),
            iff(!attribute.pairs().isEmpty(), pairs()))
        .withClass("attribute");
  }

  /** A row per group, and as many tables as it takes for a sheet of paper to hold their columns. */
  private DomContent metrics() {
    List<GroupAudit> groups = new ArrayList<>(attribute.groups());
    groups.add(attribute.overall());
    List<Metric> all =
        Metric.of(groups.stream().flatMap(group -> group.metrics().keySet().stream()));
    List<DomContent> tables = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_COLUMNS) {
      List<Metric> shown = all.subList(from, Math.min(all.size(), from + MOST_COLUMNS));
      String part =
          all.size() <= MOST_COLUMNS
              ? ""
              : " (%d of %d)"
                  .formatted(
                      from / MOST_COLUMNS + 1, (all.size() + MOST_COLUMNS - 1) / MOST_COLUMNS);
      tables.add(metrics(groups, shown, "Metrics by " + attribute.name() + whose + part));
    }
    return each(tables, table -> table);
  }

  private static DomContent metrics(List<GroupAudit> groups, List<Metric> shown, String caption) {
    List<ThTag> header = new ArrayList<>();
    header.add(HtmlTable.column("Group"));
    shown.forEach(metric -> header.add(HtmlTable.column(Words.capital(metric.title()))));
    List<TrTag> rows =
        groups.stream()
            .map(
                group ->
                    tr(HtmlTable.row(group.name(), rows(group)))
                        .with(shown.stream().map(metric -> HtmlTable.metric(group, metric.id()))))
            .toList();
    return HtmlTable.of(caption, header, rows);
  }

  /** Such as {@code 1,234 rows}; what a group lacks altogether is said here, once. */
  private static String rows(GroupAudit group) {
    String rows = Numbers.count(group.rows()) + (group.rows() == 1 ? " row" : " rows");
    return HtmlTable.lackingAltogether(group).map(why -> why).orElse(rows);
  }

  private DomContent parities() {
    List<TrTag> rows = attribute.parities().stream().map(MeasurementSection::parity).toList();
    return HtmlTable.of(
        "Parities by " + attribute.name() + whose,
        List.of(
            HtmlTable.column("Parity"),
            HtmlTable.proseColumn("Compared"),
            HtmlTable.column("Measured")),
        rows);
  }

  private static TrTag parity(ParityMeasurement measured) {
    return tr(
        HtmlTable.row(
            Words.capital(measured.parity().id().replace('_', ' ')),
            measured.parity().definition()),
        HtmlTable.prose(Words.title(measured.comparison(), measured.kind())),
        HtmlTable.gap(measured));
  }

  /** A row per metric, a column per way of comparing. */
  private DomContent gaps() {
    Map<String, Map<String, Disparity>> byMetric = new LinkedHashMap<>();
    Set<String> ways = new LinkedHashSet<>();
    for (Disparity gap : attribute.disparities()) {
      String way = Words.title(gap.comparison(), gap.kind());
      ways.add(way);
      byMetric.computeIfAbsent(gap.metric(), metric -> new LinkedHashMap<>()).put(way, gap);
    }
    List<ThTag> header = new ArrayList<>();
    header.add(HtmlTable.column("Metric"));
    ways.forEach(way -> header.add(HtmlTable.column(Words.capital(way))));
    List<TrTag> rows = new ArrayList<>();
    byMetric.forEach(
        (metric, gaps) -> {
          TrTag row = tr(HtmlTable.row(Words.capital(Metric.of(metric).title())));
          ways.forEach(way -> row.with(HtmlTable.gap(Optional.ofNullable(gaps.get(way)))));
          rows.add(row);
        });
    return HtmlTable.of("Gaps of every metric by " + attribute.name() + whose, header, rows);
  }

  private DomContent pairs() {
    List<TrTag> rows = attribute.pairs().stream().map(this::pair).toList();
    return HtmlTable.of(
        "Pairs of groups of " + attribute.name() + whose,
        List.of(
            HtmlTable.column("Groups"),
            HtmlTable.proseColumn("Rate"),
            HtmlTable.column("Difference"),
            HtmlTable.column("z"),
            HtmlTable.column("p", "Holm-adjusted"),
            HtmlTable.proseColumn("More than chance?")),
        rows);
  }

  private TrTag pair(PairTest pair) {
    return tr(
        HtmlTable.row(pair.first() + " − " + pair.second()),
        HtmlTable.prose(pair.metric().replace('_', ' ')),
        HtmlTable.number(Numbers.change(pair.difference())),
        HtmlTable.number(
            pair.exact()
                ? "exact"
                : pair.z().isPresent() ? Numbers.z(pair.z().getAsDouble()) : Numbers.NONE),
        HtmlTable.number(Numbers.pValue(pair.adjusted())),
        td(pair.adjusted() < 1 - confidence ? "yes" : "not shown").withClass("prose"));
  }
}
