package evenhand.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.Groups;
import evenhand.data.Outcome;
import evenhand.data.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows, positives and group sizes were counted with awk on the files the hashes name; rows and
 * positives are also those of the data sets' own descriptions.
 */
final class CatalogueTest {

  @ParameterizedTest
  @CsvSource({
    "bank, 45211, 18, 5289",
    "credit-default, 30000, 24, 6636",
    "german, 1000, 22, 700",
    "compas, 7214, 44, 3251",
    "student-mat, 395, 33, 265",
    "student-por, 649, 33, 549",
    "titanic, 891, 12, 342",
    "adult, 32561, 15, 7841",
    "adult:test, 16281, 15, 3846",
    "adult:all, 48842, 15, 11687"
  })
  void hasThePublishedRowsAndPositives(String reference, int rows, int columns, int positives) {
    Catalogue catalogue = new Catalogue(RealData.folders());
    Table table = RealData.table(reference);
    CatalogueEntry entry = catalogue.entry(reference);
    int[] labels = Outcome.of(table, entry.label().column(), entry.label().positive()).read(table);

    assertThat(table.origin()).isEqualTo(reference);
    assertThat(table.rows()).isEqualTo(rows);
    assertThat(table.columns()).hasSize(columns);
    assertThat(Arrays.stream(labels).sum()).isEqualTo(positives);
    assertThat(table.names()).containsAll(entry.columns().leftOut());
  }

  @Test
  void groupsHaveThePublishedSizes() {
    Catalogue catalogue = new Catalogue(RealData.folders());

    assertThat(sizes(catalogue, "bank", 0)).isEqualTo(Map.of("25-60", 43_214, "other", 1_997));
    assertThat(sizes(catalogue, "credit-default", 0))
        .isEqualTo(Map.of("male", 11_888, "female", 18_112));
    assertThat(sizes(catalogue, "german", 0)).isEqualTo(Map.of("male", 690, "female", 310));
    assertThat(sizes(catalogue, "student-mat", 0)).isEqualTo(Map.of("F", 208, "M", 187));
    assertThat(sizes(catalogue, "student-por", 0)).isEqualTo(Map.of("F", 383, "M", 266));
    assertThat(sizes(catalogue, "titanic", 0)).isEqualTo(Map.of("male", 577, "female", 314));
    assertThat(sizes(catalogue, "compas", 0))
        .isEqualTo(
            Map.of(
                "African-American", 3_696,
                "Caucasian", 2_454,
                "Hispanic", 637,
                "Other", 377,
                "Asian", 32,
                "Native American", 18));
    assertThat(sizes(catalogue, "compas", 1)).isEqualTo(Map.of("Male", 5_819, "Female", 1_395));
  }

  @Test
  void communitiesHasItsRatesAndMissingValues() {
    Table table = RealData.table("communities");
    double[] rates = table.numeric("ViolentCrimesPerPop").values();

    assertThat(table.rows()).isEqualTo(1_994);
    assertThat(table.columns()).hasSize(129);
    assertThat(Arrays.stream(rates).average().orElseThrow())
        .isEqualTo(0.2380, org.assertj.core.api.Assertions.within(5e-5));
    assertThat(missing(table, "county")).isEqualTo(1_174);
    assertThat(missing(table, "community")).isEqualTo(1_177);
    assertThat(missing(table, "OtherPerCap")).isEqualTo(1);
    assertThat(table.names().stream().filter(name -> missing(table, name) == 1_675)).hasSize(22);
    int[] labels = Outcome.of(table, "ViolentCrimesPerPop", ">0.7").read(table);
    assertThat(Arrays.stream(labels).sum())
        .isEqualTo((int) Arrays.stream(rates).filter(rate -> rate > 0.7).count());
  }

