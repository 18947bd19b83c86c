package evenhand.tables;

import evenhand.data.Table;
import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.CatalogueEntry.Sensitive;
import java.util.List;

/** The catalogue's made-up loan applicants, which need no file. */
record Lending(CatalogueEntry entry) implements DatasetSource {

  private static final Part TRAINING = new Part("training", List.of());
  private static final Part TEST = new Part("test", List.of());

  static DatasetSource source() {
    return new Lending(
        new CatalogueEntry(
            "lending",
            new About(
                "Lending (synthetic)",
                "made by Evenhand's LendingGenerator; no file is needed",
                "Apache-2.0, as Evenhand",
                List.of(
                    "Nobody in it exists; its true gaps are known from its model.",
                    "Past approvals asked more of group B than of group A at the same"
                        + " creditworthiness.",
                    "credit_score marks group B down; income does not.",
                    "Nothing depends on age, so the true gaps between age groups are 0.",
                    "income is missing for about 5 % of the rows, employment for 3 %.")),
            List.of(TRAINING, TEST),
            new Label("approved", "yes"),
            new Columns(
                List.of(Sensitive.of("group"), Sensitive.derived("age_group", "age")),
                List.of("age_group"))));
  }

  @Override
  public Table read(String part, DataFolders folders) {
    long seed = part.equals(TEST.name()) ? 2 : 1;
    return LendingGenerator.defaults().table("lending", LendingGenerator.ROWS, seed);
  }
}
