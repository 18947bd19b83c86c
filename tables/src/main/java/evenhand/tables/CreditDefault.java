package evenhand.tables;

import evenhand.data.ColumnType;
import evenhand.data.Table;
import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.CatalogueEntry.Sensitive;
import evenhand.tables.DatasetFile.Download;
import java.util.List;
import java.util.Map;

/** Default of credit card clients: who did not pay the next month (Taiwan, 2005). */
final class CreditDefault {

  private CreditDefault() {}

  static DatasetSource source() {
    CatalogueEntry entry =
        new CatalogueEntry(
            "credit-default",
            new About(
                "Default of Credit Card Clients",
                "UCI Machine Learning Repository, dataset 350, doi:10.24432/C55S3H (Yeh)",
                "CC BY 4.0",
                List.of(
                    "The file is a CSV export of the publisher's spreadsheet, without its ID"
                        + " column.",
                    "SEX is 1 and 2 in the file, and read as male and female.",
                    "EDUCATION has the undocumented codes 0, 5 and 6, MARRIAGE the undocumented 0;"
                        + " both are read as categories.",
                    "There is a PAY_0 and a PAY_2, but no PAY_1.")),
            List.of(new Part("all", List.of(file()))),
            new Label("default payment", "1"),
            new Columns(
                List.of(
                    Sensitive.of("SEX"),
                    Sensitive.of("EDUCATION"),
                    Sensitive.of("MARRIAGE"),
                    Sensitive.of("AGE:25,60")),
                List.of()));
    ReadOptions options =
        ReadOptions.defaults()
            .withCsv(CsvFormat.defaults().withDelimiter(','))
            .withTypes(
                Map.of(
                    "SEX", ColumnType.CATEGORY,
                    "EDUCATION", ColumnType.CATEGORY,
                    "MARRIAGE", ColumnType.CATEGORY));
    return new FileDataset(entry, options, CreditDefault::tidy);
  }

  private static DatasetFile file() {
    return new DatasetFile(
        "credit-default",
        "credit-card-clients.csv",
        "7cfc3bb35b6986be40cccb5d490806f082b46f93afafdce27fd7f409eb5abb02",
        2_728_301,
        List.of(
            Download.of(
                "https://raw.githubusercontent.com/tailequy/fairness_dataset/"
                    + "abb5a18b822ba56a221c5311082e192e85000b95/experiments/data/credit-card-clients.csv")));
  }

  private static Table tidy(Table table) {
    return TableEdits.rewrite(
        table, "SEX", code -> code.equals("1") ? "male" : code.equals("2") ? "female" : code);
  }
}
