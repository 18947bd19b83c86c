package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;

import evenhand.data.Column;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Table;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts are those of the data set's description: UCI dataset 2, adult.names, and of its files. */
final class AdultTest {

  @Test
  void trainingPartHasThePublishedRowsLabelsAndMissingValues() {
    Table adult = RealData.table("adult");

    assertThat(adult.rows()).isEqualTo(32_561);
    assertThat(adult.columns()).hasSize(15);
    assertThat(Arrays.stream(labels(adult)).sum()).isEqualTo(7_841);
    assertThat(missing(adult.column("workclass"))).isEqualTo(1_836);
    assertThat(missing(adult.column("occupation"))).isEqualTo(1_843);
    assertThat(missing(adult.column("native-country"))).isEqualTo(583);
    assertThat(adult.numeric("capital-gain").values()).contains(99_999);
  }

  @Test
  void selectionOfGroupsIsThePublishedOne() {
    Table adult = RealData.table("adult");
    Groups sex =
        new Catalogue(RealData.folders())
            .entry("adult")
            .columns()
            .sensitive()
            .get(0)
            .group()
            .of(adult);
    int[] labels = labels(adult);

    assertThat(sex.names()).containsExactly("Female", "Male");
    assertThat(share(labels, sex, 1))
        .isEqualTo(0.3057, org.assertj.core.api.Assertions.within(5e-5));
    assertThat(share(labels, sex, 0))
        .isEqualTo(0.1095, org.assertj.core.api.Assertions.within(5e-5));
  }

  @Test
  void testPartHasTheSameLabelsWithoutTheDot() {
    Table test = RealData.table("adult:test");

    assertThat(test.rows()).isEqualTo(16_281);
    assertThat(((Column.Categorical) test.column("income")).levels())
        .containsExactly("<=50K", ">50K");
    assertThat(Arrays.stream(labels(test)).sum()).isEqualTo(3_846);
    long incomplete =
        IntStream.range(0, test.rows())
            .filter(row -> test.columns().stream().anyMatch(column -> column.isMissing(row)))
            .count();
    assertThat(incomplete).isEqualTo(1_221);
  }

  @Test
  void allIsTrainingThenTest() {
    Table all = RealData.table("adult:all");
    Table test = RealData.table("adult:test");

    assertThat(all.rows()).isEqualTo(48_842);
    assertThat(all.names()).isEqualTo(test.names());
    for (String name : all.names()) {
      assertThat(all.column(name).text(32_561)).as(name).isEqualTo(test.column(name).text(0));
    }
  }

  private static int[] labels(Table table) {
    return Outcome.of(table, "income", ">50K").read(table);
  }

  private static long missing(Column column) {
    return IntStream.range(0, column.size()).filter(column::isMissing).count();
  }

  private static double share(int[] labels, Groups groups, int group) {
    int hits = 0;
    for (int i = 0; i < labels.length; i++) {
      hits += groups.codes()[i] == group ? labels[i] : 0;
    }
    return (double) hits / groups.counts()[group];
  }
}