  @Test
  void compasGivesProPublicasRowsAndNamesNobody() {
    Table table = RealData.table("compas");
    double[] days = table.numeric("days_b_screening_arrest").values();
    double[] recid = table.numeric("is_recid").values();
    long filtered =
        IntStream.range(0, table.rows())
            .filter(row -> days[row] >= -30 && days[row] <= 30)
            .filter(row -> recid[row] != -1)
            .filter(row -> !"O".equals(table.column("c_charge_degree").text(row)))
            .filter(row -> table.column("score_text").text(row) != null)
            .count();

    assertThat(filtered).isEqualTo(6_172);
    assertThat(table.names()).doesNotContain("name", "first", "last", "dob", "c_case_number");
  }

  @Test
  void titanicHasItsMissingValuesAndNames() {
    Table table = RealData.table("titanic");

    assertThat(missing(table, "Age")).isEqualTo(177);
    assertThat(missing(table, "Cabin")).isEqualTo(687);
    assertThat(missing(table, "Embarked")).isEqualTo(2);
    assertThat(((Column.Categorical) table.column("Name")).levels())
        .hasSize(891)
        .contains("Nakid, Miss. Maria (\"Mary\")");
  }

  @Test
  void everySetIsDescribed() {
    List<CatalogueEntry> entries =
        new Catalogue(new DataFolders(List.of(), Path.of("none"))).entries();

    assertThat(entries.stream().map(CatalogueEntry::name))
        .containsExactly(
            "adult",
            "bank",
            "credit-default",
            "german",
            "compas",
            "communities",
            "student-mat",
            "student-por",
            "titanic",
            "lending");
    for (CatalogueEntry entry : entries) {
      assertThat(entry.about().licence()).as(entry.name()).isNotBlank();
      assertThat(entry.about().quirks()).as(entry.name()).allMatch(quirk -> quirk.endsWith("."));
      assertThat(entry.columns().sensitive()).as(entry.name()).isNotEmpty();
      assertThat(entry.columns().leftOut()).doesNotContain(entry.label().column());
    }
  }

  @Test
  void namesAndPartsThatAreNotThereAreListed() {
    Catalogue catalogue = new Catalogue(new DataFolders(List.of(), Path.of("none")));

    assertThat(Catalogue.names("adult:test")).isTrue();
    assertThat(Catalogue.names("adults")).isFalse();
    assertThatThrownBy(() -> catalogue.read("adults"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("the catalogue has no data set adults; it has adult, bank, ");
    assertThatThrownBy(() -> catalogue.read("adult:validation"))
        .isInstanceOf(DataException.class)
        .hasMessage("the data set adult has no part validation; it has training, test, all");
  }

  @Test
  void sayHowToGetWhatIsNotThere(@TempDir Path folder) {
    Catalogue catalogue =
        new Catalogue(new DataFolders(List.of(folder.resolve("given")), folder.resolve("cache")));

    assertThatThrownBy(() -> catalogue.read("bank"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "the data set bank is not on this machine (looked for bank-marketing/bank-full.csv in ")
        .hasMessageContaining("given and ")
        .hasMessageEndingWith("cache); evenhand datasets fetch bank gets it");
  }

  @Test
  void otherContentsAreRefused(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("titanic"));
    Files.writeString(folder.resolve("titanic").resolve("titanic.csv"), "a,b\n1,2\n");
    Catalogue catalogue = new Catalogue(new DataFolders(List.of(folder), folder.resolve("cache")));

    assertThatThrownBy(() -> catalogue.read("titanic"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "titanic.csv is not the titanic.csv the catalogue knows: its SHA-256 is ")
        .hasMessageContaining("expected 4a437fde05fe");
  }

  private static Map<String, Integer> sizes(Catalogue catalogue, String name, int attribute) {
    Groups groups =
        catalogue.entry(name).columns().sensitive().get(attribute).group().of(RealData.table(name));
    Map<String, Integer> sizes = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(groups.names());
    names.forEach(group -> sizes.put(group, groups.counts()[groups.names().indexOf(group)]));
    return sizes;
  }

  private static long missing(Table table, String name) {
    Column column = table.column(name);
    return IntStream.range(0, column.size()).filter(column::isMissing).count();
  }
}
