package evenhand.train;

import evenhand.data.Sample;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Every row of a table to learn from, none held out.
 *
 * @param rows in the table's order
 * @param trusted rows given to be trusted
 * @param notes sentences about what the encoding met
 */
public record AllRows(Sample rows, Optional<Sample> trusted, List<String> notes) {

  /**
   * @throws evenhand.data.DataException where the label has one value alone
   */
  public static AllRows of(TrainingData data) {
    TrainingOptions usual = TrainingOptions.defaults();
    Prepared prepared =
        Prepared.of(
            data,
            new TrainingOptions(0, usual.decisions(), usual.replicates(), usual.minRows(), 0));
    Sample rows =
        Objects.requireNonNull(
            prepared.samples().get(Part.TRAINING), "there are always training rows");
    return new AllRows(rows, prepared.trusted(), prepared.notes());
  }
}
