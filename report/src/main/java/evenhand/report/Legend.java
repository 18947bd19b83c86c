package evenhand.report;

import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;

/** What the marks of a chart mean. */
final class Legend {

  private Legend() {}

  /**
   * One mark.
   *
   * @param mark class of its look: model, plain, allowed or overall
   */
  record Key(String mark, String meaning) {}

  static DomContent of(Key... keys) {
    return p(each(
            List.of(keys), key -> span(span().withClasses("key", key.mark()), text(key.meaning()))))
        .withClass("legend");
  }
}
