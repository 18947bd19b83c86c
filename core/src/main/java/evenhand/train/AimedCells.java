package evenhand.train;

import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Sample;
import java.util.ArrayList;
import java.util.List;

/** Which rows a method counts as one cell, where it aims at the cell that is worst off. */
public enum AimedCells {
  /** The intersection of all group columns. */
  ATTRIBUTE,
  /** That with the label, so that the errors of either kind are apart. */
  ATTRIBUTE_AND_LABEL;

  private static final Outcome NUMBERS = new Outcome("label", "1", "0");

  /** The cells that have rows, the labels named by their numbers. */
  public Groups of(Sample sample) {
    return of(sample, NUMBERS);
  }

  /**
   * The cells that have rows.
   *
   * @param sample with groups of one attribute at least
   * @param outcome names the labels
   */
  public Groups of(Sample sample, Outcome outcome) {
    List<Groups> crossed = new ArrayList<>();
    for (Groups each : sample.groups()) {
      if (each.crossed().isEmpty()) {
        crossed.add(each);
      }
    }
    if (this == ATTRIBUTE_AND_LABEL) {
      crossed.add(
          new Groups(
              outcome.column(), List.of(outcome.negative(), outcome.positive()), sample.labels()));
    }
    return Groups.cross(crossed);
  }
}
