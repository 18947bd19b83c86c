package evenhand.cli;

import evenhand.columns.ColumnReview;
import evenhand.columns.ColumnRole;
import evenhand.columns.ColumnRoles;
import evenhand.data.GroupColumn;
import evenhand.data.NameList;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.tables.Opened;
import evenhand.train.Start;
import evenhand.train.TrainingData;
import evenhand.train.WeightMeaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the columns of a table mean. A catalogue set knows its own. */
final class RoleOptions {

  @Option(names = "--label", paramLabel = "COLUMN", description = "The outcome.")
  private @Nullable String label;

  @Option(
      names = "--positive",
      paramLabel = "VALUE",
      description =
          "The outcome's value that counts as positive, or for numbers a rule such as >=10.")
  private @Nullable String positive;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description =
          "A column that names groups of people, such as sex, or with cuts age:25,60. Repeatable.")
  private List<String> groups = new ArrayList<>();

  @Option(
      names = "--intersect",
      description =
          "Also measure the intersection of the group columns, an attribute such as sex&race.")
  private boolean intersect;

  @Option(
      names = "--features",
      paramLabel = "COLUMN",
      description = "The columns to learn from (default: all that have no other part).")
  private @Nullable List<String> features;

  @Option(names = "--drop", paramLabel = "COLUMN", description = "Columns not to learn from.")
  private List<String> dropped = new ArrayList<>();

  @Option(
      names = "--group-as-feature",
      description = "Let the model see the group columns (default: it does not).")
  private boolean groupAsFeature;

  @Option(names = "--weight", paramLabel = "COLUMN", description = "Row weights.")
  private @Nullable String weight;

  @Option(
      names = "--weight-meaning",
      paramLabel = "MEANING",
      defaultValue = "error_and_parity",
      description =
          "error: weights count in the error only; error_and_parity: also in the groups' rates"
              + " (default: ${DEFAULT-VALUE}).")
  private WeightMeaning weightMeaning = WeightMeaning.ERROR_AND_PARITY;

  /**
   * @param typed columns whose type is declared
   */
  TrainingData of(Opened opened, Optional<Table> test, Set<String> typed) {
    return of(opened, test, typed, List.of());
  }

  /**
   * @param names columns that name rows: no features unless asked for
   */
  TrainingData of(Opened opened, Optional<Table> test, Set<String> typed, List<String> names) {
    Table table = opened.table();
    List<GroupColumn> columns = GroupColumn.named(groups, table);
    Outcome outcome = outcome(opened);
    ColumnReview review =
        ColumnReview.of(
            table, roles(opened, Optional.of(outcome.column()), columns, typed, names), false);
    return new TrainingData(
            table,
            test,
            outcome,
            columns,
            intersect ? TrainingData.Intersection.OF_ALL : TrainingData.Intersection.NONE,
            review.features(),
            Optional.ofNullable(weight),
            weightMeaning)
        .understood(review);
  }

  /** How every column is understood, with all that can be counted; a label may be given or not. */
  ColumnReview columns(Opened opened, Set<String> typed) {
    Optional<String> outcome =
        label != null || opened.entry().isPresent()
            ? Optional.of(opened.labelOr(Optional.ofNullable(label)))
            : Optional.empty();
    outcome.ifPresent(opened.table()::column);
    return ColumnReview.of(
        opened.table(),
        roles(opened, outcome, GroupColumn.named(groups, opened.table()), typed, List.of()),
        true);
  }

  /** The features of a model that a training goes on from, where none are named. */
  TrainingData from(Start start, Opened opened, Optional<Table> test) {
    Table table = opened.table();
    List<GroupColumn> columns = GroupColumn.named(groups, table);
    Outcome outcome = outcome(opened);
    ColumnRoles said = roles(opened, Optional.of(outcome.column()), columns, Set.of(), List.of());
    Set<String> own = start.model().encoding().types().keySet();
    List<String> left =
        table.names().stream()
            .filter(own::contains)
            .filter(name -> !said.given().containsKey(name) && !said.leftOut().containsKey(name))
            .toList();
    return new TrainingData(
            table,
            test,
            outcome,
            columns,
            intersect ? TrainingData.Intersection.OF_ALL : TrainingData.Intersection.NONE,
            said.features().orElse(left),
            Optional.ofNullable(weight),
            weightMeaning)
        .from(start);
  }

  /** Every text is a column's name, or several with commas between them. */
  private static List<String> names(Table table, List<String> texts) {
    List<String> names = new ArrayList<>();
    for (String text : texts) {
      List<String> pieces = List.of(text.split(",", -1));
      names.addAll(NameList.split(text, ',', table::has).orElse(pieces));
    }
    names.forEach(table::column);
    return names;
  }

  private Outcome outcome(Opened opened) {
    String column = opened.labelOr(Optional.ofNullable(label));
    return Outcome.of(
        opened.table(),
        column,
        positive == null ? opened.positiveOf(column).orElse(null) : positive);
  }

  private ColumnRoles roles(
      Opened opened,
      Optional<String> outcome,
      List<GroupColumn> columns,
      Set<String> typed,
      List<String> names) {
    Table table = opened.table();
    Map<String, String> leftOut = new LinkedHashMap<>();
    names(table, dropped).forEach(name -> leftOut.put(name, "--drop"));
    opened.leftOut().forEach(name -> leftOut.putIfAbsent(name, "by the catalogue"));
    names.forEach(name -> leftOut.put(name, "it names rows"));
    Map<String, ColumnRole> given = new LinkedHashMap<>();
    for (GroupColumn group : columns) {
      if (groupAsFeature) {
        leftOut.remove(group.column());
      } else {
        given.put(group.column(), ColumnRole.GROUP);
        for (String source : opened.sourcesOf(group.column())) {
          leftOut.putIfAbsent(source, "it gives %s away".formatted(group.column()));
        }
      }
    }
    if (weight != null) {
      table.column(weight);
      given.put(weight, ColumnRole.WEIGHT);
    }
    outcome.ifPresent(column -> given.put(column, ColumnRole.LABEL));
    Optional<List<String>> asked = Optional.ofNullable(features).map(list -> names(table, list));
    asked.ifPresent(
        list -> list.forEach(name -> given.computeIfPresent(name, RoleOptions::feature)));
    return new ColumnRoles(
        given,
        columns.stream().map(GroupColumn::column).collect(Collectors.toSet()),
        asked,
        leftOut,
        typed,
        opened.read().decimal());
  }

  /** A group or weight column that is named as a feature is one; the label stays what it is. */
  private static @Nullable ColumnRole feature(String name, ColumnRole role) {
    return role == ColumnRole.LABEL ? role : null;
  }
}
