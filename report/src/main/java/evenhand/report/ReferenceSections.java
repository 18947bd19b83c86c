package evenhand.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.td;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.audit.AttributeAudit;
import evenhand.audit.Audit;
import evenhand.train.PartEvidence;
import evenhand.train.RequirementEvidence;
import evenhand.train.TrainingEvidence;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the words mean, how the numbers came about, and how to make them again. */
final class ReferenceSections {

  private ReferenceSections() {}

  static DomContent definitions(List<Audit> audits) {
    ObjectNode defined = AuditJson.definitions(audits);
    return section(
            HtmlTable.heading("definitions", "Definitions"),
            p(
                isOfDecisionsAlone(audits)
                    ? "ŷ is the decision, 1 where someone is selected."
                    : "y is the outcome in the data (1 where it has the positive value), ŷ the "
                        + "decision, s the score."),
            h3("Parities"),
            list(defined.get("parities")),
            h3("Comparisons"),
            list(defined.get("comparisons")),
            h3("Metrics"),
            list(defined.get("metrics")))
        .withClass("block");
  }

  private static boolean isOfDecisionsAlone(List<Audit> audits) {
    return audits.stream()
        .flatMap(audit -> audit.attributes().stream())
        .allMatch(AttributeAudit::isOfDecisionsAlone);
  }

  private static DomContent list(JsonNode definitions) {
    List<DomContent> entries = new ArrayList<>();
    definitions
        .properties()
        .forEach(
            entry -> {
              entries.add(dt(entry.getKey().replace('_', ' ')));
              entries.add(dd(entry.getValue().asText("")));
            });
    return dl().with(entries).withClass("definitions");
  }

  static DomContent howComputed(Audit audit) {
    Set<String> sentences = new LinkedHashSet<>();
    common(audit, sentences);
    return list(sentences);
  }

  static DomContent howComputed(TrainingEvidence evidence) {
    Set<String> sentences = new LinkedHashSet<>();
    if (Evidence.isRandomised(evidence.requirements())) {
      sentences.add(
          "The model accepts some rows with a probability. Expected is the value over those "
              + "probabilities; met and not met compare it with the stated bound, but for rounding.");
      sentences.add(
          "Each row's decision is drawn once from its probability, by a key, so that it never "
              + "changes; drawn is the value of the decisions so made, and the interval is theirs. "
              + "The key was chosen on the training rows, where drawn says less than expected.");
    } else {
      sentences.add(
          "Met and not met compare the value measured with the stated bound, but for rounding.");
    }
    sentences.add("Intervals say how far other rows of the same kind could differ.");
    if (evidence.requirements().stream()
        .map(RequirementEvidence::onDecisions)
        .anyMatch(Evidence::isUndecided)) {
      sentences.add(
          Words.capital(Words.UNDECIDED)
              + ": the bound lies inside the interval, so that other rows could show otherwise.");
    }
    for (PartEvidence part : evidence.parts()) {
      common(part.decisions(), sentences);
    }
    return list(sentences);
  }

  /** What holds of every audit, then its own notes. */
  private static void common(Audit audit, Set<String> sentences) {
    sentences.add(
        "All intervals are at the %s level.".formatted(Numbers.percent(audit.confidence())));
    sentences.addAll(audit.notes());
    sentences.add(
        "Pairs of groups are tested by the two-proportion z test, or by Fisher's exact test where "
            + "fewer than 5 rows are expected in a cell; p-values are adjusted by Holm's method "
            + "over the pairs of a rate.");
    sentences.add(
        "A group of fewer than %d rows, or a rate that as few rows of a group count for, is insufficient evidence: the counts are shown, and no gap is stated that needs it."
            .formatted(audit.minRows()));
  }

  private static DomContent list(Set<String> sentences) {
    return section(
            HtmlTable.heading("computed", "How this was computed"),
            ul(each(sentences, sentence -> li(sentence))))
        .withClass("block");
  }

  static DomContent record(TrainingEvidence evidence) {
    return section(
            HtmlTable.heading("configuration", "Configuration"),
            table("Effective configuration", evidence.configuration()),
            table("Search", single(evidence.search())),
            table("Fingerprints of the encoded rows (SHA-256)", single(evidence.fingerprints())))
        .withClass("block");
  }

  /** Without a search, where there was more than one. */
  static DomContent configuration(
      Map<String, List<String>> configuration, Map<String, String> fingerprints) {
    return section(
            HtmlTable.heading("configuration", "Configuration"),
            table("Effective configuration", configuration),
            table("Fingerprints of the encoded rows (SHA-256)", single(fingerprints)))
        .withClass("block");
  }

  private static Map<String, List<String>> single(Map<String, String> entries) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    entries.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }

  private static DomContent table(String caption, Map<String, List<String>> entries) {
    List<TrTag> rows = new ArrayList<>();
    entries.forEach(
        (name, values) ->
            rows.add(
                tr(
                    HtmlTable.row(name),
                    td(each(values, value -> div(code(value)))).withClass("prose long"))));
    return HtmlTable.of(
        caption, List.of(HtmlTable.column("Name"), HtmlTable.proseColumn("Value")), rows);
  }
}
