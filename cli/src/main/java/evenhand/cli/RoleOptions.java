package evenhand.cli;

import evenhand.data.GroupColumn;
import evenhand.data.NameList;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.tables.Opened;
import evenhand.train.TrainingData;
import evenhand.train.WeightMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  TrainingData of(Opened opened, Optional<Table> test) {
    return of(opened, test, List.of());
  }

  /**
   * @param names columns that name rows: no features unless asked for
   */
  TrainingData of(Opened opened, Optional<Table> test, List<String> names) {
    Table table = opened.table();
    List<GroupColumn> columns = GroupColumn.named(groups, table);
    Outcome outcome = outcome(opened);
    return new TrainingData(
        table,
        test,
        outcome,
        columns,
        intersect ? TrainingData.Intersection.OF_ALL : TrainingData.Intersection.NONE,
        features(opened, outcome, columns, names),
        Optional.ofNullable(weight),
        weightMeaning);
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

  private List<String> features(
      Opened opened, Outcome outcome, List<GroupColumn> columns, List<String> names) {
    if (features != null) {
      return names(opened.table(), features);
    }
    Set<String> out = new TreeSet<>(names(opened.table(), dropped));
    out.addAll(opened.leftOut());
    out.addAll(names);
    out.add(outcome.column());
    if (weight != null) {
      out.add(weight);
    }
    columns.forEach(
        group -> {
          if (groupAsFeature) {
            out.remove(group.column());
          } else {
            out.add(group.column());
            out.addAll(opened.sourcesOf(group.column()));
          }
        });
    return opened.table().names().stream().filter(name -> !out.contains(name)).toList();
  }
}
