package evenhand.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.img;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A reproduction as one HTML page that needs nothing else. */
public final class ReproducedHtml {

  private ReproducedHtml() {}

  /** The same figures give the same bytes. */
  public static String of(Reproduced reproduced) {
    List<DomContent> body = new ArrayList<>();
    body.add(
        header(
            p("Reproduction").withClass("kind"),
            h1(reproduced.title()),
            p("evenhand reproduce " + reproduced.name()).withClass("lead")));
    for (int i = 0; i < reproduced.tables().size(); i++) {
      body.add(table(reproduced.tables().get(i), i + 1));
    }
    reproduced.pictures().forEach(picture -> body.add(picture(picture)));
    if (!reproduced.notes().isEmpty()) {
      body.add(
          section(
                  HtmlTable.heading("notes", "Notes"),
                  ul(each(reproduced.notes(), note -> li(note))))
              .withClass("block"));
    }
    body.add(configuration(reproduced.configuration()));
    return HtmlPage.of("Reproduction: " + reproduced.title(), body);
  }

  private static DomContent table(ReproducedTable table, int number) {
    List<String> titles = table.header();
    List<TrTag> rows =
        table.rows().stream()
            .map(
                row -> {
                  List<String> cells = table.cells(row);
                  return tr(
                      HtmlTable.row(cells.get(0)),
                      each(cells.subList(1, cells.size()), HtmlTable::number));
                })
            .toList();
    return section(
            HtmlTable.heading("table-" + number, table.title()),
            p(Words.capital(table.legend()) + ".").withClass("small"),
            HtmlTable.of(table.title(), titles.stream().map(HtmlTable::column).toList(), rows))
        .withClass("block");
  }

  /** An image by its data, since the page loads nothing. */
  private static DomContent picture(Reproduced.Picture picture) {
    String data =
        Base64.getEncoder().encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8));
    return section(
            div(
                img()
                    .withSrc("data:image/svg+xml;base64," + data)
                    .withAlt(picture.caption())
                    .withStyle("max-width:100%;height:auto"),
                p(picture.caption()).withClass("small")))
        .withClass("block");
  }

  private static DomContent configuration(Map<String, String> configuration) {
    return section(
            HtmlTable.heading("configuration", "Configuration"),
            HtmlTable.of(
                "Configuration",
                List.of(HtmlTable.column("option"), HtmlTable.proseColumn("value")),
                configuration.entrySet().stream()
                    .map(each -> tr(HtmlTable.row(each.getKey()), HtmlTable.prose(each.getValue())))
                    .toList()))
        .withClass("block");
  }
}
