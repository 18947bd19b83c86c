package evenhand.tables;

import evenhand.data.Column;
import evenhand.data.Table;
import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.CatalogueEntry.Sensitive;
import evenhand.tables.DatasetFile.Download;
import java.util.List;
import java.util.Set;

/**
 * Bank Marketing: who subscribed to a term deposit after a telephone call (Portugal, 2008 to 2010).
 */
final class Bank {

  private static final String AGE_GROUP = "age_group";

  private Bank() {}

  static DatasetSource source() {
    CatalogueEntry entry =
        new CatalogueEntry(
            "bank",
            new About(
                "Bank Marketing (bank-full)",
                "UCI Machine Learning Repository, dataset 222, doi:10.24432/C5K306 (Moro, Rita and"
                    + " Cortez)",
                "CC BY 4.0",
                List.of(
                    "Fields are separated by semicolons.",
                    "Missing values are the text unknown.",
                    "duration is known only after the call and no feature.",
                    "pdays is -1 where the person was never contacted before.",
                    "age_group is derived: 25-60, both included, or other.")),
            List.of(new Part("all", List.of(file()))),
            new Label("y", "yes"),
            new Columns(
                List.of(Sensitive.derived(AGE_GROUP, "age"), Sensitive.of("marital")),
                List.of("duration", AGE_GROUP)));
    ReadOptions options =
        ReadOptions.defaults()
            .withCsv(CsvFormat.defaults().withDelimiter(';'))
            .withMissing(Set.of("unknown"));
    return new FileDataset(entry, options, Bank::tidy);
  }

  private static DatasetFile file() {
    return new DatasetFile(
        "bank-marketing",
        "bank-full.csv",
        "d1513ec63b385506f7cfce9f2c5caa9fe99e7ba4e8c3fa264b3aaf0f849ed32d",
        4_610_348,
        List.of(
            Download.of(
                "https://archive.ics.uci.edu/static/public/222/bank+marketing.zip",
                "bank.zip",
                "bank-full.csv"),
            Download.of(
                "https://archive.ics.uci.edu/ml/machine-learning-databases/00222/bank.zip",
                "bank-full.csv")));
  }

  private static Table tidy(Table table) {
    Column.Numeric age = table.numeric("age");
    return TableEdits.with(
        table,
        AGE_GROUP,
        row -> age.values()[row] >= 25 && age.values()[row] <= 60 ? "25-60" : "other");
  }
}
