package evenhand.report;

import evenhand.audit.AttributeAudit;
import evenhand.audit.GroupAudit;
import evenhand.audit.Measurement;
import evenhand.report.Terminal.Look;
import evenhand.report.TextTable.Align;
import evenhand.report.TextTable.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of every group of one attribute, side by side: a value with its interval below. Rates
 * that are one minus another are left out.
 */
final class GroupTable {

  static final Set<String> COMPLEMENTS =
      Set.of("true_negative_rate", "false_negative_rate", "error_rate");

  private static final Set<String> SHORT = Set.of("accuracy", "true_positive_rate");

  private static final Set<String> USUAL =
      Set.of(
          "accuracy",
          "base_rate",
          "true_positive_rate",
          "false_positive_rate",
          "precision",
          "auc",
          "ece");

  private static final int MOST_REASONS = 4;

  private static final int GUTTER = 2;

  private static final int LONGEST_NAME = 28;

  private final AttributeAudit attribute;
  private final TextPage page;
  private final String indent;
  private final boolean isFull;

  /**
   * @param isFull whether intervals and all metrics are shown; else the values of the usual ones
   */
  GroupTable(AttributeAudit attribute, TextPage page, String indent, boolean isFull) {
    this.isFull = isFull;
    this.attribute = attribute;
    this.page = page;
    this.indent = indent;
  }

  /** As many metrics side by side as fit, then the next ones below. */
  void write() throws IOException {
    int names = rows().stream().mapToInt(group -> shorten(group.name()).length()).max().orElse(0);
    int rows = Numbers.count(attribute.overall().rows()).length();
    int free = page.width() - indent.length() - names - GUTTER - Math.max("rows".length(), rows);
    List<Metric> block = new ArrayList<>();
    int room = free;
    for (Metric metric : metrics()) {
      int width = GUTTER + width(metric);
      if (room < width && !block.isEmpty()) {
        page.table(indent, table(block));
        page.blank();
        block.clear();
        room = free;
      }
      block.add(metric);
      room -= width;
    }
    page.table(indent, table(block));
    reasons();
  }

  private int width(Metric metric) {
    int width = titleAbove(metric).length();
    width = Math.max(width, titleBelow(metric).length());
    for (GroupAudit group : rows()) {
      Measurement measured = group.metrics().get(metric.id());
      width = Math.max(width, isFull ? evidence(measured).length() : value(measured).width());
    }
    return width;
  }

  /** The reasons why values are missing, each once. */
  private void reasons() throws IOException {
    Set<String> reasons = new TreeSet<>();
    for (GroupAudit group : rows()) {
      for (Metric metric : metrics()) {
        Measurement measurement = group.metrics().get(metric.id());
        if (measurement != null) {
          measurement
              .reason()
              .filter(reason -> isFull || !isOfAllRows(group, reason))
              .ifPresent(reason -> reasons.add(group.name() + ": " + reason));
        }
      }
    }
    if (!isFull && reasons.size() > MOST_REASONS) {
      page.paragraph(
          Look.FAINT,
          indent,
          "%s too few rows for some rates of some groups; --full says of which"
              .formatted(Numbers.NONE));
      return;
    }
    for (String reason : reasons) {
      page.paragraph(Look.FAINT, indent, Numbers.NONE + " " + reason);
    }
  }

  /** Whether the group lacks rows altogether, which is said once for all such groups. */
  private static boolean isOfAllRows(GroupAudit group, String reason) {
    return reason.contains(": %d row".formatted(group.rows())) && reason.contains(", fewer than");
  }

  private List<GroupAudit> rows() {
    List<GroupAudit> rows = new ArrayList<>(attribute.groups());
    rows.add(attribute.overall());
    return rows;
  }

  private List<Metric> metrics() {
    Set<String> ids = new LinkedHashSet<>();
    rows().forEach(group -> ids.addAll(group.metrics().keySet()));
    ids.removeAll(COMPLEMENTS);
    if (!isFull && ids.containsAll(SHORT)) {
      ids.retainAll(USUAL);
    }
    return Metric.of(ids.stream());
  }

  private TextTable table(List<Metric> metrics) {
    List<Align> aligns = new ArrayList<>(List.of(Align.LEFT));
    aligns.addAll(Collections.nCopies(metrics.size() + 1, Align.RIGHT));
    TextTable table = new TextTable(aligns.toArray(Align[]::new));
    header(metrics, table);
    for (GroupAudit group : rows()) {
      List<Cell> values = new ArrayList<>();
      List<Cell> evidence = new ArrayList<>();
      values.add(Cell.of(shorten(group.name())));
      values.add(Cell.of(Numbers.count(group.rows())));
      evidence.add(Cell.of(""));
      evidence.add(Cell.of(""));
      for (Metric metric : metrics) {
        Measurement measurement = group.metrics().get(metric.id());
        values.add(value(measurement));
        evidence.add(Cell.faint(evidence(measurement)));
      }
      table.add(values);
      if (isFull) {
        table.add(evidence);
      }
    }
    return table;
  }

  private static void header(List<Metric> metrics, TextTable table) {
    List<Cell> above = new ArrayList<>(List.of(Cell.of(""), Cell.of("")));
    List<Cell> below = new ArrayList<>(List.of(Cell.of(""), Cell.faint("rows")));
    for (Metric metric : metrics) {
      above.add(Cell.faint(titleAbove(metric)));
      below.add(Cell.faint(titleBelow(metric)));
    }
    if (above.stream().anyMatch(cell -> !cell.text().isEmpty())) {
      table.add(above);
    }
    table.add(below);
  }

  /** All words but the last: titles take two lines, so that columns stay narrow. */
  private static String titleAbove(Metric metric) {
    return metric.title().substring(0, Math.max(0, metric.title().lastIndexOf(' ')));
  }

  private static String titleBelow(Metric metric) {
    return metric.title().substring(metric.title().lastIndexOf(' ') + 1);
  }

  private static Cell value(@Nullable Measurement measurement) {
    if (measurement == null) {
      return Cell.of("");
    }
    return measurement.value().isPresent()
        ? Cell.strong(Numbers.rate(measurement.value().getAsDouble()))
        : Cell.faint(Numbers.NONE);
  }

  /** The interval, or the counts where the value is withheld. */
  private static String evidence(@Nullable Measurement measurement) {
    if (measurement == null) {
      return "";
    }
    if (measurement.value().isPresent()) {
      return Numbers.interval(measurement.low(), measurement.high());
    }
    return Words.counts(measurement);
  }

  static String shorten(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }
}
