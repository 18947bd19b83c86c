package evenhand.report;

import evenhand.columns.ColumnProfile;
import evenhand.columns.ColumnReview;
import evenhand.columns.ColumnRole;
import evenhand.columns.ReadColumn;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;
import java.util.List;

/** How columns were understood, for a terminal: all of a table, or what is remarkable. */
public final class ColumnsText {

  private static final int MOST = 100;
  private static final int LONGEST = 30;

  private ColumnsText() {}

  /** A row for each column, at most {@value #MOST}, and the remarks. */
  public static void write(ColumnReview review, Terminal terminal, Appendable out)
      throws IOException {
    TextPage page = new TextPage(terminal, out);
    TextTable table =
        new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.FLOW);
    table.add(
        Cell.strong("column"),
        Cell.faint("kind"),
        Cell.faint("values"),
        Cell.faint("missing"),
        Cell.faint("from"),
        Cell.faint("use"));
    for (ReadColumn column : review.columns().stream().limit(MOST).toList()) {
      ColumnProfile profile = column.profile();
      table.add(
          Cell.strong(cut(profile.name())),
          Cell.of(profile.kind().id()),
          Cell.of(profile.distinct() < 0 ? Numbers.NONE : Numbers.count(profile.distinct())),
          Cell.of(Numbers.count(profile.missing())),
          Cell.of(cut(values(profile))),
          new Cell(use(column), column.role() == ColumnRole.LEFT_OUT ? Look.FAINT : Look.NORMAL));
    }
    page.table("", table);
    int more = review.columns().size() - MOST;
    if (more > 0) {
      page.paragraph(Look.FAINT, "", "and %d more columns; --json has all".formatted(more));
    }
    page.blank();
    page.paragraph(
        Look.NORMAL,
        "",
        "%s rows, %s columns, learned from %s"
            .formatted(
                Numbers.count(review.rows()),
                Numbers.count(review.columns().size()),
                Numbers.count(review.features().size())));
    sentences(review.remarks(), page);
  }

  /** The remarks alone, where there are any. */
  public static void remarks(ColumnReview review, Terminal terminal, Appendable out)
      throws IOException {
    List<String> remarks = review.remarks();
    if (!remarks.isEmpty()) {
      TextPage page = new TextPage(terminal, out);
      page.paragraph(Look.NORMAL, "", Words.learnedFrom(review));
      sentences(remarks, page);
    }
  }

  private static void sentences(List<String> sentences, TextPage page) throws IOException {
    for (String sentence : sentences) {
      page.paragraph(Look.NORMAL, "  ", sentence);
    }
  }

  private static String use(ReadColumn column) {
    return column.role() == ColumnRole.LEFT_OUT ? "left out: " + column.use() : column.use();
  }

  private static String values(ColumnProfile profile) {
    if (profile.low().isPresent()) {
      return profile.low().get() + " to " + profile.high().orElse("");
    }
    String levels = String.join(", ", profile.levels());
    return profile.distinct() > profile.levels().size() ? levels + ", ..." : levels;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
