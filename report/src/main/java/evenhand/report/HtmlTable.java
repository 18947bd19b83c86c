package evenhand.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.small;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import evenhand.audit.Disparity;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.audit.ParityMeasurement;
import j2html.tags.DomContent;
import j2html.tags.specialized.H2Tag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.ThTag;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Tables that scroll inside their own box when the page is narrow, and the cells they share. */
final class HtmlTable {

  private HtmlTable() {}

  static H2Tag heading(String id, String title) {
    return h2(title).withId(id);
  }

  /** The first column is the rows' header; the caption is also the name of the scrolling box. */
  static DomContent of(String caption, List<? extends DomContent> header, List<TrTag> rows) {
    return div(table(caption(caption), thead(tr(each(header, cell -> cell))), tbody().with(rows)))
        .withClass("scroll")
        .withTabindex(0)
        .attr("role", "region")
        .attr("aria-label", caption);
  }

  static ThTag column(String title) {
    return th(title).attr("scope", "col");
  }

  static ThTag proseColumn(String title) {
    return column(title).withClass("prose");
  }

  static ThTag column(String title, String below) {
    return th(text(title), iff(!below.isEmpty(), small(below))).attr("scope", "col");
  }

  static ThTag row(String title) {
    return th(title).attr("scope", "row");
  }

  static ThTag row(String title, String below) {
    return th(text(title), iff(!below.isEmpty(), small(below))).attr("scope", "row");
  }

  static TdTag number(String text) {
    return td(text).withClass("number");
  }

  static TdTag withInterval(String value, String interval) {
    return number(value, interval, "");
  }

  static TdTag prose(String text) {
    return td(text).withClass("prose");
  }

  /** A gap over its interval, or why there is none. */
  static TdTag gap(
      OptionalDouble value, OptionalDouble low, OptionalDouble high, String otherwise) {
    return value.isEmpty()
        ? missing(otherwise, "")
        : number(Numbers.gap(value), Numbers.gapInterval(low, high), "");
  }

  /** A parity's gap over its interval, or why there is none. */
  static TdTag gap(ParityMeasurement measured) {
    return gap(
        measured.value(), measured.low(), measured.high(), Words.Missing.of(measured).sentence());
  }

  /** A gap over its interval and the groups that make it; empty where it was not measured. */
  static TdTag gap(Optional<Disparity> measured) {
    if (measured.isEmpty()) {
      return number("");
    }
    Disparity gap = measured.get();
    return gap.value().isEmpty()
        ? missing(Words.Missing.of(gap).sentence(), "")
        : number(
            Numbers.gap(gap.value()),
            Numbers.gapInterval(gap.low(), gap.high()),
            gap.worst().orElse(""));
  }

  /** A metric over its interval and counts, or why there is none; empty where not measured. */
  static TdTag metric(Optional<GroupAudit> group, String metric) {
    return Evidence.metric(group, metric).map(HtmlTable::metric).orElseGet(() -> number(""));
  }

  private static TdTag metric(Measurement measurement) {
    String counts = Words.counts(measurement);
    if (measurement.value().isEmpty()) {
      return missing(measurement.reason().orElse("insufficient evidence"), counts);
    }
    return number(
        Numbers.rate(measurement.value().getAsDouble()),
        Numbers.interval(measurement.low(), measurement.high()),
        counts);
  }

  /** The same of one group; where all of it lacks rows, only the counts: its row says why. */
  static TdTag metric(GroupAudit group, String metric) {
    Optional<Measurement> measured = Evidence.metric(Optional.of(group), metric);
    return measured.isPresent() && lackingAltogether(group).isPresent()
        ? few(Numbers.NONE, Words.counts(measured.get()))
        : metric(Optional.of(group), metric);
  }

  /** The reason that every metric of a group has none; empty where some metric has a value. */
  static Optional<String> lackingAltogether(GroupAudit group) {
    List<Optional<String>> reasons =
        group.metrics().values().stream().map(Measurement::reason).distinct().toList();
    return group.metrics().size() > 1 && reasons.size() == 1 ? reasons.get(0) : Optional.empty();
  }

  /** Why there is no number. */
  static TdTag missing(String reason) {
    return missing(reason, "");
  }

  private static TdTag few(String text, String counts) {
    return td(join(
            span(text).withClass("few"), iff(!counts.isEmpty(), small(counts).withClass("counts"))))
        .withClass("number");
  }

  private static TdTag number(String value, String interval, String counts) {
    return td(join(
            span(value).withClass("value"),
            iff(!interval.isEmpty(), small(interval)),
            iff(!counts.isEmpty(), small(counts).withClass("counts"))))
        .withClass("number");
  }

  private static TdTag missing(String reason, String counts) {
    return td(join(
            span(reason).withClass("missing"),
            iff(!counts.isEmpty(), small(counts).withClass("counts"))))
        .withClass("number");
  }
}
