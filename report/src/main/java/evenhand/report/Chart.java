package evenhand.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import j2html.tags.DomContent;

/** A picture that {@code report.js} draws; the numbers stand in a table beside it. */
final class Chart {

  private Chart() {}

  /**
   * @param title above the picture
   * @param words what a reader who can't see it should know
   * @param specification what {@code report.js} reads
   */
  static DomContent of(String title, String words, ObjectNode specification) {
    return figure(
        figcaption(title),
        div(script(rawHtml(inert(specification))).withType("application/json"))
            .withClass("chart")
            .attr("role", "img")
            .attr("aria-label", words));
  }

  /** JSON in which nothing can end the script element that holds it. */
  static String inert(JsonNode tree) {
    return Json.line(tree)
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
