package evenhand.columns;

import evenhand.data.Column;
import evenhand.data.ColumnReading;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How every column of a table is understood, and which are learned from, known before anything is
 * fitted: ids, free text, constants and empty columns are left out unless they are asked for, dates
 * become numbers, and so does a column of numbers with a few cells that are none.
 *
 * @param rows of the table
 * @param columns in the table's order
 * @param features names of those that are learned from, in their order
 */
public record ColumnReview(int rows, List<ReadColumn> columns, List<String> features) {

  /** In fewer rows, a value of its own for each says nothing. */
  static final int FEWEST_ROWS = 20;

  /** Nothing was looked at: every column is what its type says. */
  public static final ColumnReview NONE = new ColumnReview(0, List.of(), List.of());

  public ColumnReview {
    columns = List.copyOf(columns);
    features = List.copyOf(features);
  }

  /**
   * @param exact whether different numbers are counted in every column, for people to look at
   */
  public static ColumnReview of(Table table, ColumnRoles roles, boolean exact) {
    List<ReadColumn> columns = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean asIs =
          roles.typed().contains(column.name())
              || roles.groups().contains(column.name())
              || roles.given().containsKey(column.name());
      ReadColumn read = read(profile(column, asIs, exact, roles), roles);
      columns.add(read);
      if (read.role() == ColumnRole.FEATURE) {
        found.add(column.name());
      }
    }
    return new ColumnReview(table.rows(), columns, roles.features().orElse(found));
  }

  private static ColumnProfile profile(
      Column column, boolean asIs, boolean exact, ColumnRoles roles) {
    if (column instanceof Column.Categorical categorical) {
      return TextProfile.of(categorical, asIs, roles.decimal());
    }
    return NumberProfile.of((Column.Numeric) column, asIs, exact);
  }

  private static ReadColumn read(ColumnProfile profile, ColumnRoles roles) {
    String name = profile.name();
    ColumnRole given = roles.given().get(name);
    if (given != null) {
      return new ReadColumn(profile, given, given.id());
    }
    boolean asked = roles.features().filter(names -> names.contains(name)).isPresent();
    if (!asked && roles.leftOut().containsKey(name)) {
      return new ReadColumn(
          profile, ColumnRole.LEFT_OUT, String.valueOf(roles.leftOut().get(name)));
    }
    if (!asked && roles.features().isPresent()) {
      return new ReadColumn(profile, ColumnRole.LEFT_OUT, "not among --features");
    }
    if (!asked && profile.kind().isLeftOut()) {
      return new ReadColumn(profile, ColumnRole.LEFT_OUT, ReadColumn.reason(profile.kind()));
    }
    return new ReadColumn(profile, ColumnRole.FEATURE, use(profile));
  }

  private static String use(ColumnProfile profile) {
    Optional<ColumnReading> reading = profile.reading();
    if (reading.isPresent() && reading.get() instanceof ColumnReading.Dates dates) {
      return "feature: " + parts(profile, dates);
    }
    return "feature";
  }

  /** Such as {@code day, year, weekday, month}. */
  static String parts(ColumnProfile profile, ColumnReading.Dates dates) {
    List<String> parts = new ArrayList<>(List.of("day"));
    boolean years =
        !profile
            .low()
            .map(low -> low.substring(0, 4))
            .equals(profile.high().map(high -> high.substring(0, 4)));
    if (years) {
      parts.add("year");
    }
    dates.parts().forEach(part -> parts.add(part.id()));
    return String.join(", ", parts);
  }

  /** How columns are read where their type alone does not say it. */
  public Map<String, ColumnReading> readings() {
    Map<String, ColumnReading> readings = new LinkedHashMap<>();
    for (ReadColumn column : columns) {
      if (column.role() == ColumnRole.FEATURE) {
        column
            .profile()
            .reading()
            .ifPresent(reading -> readings.put(column.profile().name(), reading));
      }
    }
    return readings;
  }

  /**
   * What a person should know before anything is learned from them: a sentence a kind or column.
   */
  public List<String> remarks() {
    return new Remarks(this).sentences();
  }
}
