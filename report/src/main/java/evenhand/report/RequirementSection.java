package evenhand.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import evenhand.parity.Kind;
import evenhand.parity.Requirement;
import evenhand.parity.Verdict;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import j2html.tags.specialized.SpanTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One requirement in plain words, with its verdict on every part of the rows. */
final class RequirementSection {

  private final TrainingEvidence evidence;
  private final Requirement requirement;
  private final List<RequirementEvidence> parts;
  private final boolean isRandomised;

  private RequirementSection(TrainingEvidence evidence, Requirement requirement) {
    this.evidence = evidence;
    this.requirement = requirement;
    this.parts = Evidence.of(evidence, requirement);
    this.isRandomised = Evidence.isRandomised(parts);
  }

  static DomContent of(TrainingEvidence evidence, Requirement requirement) {
    return new RequirementSection(evidence, requirement).section();
  }

  private DomContent section() {
    return j2html.TagCreator.section(
            p(Words.subject(requirement)).withClass("kind"),
            h2(Words.verdict(parts)).withClass("verdict"),
            p(
                text("Required: " + Words.ask(requirement) + ". "),
                code(requirement.toString()),
                text(" was stated by whoever started the training, before it began.")),
            div(each(parts, this::tile)).withClass("tiles"),
            Legend.of(
                new Legend.Key(
                    "model",
                    isRandomised
                        ? "model, as expected, with the interval of what was drawn"
                        : "model, with interval"),
                new Legend.Key("plain", "plain model: the same learner without the requirement"),
                new Legend.Key("allowed", "where the requirement is met")))
        .withClass("requirement");
  }

  private DomContent tile(RequirementEvidence part) {
    return div(
            h3(Words.title(part.part())),
            p(
                    span(symbol(part.verdict())).attr("aria-hidden", "true"),
                    text(Words.capital(part.verdict().words())))
                .withClass("badge"),
            p(
                    span(Evidence.judged(part.onDecisions())).withClass("figure"),
                    text((isRandomised ? " expected, " : ", ") + Words.bound(requirement)))
                .withClass("measured"),
            meter(part),
            facts(part),
            iff(
                Words.doubt(part.onDecisions()),
                doubt -> p(Words.capital(doubt)).withClass("small doubt")))
        .withClasses("tile", part.verdict().id().replace('_', '-'));
  }

  private DomContent facts(RequirementEvidence part) {
    DlTag facts = dl().withClass("facts");
    part.reason().ifPresent(reason -> facts.with(dt("why"), dd(reason)));
    if (isRandomised) {
      facts.with(dt("drawn"), dd(Numbers.gap(part.value())));
    }
    String interval = Numbers.gapInterval(part.low(), part.high());
    if (!interval.isEmpty()) {
      facts.with(dt("interval"), dd(interval));
    }
    if (part.plain().isPresent()) {
      facts.with(dt("plain model"), dd(Numbers.gap(part.plain())));
    }
    evidence.parts().stream()
        .filter(measured -> measured.part() == part.part())
        .forEach(measured -> facts.with(dt("rows"), dd(Numbers.count(measured.rows()))));
    return facts;
  }

  private static String symbol(Verdict verdict) {
    return switch (verdict) {
      case MET -> "✓";
      case NOT_MET -> "✕";
      case INSUFFICIENT_EVIDENCE -> "?";
    };
  }

  /**
   * The gap, its interval and the plain model's on one scale; the text says the same in numbers.
   */
  private DomContent meter(RequirementEvidence part) {
    double full = scale();
    boolean ratio = requirement.kind() == Kind.RATIO;
    double bound = requirement.bound() / full;
    List<SpanTag> marks = new ArrayList<>();
    marks.add(ratio ? mark("allowed", bound, 1) : mark("allowed", 0, bound));
    if (part.low().isPresent() && part.high().isPresent()) {
      marks.add(
          mark("interval", part.low().getAsDouble() / full, part.high().getAsDouble() / full));
    }
    part.plain().ifPresent(value -> marks.add(mark("plain", value / full, value / full)));
    part.expected().ifPresent(value -> marks.add(mark("model", value / full, value / full)));
    return div().with(marks).withClass("meter").attr("aria-hidden", "true");
  }

  /** The value at the right end: the same for every part, so that the eye may compare. */
  private double scale() {
    if (requirement.kind() == Kind.RATIO) {
      return 1;
    }
    double largest =
        parts.stream()
            .flatMap(part -> Stream.of(part.expected(), part.high(), part.plain()))
            .flatMapToDouble(OptionalDouble::stream)
            .max()
            .orElse(0);
    return 1.08 * Math.max(largest, Math.max(requirement.bound(), 1e-6));
  }

  private static SpanTag mark(String kind, double from, double to) {
    return span()
        .withClass(kind)
        .withStyle(
            String.format(
                Locale.ROOT, "left:%.2f%%;width:%.2f%%", 100 * from, 100 * Math.max(0, to - from)));
  }
}
