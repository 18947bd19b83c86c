package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenhand.data.Column;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Table;
import evenhand.tables.LendingGenerator.Noise;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LendingGeneratorTest {

  @Test
  void theSameSeedGivesTheSameTableAndAnotherSeedAnother() {
    Table one = LendingGenerator.defaults().table("t", 500, 1);
    Table again = LendingGenerator.defaults().table("t", 500, 1);
    Table other = LendingGenerator.defaults().table("t", 500, 2);

    for (String name : one.names()) {
      for (int row = 0; row < one.rows(); row++) {
        assertThat(again.column(name).text(row)).isEqualTo(one.column(name).text(row));
      }
    }
    assertThat(other.numeric("credit_score").values())
        .isNotEqualTo(one.numeric("credit_score").values());
  }

  /**
   * Fixed, so that a change of the generator, which would change everyone's numbers, is noticed.
   */
  @Test
  void theFirstApplicantStaysWhoTheyAre() {
    Table table = LendingGenerator.defaults().table("t", 1, 1);
    StringBuilder csv = new StringBuilder();
    TableWriter.write(table, csv);

    assertThat(csv.toString().lines().toList())
        .element(1)
        .isEqualTo("30,30-59,A,25720,454,0.73,temporary,8000,furniture,north,no");
  }

  @Test
  void theCatalogueHasTwoPartsOfTenThousandRows() {
    Catalogue catalogue =
        new Catalogue(new DataFolders(java.util.List.of(), java.nio.file.Path.of("none")));
    Table training = catalogue.read("lending");
    Table test = catalogue.read("lending:test");

    assertThat(training.rows()).isEqualTo(10_000);
    assertThat(test.rows()).isEqualTo(10_000);
    assertThat(test.names()).isEqualTo(training.names());
    assertThat(test.numeric("income").values()).isNotEqualTo(training.numeric("income").values());
    assertThat(Outcome.of(training, "approved", "yes").negative()).isEqualTo("no");
  }

  @Test
  void sharesAndMissingValuesAreTheStatedOnes() {
    Table table = LendingGenerator.defaults().table("t", 100_000, 5);
    double fiveDeviations = 5 * Math.sqrt(0.25 / 100_000);

    assertThat(share(table, "group", "B")).isEqualTo(0.4, within(fiveDeviations));
    assertThat(share(table, "age_group", "under 30")).isEqualTo(1 / 6.0, within(fiveDeviations));
    assertThat(share(table, "age_group", "60 and over")).isEqualTo(1 / 3.0, within(fiveDeviations));
    assertThat(missing(table, "income")).isEqualTo(0.05, within(fiveDeviations));
    assertThat(missing(table, "employment")).isEqualTo(0.03, within(fiveDeviations));
    assertThat(missing(table, "credit_score")).isZero();
  }

  @Test
  void incomeDoesNotDependOnTheGroup() {
    Table table = LendingGenerator.defaults().table("t", 100_000, 6);
    Groups groups =
        Groups.of(
            "group",
            IntStream.range(0, table.rows())
                .mapToObj(row -> table.column("group").text(row))
                .toList());
    double[] income = table.numeric("income").values();
    double[] means = new double[2];
    int[] present = new int[2];
    for (int row = 0; row < income.length; row++) {
      if (!Double.isNaN(income[row])) {
        means[groups.codes()[row]] += Math.log(income[row]);
        present[groups.codes()[row]]++;
      }
    }

    // the standard deviation of log income is 0.53, so five of the difference's are 0.017
    assertThat(means[0] / present[0]).isEqualTo(means[1] / present[1], within(0.017));
    assertThat(Arrays.stream(income).filter(value -> !Double.isNaN(value)).min().orElseThrow())
        .isPositive();
  }

  @Test
  void impossibleModelsAreRefused() {
    assertThatThrownBy(() -> new LendingGenerator(1, 0, 0, 0, new Noise(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share in (0, 1)");
    assertThatThrownBy(() -> new Noise(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("noise must be");
  }

  private static double share(Table table, String name, String level) {
    Column column = table.column(name);
    return IntStream.range(0, table.rows()).filter(row -> level.equals(column.text(row))).count()
        / (double) table.rows();
  }

  private static double missing(Table table, String name) {
    Column column = table.column(name);
    return IntStream.range(0, table.rows()).filter(column::isMissing).count()
        / (double) table.rows();
  }
}
