package evenhand.benchmarks;

import evenhand.data.Column;
import evenhand.data.Encoding;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Sample;
import evenhand.data.Split;
import evenhand.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Adult by the protocol of the Fair Fairness Benchmark (Han et al., ICLR 2024): both files together
 * without rows that miss a value, 40 % to train, 30 % to choose, 30 % to measure, the same of every
 * label and group; neither {@code fnlwgt} nor {@code sex} is a feature. Unlike there, numbers are
 * standardised by the training rows alone.
 */
record FfbRows(Sample training, Sample validation, Sample test) {

  private static final double HELD_OUT = 0.6;

  /** Rows without a missing value. */
  static Table table() {
    AdultRows adult = AdultRows.read();
    List<Column> columns = new ArrayList<>();
    for (String name : adult.training().names()) {
      columns.add(joined(adult.training().column(name), adult.test().column(name)));
    }
    int rows = adult.training().rows() + adult.test().rows();
    Table all = new Table("adult", columns, rows);
    return all.select(
        IntStream.range(0, rows)
            .filter(row -> columns.stream().noneMatch(column -> column.isMissing(row)))
            .toArray());
  }

  private static Column joined(Column first, Column second) {
    if (first instanceof Column.Numeric one && second instanceof Column.Numeric other) {
      double[] values = Arrays.copyOf(one.values(), one.size() + other.size());
      System.arraycopy(other.values(), 0, values, one.size(), other.size());
      return new Column.Numeric(first.name(), values);
    }
    List<@Nullable String> texts = new ArrayList<>();
    IntStream.range(0, first.size()).forEach(row -> texts.add(first.text(row)));
    IntStream.range(0, second.size()).forEach(row -> texts.add(second.text(row)));
    return Column.Categorical.of(first.name(), texts);
  }

  static FfbRows of(Table table, long seed) {
    int[] labels = Outcome.of(table, "income", ">50K").read(table);
    Groups sex = GroupColumn.parse("sex").of(table);
    Split split = Split.stratified(labels, List.of(sex), HELD_OUT, seed);
    int[] held = split.heldOut();
    Split halves =
        Split.stratified(
            Arrays.stream(held).map(row -> labels[row]).toArray(),
            List.of(sex.select(held)),
            0.5,
            seed);
    List<String> features = new ArrayList<>(table.names());
    features.removeAll(List.of("income", "sex", "fnlwgt"));
    Encoding encoding = Encoding.fit(table, split.training(), features);
    Sample all = Sample.of(encoding.encode(table).matrix(), labels, List.of(sex));
    return new FfbRows(
        all.select(split.training()),
        all.select(Arrays.stream(halves.training()).map(at -> held[at]).toArray()),
        all.select(Arrays.stream(halves.heldOut()).map(at -> held[at]).toArray()));
  }
}
