package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Column;
import evenhand.data.ColumnEncoding;
import evenhand.data.DataException;
import evenhand.data.Sample;
import evenhand.data.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PreparedTest {

  private static final Table TABLE = Applicants.table(400, 1);
  private static final Table TEST = Applicants.table(100, 2);
  private static final TrainingOptions OPTIONS = Applicants.options(0.25, 3);

  private static Prepared prepared(TrainingData data) {
    return Prepared.of(data, OPTIONS);
  }

  private static Sample sample(Prepared prepared, Part part) {
    return Objects.requireNonNull(prepared.samples().get(part));
  }

  @Test
  void everyRowIsInOnePartAndKeepsWhatBelongsToIt() {
    Prepared prepared = prepared(Applicants.data(TABLE, Optional.of(TEST)));
    int[] training = prepared.split().training();
    int[] heldOut = prepared.split().heldOut();
    assertThat(IntStream.concat(Arrays.stream(training), Arrays.stream(heldOut)).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 400).boxed().toList());
    assertThat(heldOut.length).isBetween(95, 105);
    assertThat(sample(prepared, Part.TEST).size()).isEqualTo(100);

    int[] labels = Applicants.APPROVED.read(TABLE);
    Sample validation = sample(prepared, Part.VALIDATION);
    for (int i = 0; i < heldOut.length; i++) {
      assertThat(validation.labels()[i]).isEqualTo(labels[heldOut[i]]);
      assertThat(validation.groups("sex").names().get(validation.groups("sex").codes()[i]))
          .isEqualTo(TABLE.column("sex").text(heldOut[i]));
    }
    assertThat(prepared.notes()).isEmpty();
  }

  @Test
  void nothingIsHeldOutWhereNothingIsAskedFor() {
    Prepared prepared =
        Prepared.of(Applicants.data(TABLE, Optional.empty()), Applicants.options(0, 3));
    assertThat(prepared.samples()).containsOnlyKeys(Part.TRAINING);
    assertThat(sample(prepared, Part.TRAINING).size()).isEqualTo(400);
  }

  /** A value far off in every row that is not trained on must not move mean and deviation. */
  @Test
  void theEncodingSeesTrainingRowsOnly() {
    Prepared before = prepared(Applicants.data(TABLE, Optional.empty()));
    double[] income = TABLE.numeric("income").values().clone();
    for (int row : before.split().heldOut()) {
      income[row] = 1e6;
    }
    Table spoiled = Applicants.with(TABLE, new Column.Numeric("income", income));
    Prepared after = prepared(Applicants.data(spoiled, Optional.empty()));
    assertThat(after.split()).isEqualTo(before.split());
    assertThat(after.encoding()).isEqualTo(before.encoding());
    double mean =
        Arrays.stream(before.split().training())
            .mapToDouble(row -> income[row])
            .average()
            .orElse(0);
    assertThat(after.encoding().columns().get(0))
        .isInstanceOfSatisfying(
            ColumnEncoding.Standardised.class,
            column -> assertThat(column.mean()).isCloseTo(mean, within(1e-9)));
  }

  @Test
  void weightsMeanWhatIsSaid() {
    double[] weights = TABLE.numeric("weight").values();
    for (WeightMeaning meaning : WeightMeaning.values()) {
      Prepared prepared = prepared(Applicants.weighted(TABLE, meaning));
      Sample training = sample(prepared, Part.TRAINING);
      for (int i = 0; i < training.size(); i++) {
        double weight = weights[prepared.split().training()[i]];
        assertThat(training.weights()[i]).isEqualTo(weight);
        assertThat(training.parityWeights()[i])
            .isEqualTo(meaning == WeightMeaning.ERROR ? 1 : weight);
      }
    }
  }

  @Test
  void tellsOfCategoriesAndGroupsThatOnlyTestRowsHave() {
    List<String> towns = Collections.nCopies(100, "east");
    List<String> sexes = IntStream.range(0, 100).mapToObj(i -> i == 7 ? "X" : "F").toList();
    Table test =
        Applicants.with(
            Applicants.with(TEST, Column.Categorical.of("city", List.copyOf(towns))),
            Column.Categorical.of("sex", List.copyOf(sexes)));
    Prepared prepared = prepared(Applicants.data(TABLE, Optional.of(test)));
    assertThat(prepared.notes())
        .hasSize(2)
        .anySatisfy(note -> assertThat(note).contains("no training row is of sex X;"))
        .anySatisfy(note -> assertThat(note).contains("city").contains("100"));
    assertThat(sample(prepared, Part.TEST).groups("sex").names()).containsExactly("F", "M", "X");
  }

  @Test
  void oneLabelAloneTeachesNothing() {
    Table all =
        Applicants.with(TABLE, Column.Categorical.of("approved", Collections.nCopies(400, "yes")));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> prepared(Applicants.data(all, Optional.empty())))
        .withMessage(
            "people.csv: every training row has the same approved, both yes and no are needed");
  }

  @Test
  void aFingerprintChangesWithEveryValueThatIsLearnedFromOrMeasured() {
    Map<String, String> prints = prepared(Applicants.data(TABLE, Optional.of(TEST))).fingerprints();
    assertThat(prints).containsOnlyKeys("training", "validation", "test");
    assertThat(prints.values()).allMatch(print -> print.matches("[0-9a-f]{64}"));
    assertThat(prepared(Applicants.data(TABLE, Optional.of(TEST))).fingerprints())
        .isEqualTo(prints);

    double[] income = TEST.numeric("income").values().clone();
    income[99]++;
    assertOnlyTestChanges(prints, new Column.Numeric("income", income));
    assertOnlyTestChanges(prints, flipped("approved", "yes", "no"));
    assertOnlyTestChanges(prints, flipped("sex", "F", "M"));
    assertThat(prepared(Applicants.weighted(TABLE, WeightMeaning.ERROR)).fingerprints())
        .doesNotContainEntry("training", prints.get("training"));
  }

  /** The test table's column with the last row's value changed to the other one. */
  private static Column flipped(String name, String one, String other) {
    Column column = TEST.column(name);
    return Column.Categorical.of(
        name,
        IntStream.range(0, 100)
            .mapToObj(i -> (i == 99) == one.equals(column.text(i)) ? other : one)
            .toList());
  }

  private static void assertOnlyTestChanges(Map<String, String> prints, Column column) {
    Table changed = Applicants.with(TEST, column);
    Map<String, String> others =
        prepared(Applicants.data(TABLE, Optional.of(changed))).fingerprints();
    assertThat(others.get("test")).as(column.name()).isNotEqualTo(prints.get("test"));
    assertThat(others.get("training")).isEqualTo(prints.get("training"));
    assertThat(others.get("validation")).isEqualTo(prints.get("validation"));
  }
}
