package evenhand.report;

import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Sample;
import evenhand.train.Condensed;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many rows of each group and label a condensed table has left.
 *
 * @param counts by attribute, group and label
 */
public record CondensedCells(List<Count> counts) {

  public CondensedCells {
    counts = List.copyOf(counts);
  }

  /**
   * @param label as it is written in the table, or what it isn't
   * @param weight mean over the rows that were weighed; empty where none was
   */
  public record Count(
      String attribute, String group, String label, int rows, int kept, OptionalDouble weight) {}

  /**
   * @param sample the condensed rows, in their order
   */
  public static CondensedCells of(Condensed condensed, Sample sample, Outcome outcome) {
    List<Count> counts = new ArrayList<>();
    for (Groups groups : sample.groups()) {
      for (int group = 0; group < groups.names().size(); group++) {
        for (int label = 0; label <= 1; label++) {
          Tally tally = new Tally();
          for (int i = 0; i < sample.size(); i++) {
            if (groups.codes()[i] == group && sample.labels()[i] == label) {
              tally.add(condensed.rows().get(i));
            }
          }
          counts.add(
              new Count(
                  groups.attribute(),
                  groups.names().get(group),
                  label == 1 ? outcome.positive() : outcome.negative(),
                  tally.rows,
                  tally.kept,
                  tally.mean()));
        }
      }
    }
    return new CondensedCells(counts);
  }

  private static final class Tally {

    private int rows;
    private int kept;
    private int weighed;
    private double weights;

    void add(Condensed.Row row) {
      rows++;
      kept += row.kept() ? 1 : 0;
      row.worth()
          .ifPresent(
              worth -> {
                weighed++;
                weights += worth.weight();
              });
    }

    OptionalDouble mean() {
      return weighed == 0 ? OptionalDouble.empty() : OptionalDouble.of(weights / weighed);
    }
  }
}
