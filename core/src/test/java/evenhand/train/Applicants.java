package evenhand.train;

import evenhand.data.Column;
import evenhand.data.GroupColumn;
import evenhand.data.Outcome;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Made-up people: men earn more, and those who earn more are approved more often. */
final class Applicants {

  static final Outcome APPROVED = new Outcome("approved", "yes", "no");

  private Applicants() {}

  /** Columns income, city, sex, weight (1, 2 or 3) and approved. */
  static Table table(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] income = new double[rows];
    double[] weight = new double[rows];
    List<String> city = new ArrayList<>();
    List<String> sex = new ArrayList<>();
    List<String> approved = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      boolean male = random.nextInt(5) < 3;
      income[i] = Math.rint(30 + (male ? 8 : 0) + 10 * random.nextGaussian());
      weight[i] = 1 + random.nextInt(3);
      city.add(List.of("north", "south", "west").get(random.nextInt(3)));
      sex.add(male ? "M" : "F");
      approved.add(random.nextDouble() < 1 / (1 + Math.exp((35 - income[i]) / 5)) ? "yes" : "no");
    }
    return new Table(
        "people.csv",
        List.of(
            new Column.Numeric("income", income),
            Column.Categorical.of("city", city),
            Column.Categorical.of("sex", sex),
            new Column.Numeric("weight", weight),
            Column.Categorical.of("approved", approved)),
        rows);
  }

  /** Learns from income and city; sex is the group. */
  static TrainingData data(Table table, Optional<Table> test) {
    return new TrainingData(
        table,
        test,
        APPROVED,
        List.of(GroupColumn.parse("sex")),
        TrainingData.Intersection.NONE,
        List.of("income", "city"),
        Optional.empty(),
        WeightMeaning.ERROR_AND_PARITY);
  }

  static TrainingData weighted(Table table, WeightMeaning meaning) {
    TrainingData data = data(table, Optional.empty());
    return new TrainingData(
        table,
        data.test(),
        data.outcome(),
        data.groups(),
        data.intersection(),
        data.features(),
        Optional.of("weight"),
        meaning);
  }

  static TrainingOptions options(double validation, long seed) {
    return new TrainingOptions(validation, TrainingOptions.Decisions.MIXTURE, 100, 30, seed);
  }

  /** The same table with one column in place of another. */
  static Table with(Table table, Column column) {
    return new Table(
        table.origin(),
        table.columns().stream()
            .map(each -> each.name().equals(column.name()) ? column : each)
            .toList(),
        table.rows());
  }
}
