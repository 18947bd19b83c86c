package evenhand.tables;

import evenhand.data.Table;
import evenhand.tables.CatalogueEntry.About;
import evenhand.tables.CatalogueEntry.Columns;
import evenhand.tables.CatalogueEntry.Label;
import evenhand.tables.CatalogueEntry.Part;
import evenhand.tables.CatalogueEntry.Sensitive;
import evenhand.tables.DatasetFile.Download;
import java.util.List;
import java.util.Set;

/** Adult, also called Census Income: who earns more than 50,000 dollars a year (1994). */
final class Adult {

  private static final String UCI =
      "https://archive.ics.uci.edu/ml/machine-learning-databases/adult/";
  private static final String UCI_ZIP = "https://archive.ics.uci.edu/static/public/2/adult.zip";

  private Adult() {}

  static DatasetSource source() {
    CatalogueEntry entry =
        new CatalogueEntry(
            "adult",
            new About(
                "Adult (Census Income)",
                "UCI Machine Learning Repository, dataset 2, doi:10.24432/C5XW20 (Becker and"
                    + " Kohavi, 1996)",
                "CC BY 4.0",
                List.of(
                    "Fields are separated by a comma and a space.",
                    "Missing values are question marks.",
                    "The test file starts with a comment line, and its labels end in a dot, which"
                        + " is removed.",
                    "fnlwgt is a survey weight, capital-gain is capped at 99999.")),
            parts(),
            new Label("income", ">50K"),
            new Columns(
                List.of(Sensitive.of("sex"), Sensitive.of("race"), Sensitive.of("age:25,60")),
                List.of("fnlwgt")));
    CsvFormat format =
        CsvFormat.defaults()
            .withDelimiter(',')
            .withComment("|")
            .withoutHeader(
                List.of(
                    "age",
                    "workclass",
                    "fnlwgt",
                    "education",
                    "education-num",
                    "marital-status",
                    "occupation",
                    "relationship",
                    "race",
                    "sex",
                    "capital-gain",
                    "capital-loss",
                    "hours-per-week",
                    "native-country",
                    "income"));
    ReadOptions options = ReadOptions.defaults().withCsv(format).withMissing(Set.of("?"));
    return new FileDataset(entry, options, Adult::tidy);
  }

  private static List<Part> parts() {
    return List.of(
        new Part(
            "training",
            List.of(
                new DatasetFile(
                    "adult",
                    "adult.data",
                    "5b00264637dbfec36bdeaab5676b0b309ff9eb788d63554ca0a249491c86603d",
                    3_974_305,
                    List.of(Download.of(UCI + "adult.data"), Download.of(UCI_ZIP, "adult.data"))))),
        new Part(
            "test",
            List.of(
                new DatasetFile(
                    "adult",
                    "adult.test",
                    "a2a9044bc167a35b2361efbabec64e89d69ce82d9790d2980119aac5fd7e9c05",
                    2_003_153,
                    List.of(Download.of(UCI + "adult.test"), Download.of(UCI_ZIP, "adult.test"))))),
        FileDataset.ALL);
  }

  private static Table tidy(Table table) {
    return TableEdits.rewrite(
        table,
        "income",
        level -> level.endsWith(".") ? level.substring(0, level.length() - 1) : level);
  }
}
