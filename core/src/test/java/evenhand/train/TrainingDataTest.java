package evenhand.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Groups;
import evenhand.data.Table;
import evenhand.train.TrainingData.Intersection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrainingDataTest {

  private static final Table TABLE = Applicants.table(60, 8);

  private static TrainingData data(Intersection intersection, List<String> features, String... by) {
    return new TrainingData(
        TABLE,
        Optional.empty(),
        Applicants.APPROVED,
        List.of(by).stream().map(GroupColumn::parse).toList(),
        intersection,
        features,
        Optional.empty(),
        WeightMeaning.ERROR);
  }

  @Test
  void anIntersectionIsOneMoreAttribute() {
    List<String> income = List.of("income");
    assertThat(data(Intersection.NONE, income, "sex", "city").attributes())
        .containsExactly("sex", "city");
    TrainingData crossed = data(Intersection.OF_ALL, income, "sex", "city");
    assertThat(crossed.attributes()).containsExactly("sex", "city", "sex&city");
    List<Groups> groups = crossed.groupsOf(TABLE, List.of());
    assertThat(groups).extracting(Groups::attribute).isEqualTo(crossed.attributes());
    assertThat(groups.get(2).names()).contains("F&north", "M&west").hasSize(6);
    assertThat(data(Intersection.OF_ALL, income, "sex").attributes())
        .as("of one column there is none")
        .containsExactly("sex");
  }

  /** M is code 1 in training and would be 0 in a table of men alone. */
  @Test
  void groupsKnownFromTrainingKeepTheirCodes() {
    TrainingData data = data(Intersection.NONE, List.of("income"), "sex");
    Table men =
        Applicants.with(
            TABLE, Column.Categorical.of("sex", java.util.Collections.nCopies(60, "M")));
    Groups known = data.groupsOf(TABLE, List.of()).get(0);
    assertThat(data.groupsOf(men, List.of(known)).get(0).codes()).containsOnly(1);
    assertThat(data.groupsOf(men, List.of()).get(0).codes()).containsOnly(0);
  }

  @Test
  void everyRowCountsOnceUnlessThereAreWeights() {
    assertThat(data(Intersection.NONE, List.of("income")).weightsOf(TABLE))
        .containsOnly(1)
        .hasSize(60);
    assertThat(Applicants.weighted(TABLE, WeightMeaning.ERROR).weightsOf(TABLE))
        .isEqualTo(TABLE.numeric("weight").values());
  }

  @Test
  void refusesFeaturesThatCanNotBe() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> data(Intersection.NONE, List.of()))
        .withMessage(
            "people.csv has no column left to learn from; evenhand train DATA --columns shows what each is");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> data(Intersection.NONE, List.of("income", "approved")))
        .withMessage("the label approved can't be a feature");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> data(Intersection.NONE, List.of("age")))
        .withMessageStartingWith("people.csv has no column age");
  }

  @Test
  void testRowsNeedTheSameColumns() {
    Table narrow = new Table("test.csv", List.of(TABLE.column("income")), 60);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Applicants.data(TABLE, Optional.of(narrow)))
        .withMessageStartingWith("test.csv has no column city");
  }
}
