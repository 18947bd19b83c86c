package evenhand.columns;

import evenhand.data.ColumnReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What is remarkable about the columns of a table, in few sentences, however many they are. */
final class Remarks {

  private static final int NAMED = 5;
  private static final int FEW = 2;
  private static final int SENTENCES = 5;
  private static final int LONGEST = 60;

  private final ColumnReview review;
  private final List<String> sentences = new ArrayList<>();

  Remarks(ColumnReview review) {
    this.review = review;
  }

  List<String> sentences() {
    odd();
    leftOut(
        ColumnKind.ID,
        "%s has a value of its own for nearly every row, as ids do, and is left out",
        "%d columns have a value of their own for nearly every row, as ids do, and are left out: %s");
    leftOut(
        ColumnKind.TEXT,
        "%s holds free text and is left out",
        "%d columns hold free text and are left out: %s");
    leftOut(
        ColumnKind.CONSTANT,
        "%s has one value in all rows and is left out",
        "%d columns have one value in all rows and are left out: %s");
    leftOut(
        ColumnKind.EMPTY,
        "%s has no value at all and is left out",
        "%d columns have no value at all and are left out: %s");
    boolean asked =
        !sentences.isEmpty() && review.columns().stream().anyMatch(ReadColumn::isLeftOutByItself);
    dates();
    doubts();
    if (asked) {
      sentences.add(
          "what is left out can be asked for with --features, which names the columns to learn from");
    }
    return List.copyOf(sentences);
  }

  private List<ReadColumn> those(Predicate<ReadColumn> wanted) {
    return review.columns().stream().filter(wanted).toList();
  }

  private void odd() {
    List<ReadColumn> found =
        those(column -> column.role() == ColumnRole.FEATURE && column.profile().odd().isPresent());
    for (ReadColumn column : found.subList(0, Math.min(SENTENCES, found.size()))) {
      ColumnProfile profile = column.profile();
      OddCells cells = profile.odd().orElseThrow();
      boolean date = profile.kind() == ColumnKind.DATE;
      String what = date ? "dates" : "numbers";
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s is read as %s, and %s missing: %s in row %,d%s; --type '%s=category' makes categories of all",
              profile.name(),
              what,
              cells.cells() == 1
                  ? "one cell of %,d that is none counts as".formatted(present(profile))
                  : "%,d cells of %,d that are none count as"
                      .formatted(cells.cells(), present(profile)),
              cut(cells.text()),
              cells.row(),
              cells.hint().isEmpty() ? "" : " " + cells.hint(),
              profile.name()));
    }
    more(found);
  }

  private static int present(ColumnProfile profile) {
    return profile.rows() - profile.missing();
  }

  private void leftOut(ColumnKind kind, String one, String several) {
    List<ReadColumn> found =
        those(column -> column.profile().kind() == kind && column.isLeftOutByItself());
    if (found.size() == 1) {
      sentences.add(one.formatted(found.get(0).profile().name()));
    } else if (!found.isEmpty()) {
      sentences.add(several.formatted(found.size(), names(found)));
    }
  }

  private void dates() {
    List<ReadColumn> found =
        those(
            column ->
                column.role() == ColumnRole.FEATURE && column.profile().kind() == ColumnKind.DATE);
    if (found.size() > FEW) {
      sentences.add(
          "%d columns hold dates and are learned from as days, and as years, weekdays, months and hours where they tell something: %s"
              .formatted(found.size(), names(found)));
      return;
    }
    for (ReadColumn column : found) {
      ColumnProfile profile = column.profile();
      Optional<ColumnReading> reading = profile.reading();
      if (reading.isPresent() && reading.get() instanceof ColumnReading.Dates dates) {
        sentences.add(
            "%s holds dates from %s to %s and is learned from as %s"
                .formatted(
                    profile.name(),
                    profile.low().orElse(""),
                    profile.high().orElse(""),
                    ColumnReview.parts(profile, dates)));
      }
    }
  }

  private void doubts() {
    List<ReadColumn> found =
        those(
            column ->
                column.profile().doubt().isPresent()
                    && (column.role() == ColumnRole.FEATURE || column.isLeftOutByItself()));
    for (ReadColumn column : found.subList(0, Math.min(SENTENCES, found.size()))) {
      sentences.add(
          "%s: %s".formatted(column.profile().name(), column.profile().doubt().orElseThrow()));
    }
    more(found);
  }

  private void more(List<ReadColumn> found) {
    if (found.size() > SENTENCES) {
      List<ReadColumn> others = found.subList(SENTENCES, found.size());
      sentences.add(
          others.size() == 1
              ? "so is one more: " + names(others)
              : "so are %d more: %s".formatted(others.size(), names(others)));
    }
  }

  private static String names(List<ReadColumn> found) {
    List<String> first =
        found.stream().limit(NAMED).map(column -> cut(column.profile().name())).toList();
    String listed = String.join(", ", first);
    return found.size() > NAMED
        ? "%s and %d more (--columns shows all)".formatted(listed, found.size() - NAMED)
        : listed;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
